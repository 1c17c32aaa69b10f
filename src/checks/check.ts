// What a check is: one rung of the ladder. It gets what the rungs below built, records
// facts, and hands up what it built. It never decides how bad something is.

import type { Address, CheckId, FactsOf } from '../evidence.ts';
import type { Failure } from '../failure.ts';
import type { Credentials, Target } from '../target.ts';
import type { Session } from './session.ts';
import type { Tap } from './tap.ts';
import type { ServerFlight } from './tls-flight.ts';
import type { Transcript } from './transcript.ts';

/** What the climb holds so far; each rung adds its part. */
export interface Holds {
  readonly addresses?: readonly Address[];
  /** The TCP connection. */
  readonly wire?: Tap;
  /** Reads the server's side of the handshake, late alerts included. */
  readonly flight?: () => ServerFlight;
  /** The protocol that the server chose; null: none. */
  readonly alpn?: string | null;
  /** What the next rung speaks on: the TLS socket, or the wire. */
  readonly stream?: Tap;
  readonly session?: Session;
}

export interface Rung {
  readonly target: Target;
  readonly credentials: Credentials;
  readonly holds: Holds;
  readonly transcript: Transcript;
  /** Aborts at the check's timeout, the run's deadline or Ctrl-C; the reason is a `Stopped`. */
  readonly signal: AbortSignal;
  /** Aborts when the climb is over, whatever came of it: close what you opened. */
  readonly over: AbortSignal;
  /** Facts that complete themselves while higher rungs climb; the climb waits for them at its end. */
  readonly settle: (work: Promise<void>) => void;
}

export type CheckResult<F> =
  | { readonly status: 'ok'; readonly facts: F; readonly holds?: Holds }
  | {
      readonly status: 'failed';
      readonly failure: Failure;
      readonly facts: Partial<F>;
      /** The failure is a lower rung's, seen only now: it gets the failure and these facts. */
      readonly belongsTo?: Amendment;
    };

/** A late alert belongs to TLS (RFC 8446 §4.4.2.4), whoever reads it. */
export interface Amendment {
  readonly check: 'tls';
  readonly facts: Partial<FactsOf['tls']>;
}

export interface Check<Id extends CheckId> {
  readonly id: Id;
  /** Why this rung does not exist for the target; null: it does. */
  readonly notApplicable: (target: Target) => string | null;
  /** What this machine has to load first; its time is not the network's. */
  readonly prepare?: () => Promise<unknown>;
  readonly run: (rung: Rung) => Promise<CheckResult<FactsOf[Id]>>;
}

export function defineCheck<Id extends CheckId>(check: Check<Id>): Check<Id> {
  return check;
}
