// One word, one cause and one exit code for the whole run. The findings arrive judged and
// sorted; nothing is judged again here.

import type { Evidence } from '../evidence.ts';
import type { Finding, Layer } from '../finding.ts';
import { layerOf } from '../finding.ts';
import type { Verdict, VerdictOutcome } from '../report.ts';
import { stopOf, summarise } from './summary.ts';

export interface Policy {
  /** From which severity on the exit code is not 0. */
  readonly failOn: 'error' | 'warning';
}

/** The public contract: never change one. */
const exitCodes: Readonly<Record<Layer, number>> = {
  expect: 1,
  input: 2,
  dns: 10,
  tcp: 11,
  proxy: 12,
  tls: 13,
  alpn: 14,
  websocket: 15,
  connect: 16,
  pubsub: 17,
  http: 18,
  protocol: 19,
  provider: 20,
  session: 21,
};
const healthy = 0;
const noSingleLayer = 1;
const internalError = 3;
const interrupted = 130;

export function verdictOf(
  evidence: Evidence,
  findings: readonly Finding[],
  policy: Policy,
): Verdict {
  const [first] = findings;
  const cause = first?.severity === 'error' ? first : null;
  const outcome = outcomeOf(evidence, findings);
  return {
    outcome,
    cause: cause?.code ?? null,
    layer: cause && layerOf(cause.code),
    side: cause?.side ?? null,
    certainty: cause?.certainty ?? null,
    summary: summarise(evidence, findings),
    exitCode: evidence.interrupted ? interrupted : exitCodeOf(outcome, evidence, cause, policy),
  };
}

function outcomeOf(evidence: Evidence, findings: readonly Finding[]): VerdictOutcome {
  if (findings[0]?.severity === 'error') return 'broken';
  if (stopOf(evidence.main) !== null) return 'inconclusive';
  return findings.some(({ severity }) => severity === 'warning') ? 'degraded' : 'healthy';
}

function exitCodeOf(
  outcome: VerdictOutcome,
  evidence: Evidence,
  cause: Finding | null,
  { failOn }: Policy,
): number {
  if (cause !== null) return exitCodes[layerOf(cause.code)];
  if (outcome === 'inconclusive') {
    const crashed = stopOf(evidence.main)?.outcome.status === 'crashed';
    return crashed ? internalError : noSingleLayer;
  }
  return outcome === 'degraded' && failOn === 'warning' ? noSingleLayer : healthy;
}
