// The first bytes that the other side said, as those who name a service read them, and
// what they make of it.

import type { Answer } from '../evidence.ts';

export interface Said {
  readonly bytes: Uint8Array;
  /** One character for each byte. */
  readonly text: string;
}

/** What is not stated is null in the answer. */
export type Named = Pick<Answer, 'service'> & Partial<Omit<Answer, 'sample'>>;

/** Banners and heads of HTTP answers are shorter; what comes later is not looked at. */
const maxRead = 4096;

export function saidIn(bytes: Uint8Array): Said {
  const read = bytes.subarray(0, maxRead);
  return { bytes: read, text: Buffer.from(read).toString('latin1') };
}

/** At most `max` characters: printable ASCII, real line breaks for CR LF and LF, else `\xNN`. */
export function printable(bytes: Uint8Array, max: number): string {
  let text = '';
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0x0d && bytes[at + 1] === 0x0a) continue;
    const next = byte === 0x0a ? '\n' : character(byte);
    if (text.length + next.length > max) break;
    text += next;
  }
  return text;
}

function character(byte: number): string {
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

/** The first group that `pattern` finds, as one short line; null: it is not there, or blank. */
export function productIn({ text }: Said, pattern: RegExp): string | null {
  const found = pattern.exec(text)?.[1]?.trim();
  return found ? printable(Buffer.from(found, 'latin1'), 80).replaceAll('\n', ' ') : null;
}
