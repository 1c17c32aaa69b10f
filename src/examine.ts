// The whole examination: the main attempt, and where it failed or fell silent the trials.
// Gives evidence, judges nothing.

import { climb } from './checks/climb.ts';
import { readEnvironment } from './checks/environment.ts';
import { masked } from './checks/masked.ts';
import { Stopped } from './checks/stopped.ts';
import { round } from './checks/transcript.ts';
import {
  type Attempt,
  type CheckId,
  type Evidence,
  factsOf,
  type Status,
  type Trial,
} from './evidence.ts';
import { Experiment } from './experiment.ts';
import type { Credentials, Target } from './target.ts';

export { Stopped };

export type Progress =
  | { readonly type: 'check-started'; readonly check: CheckId; readonly trial: string | null }
  | {
      readonly type: 'check-ended';
      readonly check: CheckId;
      readonly status: Status;
      readonly ms: number;
      readonly trial: string | null;
    };

export interface ExamineOptions {
  /** Aborting it ends the run with what is known; the reason should be a `Stopped`. */
  readonly signal?: AbortSignal;
  /** false: the main attempt alone. */
  readonly trials?: boolean;
  /** Try a healthy target with other settings, too: addresses, TLS, QoS, MQTT versions. */
  readonly deep?: boolean;
  readonly onProgress?: (event: Progress) => void;
}

/** A rung that says nothing for so long is worth experiments while it is waited for. */
const silentMs = 1000;

/**
 * Connects to the target, and to nothing else but where its certificate says that its issuer
 * is found. Never throws for what the network does. Ends within `target.limits.deadlineMs`
 * plus the time of an orderly goodbye.
 */
export async function examine(
  target: Target,
  credentials: Credentials,
  options: ExamineOptions = {},
): Promise<Evidence> {
  const began = performance.now();
  const at = new Date().toISOString();
  const run = new AbortController();
  const { deadlineMs } = target.limits;
  const deadline = setTimeout(
    () => run.abort(new Stopped('deadline', `the run's ${deadlineMs} ms are over`)),
    deadlineMs,
  );
  const signal = options.signal ? AbortSignal.any([run.signal, options.signal]) : run.signal;
  const environment = readEnvironment();
  try {
    const { resolvers } = environment;
    const found = await attempts(target, credentials, { ...options, signal, resolvers });
    const { main, trials } = masked(found, credentials);
    return {
      target,
      main,
      trials,
      environment,
      at,
      ms: round(performance.now() - began),
      interrupted: signal.aborted && signal.reason?.code === 'interrupted',
    };
  } finally {
    clearTimeout(deadline);
  }
}

interface Attempts {
  readonly main: Attempt;
  readonly trials: readonly Trial[];
}

async function attempts(
  target: Target,
  credentials: Credentials,
  options: ExamineOptions & { readonly signal: AbortSignal; readonly resolvers: readonly string[] },
): Promise<Attempts> {
  const { signal, resolvers, onProgress } = options;
  const saw = {
    onStart: (check: CheckId, trial: string | null) =>
      onProgress?.({ type: 'check-started', check, trial }),
    onEnd: (check: CheckId, status: Status, ms: number, trial: string | null) =>
      onProgress?.({ type: 'check-ended', check, status, ms, trial }),
  };
  const watch = (trial: string | null) => ({
    onStart: (check: CheckId) => saw.onStart(check, trial),
    onEnd: (check: CheckId, status: Status, ms: number) => saw.onEnd(check, status, ms, trial),
  });
  const experiment =
    options.trials === false ? null : new Experiment(target, credentials, resolvers, signal, saw);

  const first = await climb(target, credentials, {
    signal,
    ...watch(null),
    silentMs,
    onSilent: (soFar) => experiment?.start(soFar, true),
  });
  const older = wantsOlderMqtt(target, first)
    ? await climb(olderMqtt(target), credentials, {
        signal,
        changed: { label: 'MQTT 3.1.1', setting: 'mqttVersion', from: '5', to: '3.1.1' },
        input: first.outcomes.input,
        ...watch(olderId),
      })
    : null;
  const { main, trials } = older ? preferred(first, older) : { main: first, trials: [] };
  if (older) experiment?.count(olderId);
  if (isWhole(main) && options.deep && !signal.aborted) experiment?.goDeep(main);
  else if (isWhole(main) || signal.aborted) experiment?.stop();
  else experiment?.start(main, false);
  const experiments = (await experiment?.results(main)) ?? [];
  const swept = await sweep(main, target, credentials, signal);
  return settled(target, main, [...trials, ...experiments, ...swept]);
}

