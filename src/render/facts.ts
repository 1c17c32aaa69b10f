// The facts of a report's check, with the types that its outcome had.

import type { CheckId, FactsOf } from '../evidence.ts';
import type { Report, ReportedCheck } from '../report.ts';

/** Of a check that was `ok`: all of them. */
export function allFacts<Id extends CheckId>(check: ReportedCheck, _id: Id): FactsOf[Id] {
  // The cast holds: a report's facts are those of the outcome, copied by `assemble`.
  return check.facts as unknown as FactsOf[Id];
}

/** Of a check that failed: as far as it came. */
export function someFacts<Id extends CheckId>(check: ReportedCheck, _id: Id): Partial<FactsOf[Id]> {
  // The cast holds: a report's facts are those of the outcome, copied by `assemble`.
  return check.facts as Partial<FactsOf[Id]>;
}

export function checkOf(report: Report, id: CheckId): ReportedCheck | undefined {
  return report.checks.find((check) => check.id === id);
}

/** The topmost rung that this target has. */
export function topOf(report: Report): CheckId | undefined {
  return report.checks.findLast(({ status }) => status !== 'not-applicable')?.id;
}

/** Otherwise its rung does not exist, and is no news. */
export function usesWebSocket({ target }: Report): boolean {
  return target.transport === 'ws' || target.transport === 'wss';
}
