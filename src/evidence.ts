// What an examination found: outcomes, attempts, trials. Everything here is plain JSON, so
// saved evidence can be judged again.

import type { FactsOf } from './facts.ts';
import type { Failure, FailureCode } from './failure.ts';
import type { Target } from './target.ts';

export type * from './facts.ts';

export const checkIds = [
  'input',
  'dns',
  'tcp',
  'tls',
  'alpn',
  'websocket',
  'connect',
  'pubsub',
] as const;
/** In the order they are climbed. */
export type CheckId = (typeof checkIds)[number];

export type Outcome<F> =
  | { readonly status: 'ok'; readonly facts: F; readonly ms: number }
  | {
      readonly status: 'failed';
      readonly failure: Failure;
      readonly facts: Partial<F>;
      readonly ms: number;
    }
  | { readonly status: 'skipped'; readonly blockedBy: CheckId }
  | { readonly status: 'not-applicable'; readonly reason: string }
  | { readonly status: 'crashed'; readonly message: string; readonly ms: number };

export type Outcomes = { readonly [Id in CheckId]: Outcome<FactsOf[Id]> };

/** One climb. */
export interface Attempt {
  /** null: exactly the user's settings. */
  readonly changed: Change | null;
  readonly outcomes: Outcomes;
  /** The highest check that was ok; null: none. */
  readonly reached: CheckId | null;
  readonly transcript: readonly TranscriptEntry[];
  readonly ms: number;
}

export type Status = Outcome<unknown>['status'];

/** The one setting that differs from the user's. */
export interface Change {
  /** In a few words, for people: `no server name sent (SNI)`. */
  readonly label: string;
  readonly setting: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Trial {
  readonly id: string;
  readonly question: string;
  readonly attempt: Attempt;
  /** It got further than the main attempt. */
  readonly helped: boolean;
}

export interface TranscriptEntry {
  /** Since the attempt began. */
  readonly ms: number;
  readonly check: CheckId;
  readonly direction: 'out' | 'in';
  readonly bytes: number;
  /** `CONNECT`, `CONNACK`, `ClientHello`, `alert`... */
  readonly packet: string;
  /** One line without secrets. Text from the wire in it is hostile until rendered. */
  readonly text: string;
}

/** Total: after a run every check of every attempt has an outcome. */
export interface Evidence {
  readonly target: Target;
  readonly main: Attempt;
  readonly trials: readonly Trial[];
  readonly environment: Environment;
  /** When the run began, ISO 8601 in UTC. */
  readonly at: string;
  readonly ms: number;
  readonly interrupted: boolean;
}

export interface Environment {
  readonly os: string;
  readonly runtime: string;
  readonly openssl: string;
  readonly resolvers: readonly string[];
  /** The signs that this process runs in a container; empty: none seen. */
  readonly container: string | null;
  readonly clock: string;
}

/** The facts of a check, as far as they are known. */
export function factsOf<Id extends CheckId>(attempt: Attempt, id: Id): Partial<FactsOf[Id]> {
  // Outcomes is a mapped type: the outcome under `id` has the facts of `id`.
  const outcome = attempt.outcomes[id] as Outcome<FactsOf[Id]>;
  return outcome.status === 'ok' || outcome.status === 'failed' ? outcome.facts : {};
}

/** How a check failed; null: it did not. */
export function failureIn(attempt: Attempt, id: CheckId): FailureCode | null {
  const outcome = attempt.outcomes[id];
  return outcome.status === 'failed' ? outcome.failure.code : null;
}
