// The report: the contract with scripts and support desks (`--format json`).

import type { Change, CheckId, Environment, TranscriptEntry } from './evidence.ts';
import type { Failure } from './failure.ts';
import type { Certainty, Finding, FindingCode, Layer, Side } from './finding.ts';

export interface Report {
  readonly schema: 1;
  readonly tool: { readonly name: string; readonly version: string; readonly runtime: string };
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly ms: number;
  readonly target: ReportedTarget;
  readonly verdict: Verdict;
  readonly main: ReportedMain;
  /** Of the main attempt. */
  readonly checks: readonly ReportedCheck[];
  /** The cause first, wherever `verdict.cause` is set. */
  readonly findings: readonly Finding[];
  readonly trials: readonly ReportedTrial[];
  readonly transcript: readonly TranscriptEntry[];
  readonly environment: Environment;
}

/** The main attempt, beside `checks` and `transcript`. */
export interface ReportedMain {
  readonly ms: number;
  /** Where it is not exactly the user's settings. */
  readonly changed?: Change;
}

export interface ReportedTarget {
  readonly url: string;
  readonly transport: string;
  readonly host: string;
  readonly port: number;
  /** Over WebSocket. */
  readonly path?: string;
  readonly provider: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
}

export type VerdictOutcome = 'healthy' | 'degraded' | 'broken' | 'inconclusive';

export interface Verdict {
  readonly outcome: VerdictOutcome;
  readonly cause: FindingCode | null;
  readonly layer: Layer | null;
  readonly side: Side | null;
  readonly certainty: Certainty | null;
  readonly summary: string;
  readonly exitCode: number;
}

export interface ReportedCheck {
  readonly id: CheckId;
  readonly status: 'ok' | 'failed' | 'skipped' | 'not-applicable' | 'crashed';
  readonly ms: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly failure?: Failure;
  readonly blockedBy?: CheckId;
  readonly reason?: string;
}

export interface ReportedTrial {
  readonly id: string;
  readonly question: string;
  readonly changed: Readonly<Record<string, unknown>>;
  readonly reached: CheckId | null;
  readonly helped: boolean;
  readonly ms: number;
  /** The rungs that ran; `input` is that of the main attempt. */
  readonly checks: readonly ReportedCheck[];
  /** Why it ended where it did; absent where it reached the top. */
  readonly failure?: Failure;
}
