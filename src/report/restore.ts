// A saved report → the evidence that it was made from, to be judged again. The report may be
// old, cut or hostile: whatever is not as it must be is refused.

import type {
  Attempt,
  Change,
  CheckId,
  Environment,
  Evidence,
  FactsOf,
  Outcome,
  Outcomes,
  TranscriptEntry,
  Trial,
} from '../evidence.ts';
import { checkIds } from '../evidence.ts';
import { factFields } from './facts-shape.ts';
import { failureCode } from './failure-shape.ts';
import {
  flag,
  list,
  nullable,
  number,
  object,
  objectAt,
  oneOf,
  optional,
  partial,
  type Shape,
  text,
  time,
  UnusableReport,
} from './shape.ts';
import { target } from './target-shape.ts';

export { UnusableReport };

type AnyOutcome = Outcome<FactsOf[CheckId]>;

const checkId = oneOf<CheckId>({
  input: true,
  dns: true,
  tcp: true,
  tls: true,
  alpn: true,
  websocket: true,
  connect: true,
  pubsub: true,
});

const status = oneOf<AnyOutcome['status']>({
  ok: true,
  failed: true,
  skipped: true,
  'not-applicable': true,
  crashed: true,
});

const failure = object({ code: failureCode, raw: text });

const changeFields = {
  label: text,
  setting: text,
  from: nullable(text),
  to: nullable(text),
};
const change = object<Change>(changeFields);

const entry = object<TranscriptEntry>({
  ms: number,
  check: checkId,
  direction: oneOf({ out: true, in: true }),
  bytes: number,
  packet: text,
  text,
});

const environment = object<Environment>({
  os: text,
  runtime: text,
  openssl: text,
  resolvers: list(text),
  container: nullable(text),
  clock: text,
});

/** Throws `UnusableReport`. */
export function evidenceFrom(json: unknown): Evidence {
  const report = objectAt(json, 'the report');
  const { schema } = report;
  if (schema !== 1) {
    throw new UnusableReport(
      schema === undefined
        ? 'it is no report of mqtt-doctor'
        : 'the report has another schema than this version knows',
    );
  }
  return evidence(report, 'report');
}

const evidence: Shape<Evidence> = (value, place) => {
  const report = object({
    at: time,
    ms: number,
    target,
    verdict: object({ exitCode: number }),
    main: object({ ms: number, changed: optional(change) }),
    checks: outcomesOf,
    trials: list(trial),
    transcript: list(entry),
    environment,
  })(value, place);
  const { at, ms, trials, main, checks, transcript } = report;
  return {
    target: report.target,
    main: {
      changed: main.changed ?? null,
      outcomes: total(checks, 'not reported'),
      reached: highest(checks),
      transcript,
      ms: main.ms,
    },
    trials,
    environment: report.environment,
    at,
    ms,
    interrupted: report.verdict.exitCode === interrupted,
  };
};

/** The exit code says it, and nothing else does. */
const interrupted = 130;

const trial: Shape<Trial> = (value, place) => {
  const { id, question, ...reported } = object({
    id: text,
    question: text,
    changed: partial(changeFields),
    reached: nullable(checkId),
    helped: flag,
    ms: number,
    checks: outcomesOf,
  })(value, place);
  const { label, setting, from = null, to = null } = reported.changed;
  const attempt: Attempt = {
    changed: setting === undefined ? null : { label: label ?? setting, setting, from, to },
    outcomes: total(reported.checks, 'not asked for'),
    reached: reported.reached,
    transcript: [],
    ms: reported.ms,
  };
  return { id, question, attempt, helped: reported.helped };
};

type Known = ReadonlyMap<CheckId, AnyOutcome>;

const outcomesOf: Shape<Known> = (value, place) => {
  const outcomes = new Map<CheckId, AnyOutcome>();
  for (const [id, outcome] of list(outcomeOf)(value, place)) outcomes.set(id, outcome);
  return outcomes;
};

const outcomeOf: Shape<readonly [CheckId, AnyOutcome]> = (value, place) => {
  const check = object({ id: checkId, status, ms: nullable(number) })(value, place);
  return [check.id, outcome(check, objectAt(value, place), place)];
};

function outcome(
  { id, status, ms }: { id: CheckId; status: AnyOutcome['status']; ms: number | null },
  given: Readonly<Record<string, unknown>>,
  place: string,
): AnyOutcome {
  // The fields belong to `id`, and so do the facts; the compiler cannot follow the id.
  const fields = factFields[id] as (typeof factFields)['alpn'];
  const { facts, failure: failed, blockedBy, reason } = given;
  switch (status) {
    case 'ok':
      return { status, ms: ms ?? 0, facts: object(fields)(facts, `${place}.facts`) };
    case 'failed':
      return {
        status,
        ms: ms ?? 0,
        facts: partial(fields)(facts, `${place}.facts`),
        failure: failure(failed, `${place}.failure`),
      };
    case 'skipped':
      return { status, blockedBy: checkId(blockedBy, `${place}.blockedBy`) };
    case 'not-applicable':
      return { status, reason: text(reason, `${place}.reason`) };
    case 'crashed':
      return { status, ms: ms ?? 0, message: text(reason, `${place}.reason`) };
  }
}

/** Rungs that are not reported were not reached, or not meant to be. */
function total(known: Known, reason: string): Outcomes {
  let blockedBy: CheckId | null = null;
  const outcomes: (readonly [CheckId, AnyOutcome])[] = [];
  for (const id of checkIds) {
    const outcome: AnyOutcome =
      known.get(id) ??
      (blockedBy ? { status: 'skipped', blockedBy } : { status: 'not-applicable', reason });
    outcomes.push([id, outcome]);
    if (outcome.status === 'failed' || outcome.status === 'crashed') blockedBy ??= id;
  }
  // Every id has an outcome, whose facts were held against the shape of that id.
  return Object.fromEntries(outcomes) as unknown as Outcomes;
}

function highest(known: Known): CheckId | null {
  return checkIds.findLast((id) => known.get(id)?.status === 'ok') ?? null;
}
