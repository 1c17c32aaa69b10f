// Runs the trials that are planned, all at once, within the manners of the tool: so many
// connections, so many attempts with credentials, and never two at a time under one client id.

import { climb } from './checks/climb.ts';
import { Stopped } from './checks/stopped.ts';
import type { Attempt, CheckId, Status, Trial } from './evidence.ts';
import { type Credentials, noCredentials, type Target, type WebSocketSettings } from './target.ts';
import { deepTrials } from './trials/deep.ts';
import { heightOf } from './trials/height.ts';
import { trials } from './trials/index.ts';
import { type Budget, plan } from './trials/plan.ts';
import type { PlannedTrial, TrialRule } from './trials/trial.ts';

export const maxConnections = 12;
/** The main attempt included: some brokers lock an account after a few refusals. */
const maxAuthenticated = 3;
const deepBudget: Budget = { connections: 40, authenticated: 12 };
/** At a time: a broker may take a crowd from one address for an attack. */
const maxAtOnce = 12;
/** A trial that has not answered by then, or in ten times the slowest answer so far, will not help. */
const patienceMs = 900;
const patienceAnswers = 10;
/** Of the main attempt's timeout, where that has been waited for in vain already. */
const patienceAfterSilence = 0.1;

export interface Watcher {
  readonly onStart: (check: CheckId, trial: string) => void;
  readonly onEnd: (check: CheckId, status: Status, ms: number, trial: string) => void;
}

interface Ran {
  readonly planned: PlannedTrial;
  readonly attempt: Attempt;
}

export class Experiment {
  readonly #target: Target;
  readonly #credentials: Credentials;
  readonly #resolvers: readonly string[];
  readonly #signal: AbortSignal;
  readonly #stop = new AbortController();
  readonly #early = new AbortController();
  readonly #watcher: Watcher;
  readonly #running: Promise<Ran>[] = [];
  readonly #ids: string[] = [];
  #budget: Budget;
  #underUserId: Promise<unknown> = Promise.resolve();

  constructor(
    target: Target,
    credentials: Credentials,
    resolvers: readonly string[],
    signal: AbortSignal,
    watcher: Watcher,
  ) {
    this.#target = target;
    this.#credentials = credentials;
    this.#resolvers = resolvers;
    this.#signal = signal;
    this.#watcher = watcher;
    this.#budget = { connections: maxConnections, authenticated: maxAuthenticated - 1 };
  }

  /** An attempt outside of the plan was made, with the user's credentials. */
  count(id: string): void {
    this.#ids.push(id);
    const { connections, authenticated } = this.#budget;
    this.#budget = { connections: connections - 1, authenticated: authenticated - 1 };
  }

