// One climb: the checks in order, each on what the one below built, up to the first that
// fails. It knows no rule and no provider, and never tries again.

import {
  type Address,
  type Attempt,
  type Change,
  type CheckId,
  checkIds,
  type FactsOf,
  type Outcome,
  type Status,
} from '../evidence.ts';
import type { Credentials, Target } from '../target.ts';
import type { Check, Holds, Rung } from './check.ts';
import { literalAddresses } from './dns.ts';
import { checks } from './index.ts';
import { loadMqtt } from './mqtt-library.ts';
import { Stopped } from './stopped.ts';
import { round, Transcript } from './transcript.ts';
import { loadWebSocket } from './websocket-library.ts';

export interface ClimbOptions {
  readonly changed?: Change | null;
  /** The last check to run. */
  readonly upTo?: CheckId;
  /** Aborts at the run's deadline or Ctrl-C. */
  readonly signal: AbortSignal;
  /** What was given has been looked at in another attempt: files are read into facts once a run. */
  readonly input?: Attempt['outcomes']['input'];
  /** A check has been silent for so long: what is known, as if it failed by timeout now. */
  readonly silentMs?: number;
  readonly onSilent?: (soFar: Attempt) => void;
  readonly onStart?: (check: CheckId) => void;
  readonly onEnd?: (check: CheckId, status: Status, ms: number) => void;
}

type AnyOutcome = Outcome<FactsOf[CheckId]>;

export async function climb(
  target: Target,
  credentials: Credentials,
  options: ClimbOptions,
): Promise<Attempt> {
  const transcript = new Transcript();
  const over = new AbortController();
  const unsettled: Promise<void>[] = [];
  const outcomes = new Map<CheckId, AnyOutcome>();
  if (options.input) outcomes.set('input', options.input);
  const top = checkIds.indexOf(options.upTo ?? 'pubsub');
  let holds: Holds = startingHolds(target);
  let blockedBy: CheckId | null = null;
  if (top >= checkIds.indexOf('websocket')) warmUp(target, top);

  for (const [index, id] of checkIds.entries()) {
    if (outcomes.has(id)) continue;
    const check = checks[id];
    const reason = index > top ? 'not asked for' : check.notApplicable(target);
    if (reason !== null || blockedBy) {
      outcomes.set(id, absent(reason, blockedBy));
      continue;
    }
    options.onStart?.(id);
    await check.prepare?.();
    const began = performance.now();
    const { signal, clear } = checkSignal(target, options.signal);
    const rung: Rung = {
      target,
      credentials,
      holds,
      transcript,
      signal,
      over: over.signal,
      settle: (work) => unsettled.push(work),
    };
    const silence = setTimeout(() => {
      options.onSilent?.(attempt(options, new Map(outcomes).set(id, silentOutcome), transcript));
    }, options.silentMs ?? target.limits.timeoutMs);
    const step = await take(check, rung, began).finally(() => {
      clear();
      clearTimeout(silence);
    });
    holds = { ...holds, ...step.holds };
    outcomes.set(id, step.outcome);
    options.onEnd?.(id, step.outcome.status, outcomeMs(step.outcome));
    if (step.outcome.status === 'ok') continue;
    blockedBy = id;
    if (step.lowerFailure) {
      blockedBy = step.lowerFailure.check;
      disown(outcomes, id, step.lowerFailure);
    }
  }

  await Promise.all([holds.session?.close(), ...unsettled]);
  over.abort();
  return attempt(options, outcomes, transcript);
}

/** `outcomes` may lack the rungs above one that failed. */
function attempt(
  options: ClimbOptions,
  outcomes: ReadonlyMap<CheckId, AnyOutcome>,
  transcript: Transcript,
): Attempt {
  return {
    changed: options.changed ?? null,
    outcomes: total(outcomes),
    reached: checkIds.findLast((id) => outcomes.get(id)?.status === 'ok') ?? null,
    transcript: transcript.entries,
    ms: round(transcript.ms),
  };
}

const silentOutcome: AnyOutcome = {
  status: 'failed',
  failure: { code: 'timeout', raw: 'no answer so far' },
  facts: {},
  ms: 0,
};