/** A broker that stays mute to MQTT 5 and speaks 3.1.1 is examined in what it speaks. */
function settled(target: Target, main: Attempt, trials: readonly Trial[]): Attempts {
  const older = trials.find(({ id }) => id === olderId);
  const speaks = older?.attempt.outcomes.connect.status === 'ok';
  if (!older || !speaks || target.mqtt.version !== null || main === older.attempt) {
    return { main, trials };
  }
  const others = trials.filter((one) => one !== older);
  return { main: older.attempt, trials: [versionTrial(main, '5'), ...others] };
}

/**
 * Under a random id of ours, MQTT 3.1.1 keeps a session that nobody will ever come back for;
 * signing in once with a clean session takes it away [MQTT-3.1.2-6]. Under the user's id it is
 * theirs to keep. MQTT 5 sessions end by themselves: we ask for no expiry.
 */
async function sweep(
  main: Attempt,
  target: Target,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly Trial[]> {
  const { cleanStart, clientIdIsOurs } = target.mqtt;
  const { connack, version = '5' } = factsOf(main, 'connect');
  if (cleanStart || !clientIdIsOurs || version === '5' || connack?.code !== 0) return [];
  const clean = { ...target, mqtt: { ...target.mqtt, version, cleanStart: true } };
  const changed = {
    label: 'the session taken back',
    setting: 'cleanStart',
    from: 'false',
    to: 'true',
  };
  const { input } = main.outcomes;
  const attempt = await climb(clean, credentials, { changed, input, upTo: 'connect', signal });
  const question = 'Is the session that this check left behind taken back?';
  return [{ id: 'sweep', question, attempt, helped: false }];
}

/** Nothing failed: there is nothing to experiment on. */
function isWhole({ outcomes }: Attempt): boolean {
  return Object.values(outcomes).every(
    ({ status }) => status === 'ok' || status === 'not-applicable',
  );
}

/** MQTT 5 was our choice, and the broker refused the version or hung up on it. */
function wantsOlderMqtt(target: Target, { outcomes: { connect } }: Attempt): boolean {
  if (target.mqtt.version !== null || connect.status !== 'failed') return false;
  const { connack, bytesIn } = connect.facts;
  if (connack) return connack.code === 132 || connack.code === 1;
  const hungUp = connect.failure.code === 'closed' || connect.failure.code === 'reset';
  return hungUp && bytesIn === 0;
}

function olderMqtt(target: Target): Target {
  return { ...target, mqtt: { ...target.mqtt, version: '3.1.1' } };
}

/** What was learned in the version that the broker speaks is the main attempt. */
function preferred(first: Attempt, older: Attempt): Attempts {
  const works = older.outcomes.connect.status === 'ok';
  const { connack } = factsOf(older, 'connect');
  const answered = works || (connack !== undefined && connack !== null && connack.code !== 1);
  return answered
    ? { main: older, trials: [versionTrial(first, '5')] }
    : { main: first, trials: [versionTrial(older, '3.1.1')] };
}

const olderId = 'mqtt-3.1.1';

function versionTrial(attempt: Attempt, version: '5' | '3.1.1'): Trial {
  const question = `Does it work with MQTT ${version}?`;
  return { id: `mqtt-${version}`, question, attempt, helped: false };
}
