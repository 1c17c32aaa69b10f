// What a rule is: a pure question to the case, and the words of the answer. A rule does no
// I/O, names no provider and never matches on raw error text.

import {
  type Attempt,
  type CheckId,
  type Evidence,
  type FactsOf,
  factsOf,
  failureIn,
  type Trial,
} from '../evidence.ts';

import type { FailureCode } from '../failure.ts';
import type { Certainty, Finding, FindingCode, Remedy, Severity, Side } from '../finding.ts';
import type { Target } from '../target.ts';

export { factsOf, failureIn };

/** What a rule may ask. */
export interface Case {
  readonly target: Target;
  readonly main: Attempt;
  readonly trials: readonly Trial[];
  readonly evidence: Evidence;
  /** When the run began, ms since 1970. */
  readonly at: number;
}

export function caseOf(evidence: Evidence): Case {
  const { target, main, trials, at } = evidence;
  return { target, main, trials, evidence, at: Date.parse(at) };
}

/** How sure, how bad and whose side, where one answer differs from the rule's default. */
export interface Judgement {
  readonly certainty?: Certainty;
  readonly severity?: Severity;
  readonly side?: Side;
}

export interface Words {
  readonly title: string;
  readonly detail: string;
  readonly remedies: readonly Remedy[];
}

export interface Rule {
  readonly code: FindingCode;
  readonly explains: readonly FindingCode[];
  readonly judge: (c: Case) => Finding | null;
}

/** What a rule found: the finding's data, and its judgement where that differs. */
export type Found = Judgement & { readonly [field: string]: unknown };

export interface RuleDefinition<Data extends Found> {
  readonly code: FindingCode;
  readonly check: CheckId;
  readonly severity: Severity;
  readonly side: Side;
  /** Findings that follow from this one and are folded under it. */
  readonly explains?: readonly FindingCode[];
  /** The evidence in data, or nothing where the rule does not apply. */
  readonly when: (c: Case) => Data | null | false | undefined;
  readonly say: (data: Data, c: Case) => Words;
}

export function defineRule<Data extends Found>(rule: RuleDefinition<Data>): Rule {
  return {
    code: rule.code,
    explains: rule.explains ?? [],
    judge: (c) => {
      const found = rule.when(c);
      if (!found) return null;
      const { certainty = 'observed', severity = rule.severity, side = rule.side, ...data } = found;
      const words = rule.say(found, c);
      return {
        code: rule.code,
        check: rule.check,
        severity,
        certainty,
        side,
        ...words,
        data,
      };
    },
  };
}

/** The facts of a check, as far as they are known. */
export function facts<Id extends CheckId>(c: Case, id: Id): Partial<FactsOf[Id]> {
  return factsOf(c.main, id);
}

/** How a check of the main attempt failed; null: it did not. */
export function failureOf(c: Case, id: CheckId): FailureCode | null {
  return failureIn(c.main, id);
}

export function succeeded(c: Case, id: CheckId): boolean {
  return c.main.outcomes[id].status === 'ok';
}

/** A trial that ran, by its id. */
export function trial(c: Case, id: string): Trial | null {
  return c.trials.find((one) => one.id === id) ?? null;
}

/** A trial ran, and this check was ok in it. */
export function worked(c: Case, id: string, check: CheckId): Trial | null {
  const ran = trial(c, id);
  return ran?.attempt.outcomes[check].status === 'ok' ? ran : null;
}

/** A trial that ran and got further than the main attempt: it flipped the result. */
export function helped(c: Case, id: string): Trial | null {
  return c.trials.find((one) => one.id === id && one.helped) ?? null;
}
