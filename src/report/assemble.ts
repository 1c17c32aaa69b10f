// Evidence and findings put together as the report. It adds no fact and judges nothing.

import type { CheckId, Evidence, FactsOf, Outcome, Trial } from '../evidence.ts';
import { checkIds } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import type { Report, ReportedCheck, ReportedTrial } from '../report.ts';
import { settingsOf } from './settings.ts';
import { stopOf } from './summary.ts';
import type { Policy } from './verdict.ts';
import { verdictOf } from './verdict.ts';

/** `findings`: the cause first, then errors, warnings, infos. */
export function assemble(
  evidence: Evidence,
  findings: readonly Finding[],
  tool: Report['tool'],
  policy: Policy = { failOn: 'error' },
): Report {
  const { target, main, trials, environment, at, ms } = evidence;
  return {
    schema: 1,
    tool,
    at,
    ms,
    target: {
      url: target.url,
      transport: target.transport,
      host: target.host,
      port: target.port,
      ...(target.path === null ? {} : { path: target.path }),
      provider: null,
      settings: settingsOf(target),
    },
    verdict: verdictOf(evidence, findings, policy),
    main: { ms: main.ms, ...(main.changed && { changed: main.changed }) },
    checks: checkIds.map((id) => reportedCheck(id, main.outcomes[id])),
    findings,
    trials: trials.map(reportedTrial),
    transcript: main.transcript,
    environment,
  };
}

function reportedCheck(id: CheckId, outcome: Outcome<FactsOf[CheckId]>): ReportedCheck {
  const { status } = outcome;
  switch (status) {
    case 'ok':
      return { id, status, ms: outcome.ms, facts: { ...outcome.facts } };
    case 'failed': {
      const { ms, facts, failure } = outcome;
      return { id, status, ms, facts: { ...facts }, failure };
    }
    case 'skipped':
      return { id, status, ms: null, facts: {}, blockedBy: outcome.blockedBy };
    case 'not-applicable':
      return { id, status, ms: null, facts: {}, reason: outcome.reason };
    case 'crashed':
      return { id, status, ms: outcome.ms, facts: {}, reason: outcome.message };
  }
}

function reportedTrial({ id, question, attempt, helped }: Trial): ReportedTrial {
  const stop = stopOf(attempt)?.outcome;
  return {
    id,
    question,
    changed: { ...attempt.changed },
    reached: attempt.reached,
    helped,
    ms: attempt.ms,
    checks: checkIds
      .filter((id) => id !== 'input' && ran(attempt.outcomes[id]))
      .map((id) => reportedCheck(id, attempt.outcomes[id])),
    ...(stop?.status === 'failed' && { failure: stop.failure }),
  };
}

function ran({ status }: Outcome<unknown>): boolean {
  return status === 'ok' || status === 'failed' || status === 'crashed';
}
