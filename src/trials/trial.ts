// What a trial is: a question, the one setting that is changed, how high to climb, and when
// it is worth asking. It opens no socket, and its credentials never travel on a weaker
// channel than the one the user asked for.

import { type Attempt, type Change, type CheckId, factsOf } from '../evidence.ts';
import type { FailureCode } from '../failure.ts';
import type { Target } from '../target.ts';

/** What a plan is made from. */
export interface Situation {
  readonly target: Target;
  /** The main attempt, whole or as far as it is. */
  readonly main: Attempt;
  /** Name servers of this machine, as `address` or `address:port`. */
  readonly resolvers: readonly string[];
}

export interface PlannedTrial {
  readonly id: string;
  readonly question: string;
  readonly changed: Change;
  readonly target: Target;
  readonly upTo: CheckId;
  /**
   * `certificate`: user name, password and will stay at home, the client certificate may go.
   * `handshake`: so may the headers and the query of WebSocket.
   */
  readonly credentials: 'same' | 'handshake' | 'certificate' | 'none';
}

export interface TrialDefinition {
  readonly id: string;
  /** What is different, in a few words. `value` is one of `values`, here and below. */
  readonly label: (value: string) => string;
  readonly question: (value: string) => string;
  /** The values worth trying; none: not worth asking. */
  readonly values: (s: Situation) => readonly string[];
  readonly change: (target: Target, value: string, s: Situation) => Target;
  /** The setting's name, and what the user has there. */
  readonly setting: string;
  readonly from: (target: Target) => string | null;
  readonly upTo: CheckId;
  readonly credentials?: PlannedTrial['credentials'];
  /** Dial anew as the user's settings say, instead of the address that answered. */
  readonly dialsAnew?: boolean;
}

export interface TrialRule {
  readonly id: string;
  readonly plan: (s: Situation) => readonly PlannedTrial[];
}

export function defineTrial(trial: TrialDefinition): TrialRule {
  return {
    id: trial.id,
    plan: (s) =>
      trial.values(s).map((value) => ({
        id: value === only ? trial.id : `${trial.id}-${value}`,
        question: trial.question(value),
        changed: {
          label: trial.label(value),
          setting: trial.setting,
          from: trial.from(s.target),
          to: value === only ? trial.from(trial.change(s.target, only, s)) : value,
        },
        target: trial.change(trial.dialsAnew ? s.target : pinned(s), value, s),
        upTo: trial.upTo,
        credentials: trial.credentials ?? 'none',
      })),
  };
}

/** The value of a trial that has only one. */
export const only = '';

/** `[only]` where the trial is worth it. */
export function once(worthIt: boolean): readonly string[] {
  return worthIt ? [only] : [];
}

/**
 * The same address as the main attempt: the name is not looked up again, nor all addresses dialled.
 * The same version of MQTT, too, where the run has found the one that the broker speaks.
 */
function pinned({ target, main }: Situation): Target {
  const { address } = factsOf(main, 'tcp');
  if (!address) return target;
  const port = target.route.connectTo?.port ?? null;
  const { version = null } = main.changed ? factsOf(main, 'connect') : target.mqtt;
  return {
    ...target,
    route: { ...target.route, connectTo: { address, port } },
    mqtt: { ...target.mqtt, version },
  };
}

/** The peer ended the connection, or let it hang, without a reason. */
export function wordless(code: FailureCode | null): boolean {
  return code === 'closed' || code === 'reset' || code === 'timeout';
}

/** One of these alerts came before the server showed a certificate (Java sends a ServerHello first). */
export function refusedHello(main: Attempt, alerts: readonly number[]): boolean {
  const { alert, chain = [], clientCertificate } = factsOf(main, 'tls');
  const early = chain.length === 0 && clientCertificate?.requested !== true;
  return early && alerts.includes(alert?.number ?? -1);
}
