// What another MQTT client, or a library under it, prints, and which findings fit. Data; the
// patterns are for single lines.

import type { FindingCode } from '../../finding.ts';

/** What a line says, whoever prints it. */
export interface Meaning {
  /** One sentence. */
  readonly means: string;
  /** Most likely first; empty: it happens inside the client, and no check from outside sees it. */
  readonly codes: readonly FindingCode[];
  /** What would tell them apart, or where to look where there is no code. */
  readonly settles?: string;
}

export interface ClientError extends Meaning {
  /** Every quantifier has an upper bound, so that no line can make it slow. */
  readonly pattern: RegExp;
  /** A line as it is printed. */
  readonly example: string;
  /**
   * `number`: other clients print the same number for something else, so it counts less where
   * the client is not known. `broad`: many faults end in these words, so they count only where
   * no other line says more. Absent: the words are distinct.
   */
  readonly weight?: 'number' | 'broad';
  /** Too seldom to stand for what the client prints. */
  readonly rare?: true;
}

export interface Client {
  readonly name: string;
  /** How its output can be recognised, beside its errors. */
  readonly signs?: RegExp;
  readonly errors: readonly ClientError[];
}