function startingHolds(target: Target): Holds {
  const addresses: readonly Address[] | null = literalAddresses(target);
  return addresses ? { addresses } : {};
}

/** Libraries take longer to load than a local broker to answer: they load while others wait. */
function warmUp({ webSocket }: Target, top: number): void {
  setImmediate(() => {
    if (webSocket) void loadWebSocket();
    if (top >= checkIds.indexOf('connect')) void loadMqtt();
  });
}

function absent(reason: string | null, blockedBy: CheckId | null): AnyOutcome {
  return blockedBy && reason === null
    ? { status: 'skipped', blockedBy }
    : { status: 'not-applicable', reason: reason ?? '' };
}

interface Step {
  readonly outcome: AnyOutcome;
  readonly holds: Holds;
  readonly lowerFailure: { readonly check: 'tls'; readonly outcome: AnyOutcome } | null;
}

async function take<Id extends CheckId>(
  check: Check<Id>,
  rung: Rung,
  began: number,
): Promise<Step> {
  const elapsed = () => round(performance.now() - began);
  try {
    const result = await check.run(rung);
    const ms = elapsed();
    if (result.status === 'ok') {
      const outcome = { status: 'ok' as const, facts: result.facts, ms };
      return { outcome, holds: result.holds ?? {}, lowerFailure: null };
    }
    const { failure, facts, belongsTo } = result;
    const outcome = { status: 'failed' as const, failure, facts, ms };
    const lower = belongsTo && {
      check: belongsTo.check,
      outcome: { status: 'failed' as const, failure, facts: belongsTo.facts, ms: 0 },
    };
    return { outcome, holds: {}, lowerFailure: lower ?? null };
  } catch (error) {
    const message = describe(error);
    return {
      outcome: { status: 'crashed', message, ms: elapsed() },
      holds: {},
      lowerFailure: null,
    };
  }
}

/** What a bug report needs, without the paths of this machine. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const where = /\n\s+at (?:async )?([\w.#<>]+)/.exec(error.stack ?? '')?.[1];
  return `${error.name}: ${error.message}${where ? ` (in ${where})` : ''}`;
}

/** The failure of a higher rung was a lower one's: that one failed, and what is between was never reached. */
function disown(
  outcomes: Map<CheckId, AnyOutcome>,
  from: CheckId,
  { check, outcome }: NonNullable<Step['lowerFailure']>,
): void {
  const before = outcomes.get(check);
  if (outcome.status !== 'failed' || before?.status !== 'ok') return;
  outcomes.set(check, {
    ...outcome,
    facts: { ...before.facts, ...outcome.facts },
    ms: before.ms,
  });
  const between = checkIds.slice(checkIds.indexOf(check) + 1, checkIds.indexOf(from) + 1);
  for (const id of between) {
    if (outcomes.get(id)?.status !== 'not-applicable') {
      outcomes.set(id, { status: 'skipped', blockedBy: check });
    }
  }
}

function checkSignal(
  target: Target,
  run: AbortSignal,
): { readonly signal: AbortSignal; readonly clear: () => void } {
  const own = new AbortController();
  const { timeoutMs } = target.limits;
  const stop = () => own.abort(new Stopped('timeout', `no answer within ${timeoutMs} ms`));
  const timer = setTimeout(stop, timeoutMs);
  return { signal: AbortSignal.any([own.signal, run]), clear: () => clearTimeout(timer) };
}

function outcomeMs(outcome: AnyOutcome): number {
  return 'ms' in outcome ? outcome.ms : 0;
}

function total(outcomes: ReadonlyMap<CheckId, AnyOutcome>): Attempt['outcomes'] {
  const blockedBy = checkIds.find((id) => outcomes.get(id)?.status === 'failed') ?? 'input';
  const all = checkIds.map((id) => [id, outcomes.get(id) ?? { status: 'skipped', blockedBy }]);
  // Each outcome was put under the id of the check that gave it, so its facts are of that id.
  return Object.fromEntries(all) as unknown as Attempt['outcomes'];
}
