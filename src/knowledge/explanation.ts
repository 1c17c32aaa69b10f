// What is known about a finding code, whatever the endpoint. Data for people who do not know
// TLS or MQTT by heart; it judges nothing.

import type { FindingCode, Remedy, Severity } from '../finding.ts';

export interface Explanation {
  readonly code: FindingCode;
  /** The usual one; a rule may say otherwise where one case differs. */
  readonly severity: Severity;
  /** One line about no single endpoint, short enough for a list of 80 columns. */
  readonly summary: string;
  /** Two to four plain sentences. */
  readonly means: string;
  /** What mqtt-doctor sees on the wire, where that helps to recognise it. */
  readonly looksLike?: string;
  /** The most frequent one first. */
  readonly causes: readonly string[];
  readonly remedies: readonly Remedy[];
}
