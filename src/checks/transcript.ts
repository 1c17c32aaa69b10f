// The packet timeline of one attempt, written while it climbs. Entries never hold a secret:
// whoever adds one writes its line from settings, not from the packet's bytes.

import type { CheckId, TranscriptEntry } from '../evidence.ts';

/** More than an honest run has; a hostile server must not fill memory. */
const maxEntries = 500;

export class Transcript {
  readonly #began = performance.now();
  readonly #entries: { -readonly [K in keyof TranscriptEntry]: TranscriptEntry[K] }[] = [];

  /** Since the attempt began, in ms. */
  get ms(): number {
    return performance.now() - this.#began;
  }

  get entries(): readonly TranscriptEntry[] {
    return this.#entries.toSorted((a, b) => a.ms - b.ms);
  }

  add(
    check: CheckId,
    direction: 'out' | 'in',
    packet: string,
    bytes: number,
    text: string,
    ms = this.ms,
  ): { bytes: number } {
    const entry = { ms: round(ms), check, direction, bytes, packet, text };
    if (this.#entries.length < maxEntries) this.#entries.push(entry);
    return entry;
  }
}

/** To a hundredth of a millisecond. */
export function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