  /** The main attempt waited in vain: what ran beside it has had its time, but for a rest. */
  #endEarly(main: Attempt): void {
    const rest = patience(main, this.#target);
    setTimeout(() => this.#early.abort(new Stopped('timeout', 'no answer in time')), rest).unref();
  }

  /** Starts what is worth trying and has not been tried; `early`: the main attempt is still waiting. */
  start(main: Attempt, early: boolean): void {
    if (!early) this.#endEarly(main);
    this.#start(trials, main, early);
  }

  /** What a healthy target does with other settings: more of it, because nothing can be locked. */
  goDeep(main: Attempt): void {
    this.#budget = deepBudget;
    this.#start(deepTrials, main, false);
  }

  #start(rules: readonly TrialRule[], main: Attempt, early: boolean): void {
    const situation = { target: this.#target, main, resolvers: this.#resolvers };
    const budget = {
      ...this.#budget,
      // Beside a main attempt that may still succeed nobody signs in a second time.
      authenticated: early ? 0 : this.#budget.authenticated,
    };
    for (const planned of plan(rules, situation, budget, this.#ids)) {
      // Under the user's client id it would throw off the attempt that is still waiting.
      if (early && planned.credentials === 'same' && !planned.target.mqtt.clientIdIsOurs) continue;
      const signsIn = planned.credentials === 'same';
      this.#budget = {
        connections: this.#budget.connections - 1,
        authenticated: this.#budget.authenticated - (signsIn ? 1 : 0),
      };
      this.#ids.push(planned.id);
      this.#running.push(this.#run(planned, this.#ids.length, main, early));
    }
  }

  /** All trials, ended by now or soon. */
  async results(main: Attempt): Promise<readonly Trial[]> {
    const ran = await Promise.all(this.#running);
    const height = heightOf(main);
    return ran.map(({ planned, attempt }) => ({
      id: planned.id,
      question: planned.question,
      attempt,
      helped: heightOf(attempt) > height,
    }));
  }

  /** The main attempt has its answer: what runs beside it ends. */
  stop(): void {
    this.#stop.abort(new Stopped('deadline', 'the main attempt has its answer'));
  }

  async #run(planned: PlannedTrial, number: number, main: Attempt, early: boolean): Promise<Ran> {
    const target = guest(planned, number, early ? null : patience(main, this.#target));
    const underUserId = !target.mqtt.clientIdIsOurs;
    const run = () =>
      climb(target, credentialsFor(planned, this.#credentials), {
        changed: planned.changed,
        input: main.outcomes.input,
        upTo: planned.upTo,
        signal: AbortSignal.any([
          this.#signal,
          this.#stop.signal,
          ...(early ? [this.#early.signal] : []),
        ]),
        onStart: (check) => this.#watcher.onStart(check, planned.id),
        onEnd: (check, status, ms) => this.#watcher.onEnd(check, status, ms, planned.id),
      });
    const before = underUserId ? this.#underUserId : this.#running[number - 1 - maxAtOnce];
    const turn = before ? before.then(run) : run();
    if (underUserId) this.#underUserId = turn.catch(() => {});
    return { planned, attempt: await turn };
  }
}

function patience(main: Attempt, { limits }: Target): number {
  const outcomes = Object.values(main.outcomes);
  if (outcomes.some((one) => one.status === 'failed' && one.failure.code === 'timeout')) {
    return limits.timeoutMs * patienceAfterSilence;
  }
  const answers = outcomes.map((one) => (one.status === 'ok' ? one.ms : 0));
  return Math.min(limits.timeoutMs, Math.max(patienceMs, patienceAnswers * Math.max(...answers)));
}

/**
 * Every attempt comes under a client id and a topic of its own, unless the user's own are what
 * is being tried: two at once would throw each other off and hear each other.
 */
function guest(planned: PlannedTrial, number: number, timeoutMs: number | null): Target {
  const { target } = planned;
  const anonymous = planned.credentials !== 'same';
  const { mqtt, roundTrip } = target;
  const guestId = mqtt.clientIdIsOurs ? mqtt.clientId.slice(0, 20) : 'mqtt-doctor-guest';
  const ownId = anonymous || mqtt.clientIdIsOurs;
  const clientCertificate = planned.credentials !== 'none';
  return {
    ...target,
    tls: target.tls && {
      ...target.tls,
      clientCertificate: target.tls.clientCertificate && clientCertificate,
    },
    webSocket: target.webSocket && shown(target.webSocket, planned),
    mqtt: {
      ...mqtt,
      ...(ownId ? { clientId: `${guestId}-${number}`, clientIdIsOurs: true } : {}),
      ...(anonymous
        ? { usernameGiven: false, passwordGiven: false, will: null, cleanStart: true }
        : {}),
    },
    roundTrip: roundTrip.topicIsOurs
      ? { ...roundTrip, topic: `${roundTrip.topic}/${number}` }
      : roundTrip,
    limits: timeoutMs === null ? target.limits : { ...target.limits, timeoutMs },
  };
}

function shown(settings: WebSocketSettings, { credentials }: PlannedTrial): WebSocketSettings {
  const goes = credentials === 'same' || credentials === 'handshake';
  return goes ? settings : { ...settings, headers: [], queryGiven: false };
}

function credentialsFor({ credentials, target }: PlannedTrial, all: Credentials): Credentials {
  const { ca, clientCertificate, clientKey, keyPassphrase, headers, query } = all;
  switch (credentials) {
    case 'same':
      return all;
    case 'certificate':
    case 'handshake': {
      const kept = target.webSocket?.headers ?? [];
      const shown = headers.filter(({ name }) => kept.includes(name));
      const sent = credentials === 'handshake' ? { headers: shown, query } : {};
      const certificate = target.tls ? { clientCertificate, clientKey, keyPassphrase } : {};
      return { ...noCredentials, ca, ...certificate, ...sent };
    }
    case 'none':
      return { ...noCredentials, ca };
  }
}
