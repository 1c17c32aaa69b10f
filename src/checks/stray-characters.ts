// Characters that got into a value by copying or by the end of a line, and that a broker
// takes for part of it. Says where and what, never the value.

import type { StrayCharacters } from '../evidence.ts';
import type { Material } from '../target.ts';

const names: readonly (readonly [RegExp, string])[] = [
  [/[\r\n]/, 'newline'],
  [/\t/, 'tab'],
  [/\0/, 'NUL'],
  [/\ufeff/, 'byte order mark'],
  [/[\u200b-\u200d\u2060]/, 'invisible character'],
  [/\s/, 'space'],
];

/** At the edges of a value that goes on the wire. */
export function strayIn(where: StrayCharacters['where'], value: string): StrayCharacters[] {
  const start = nameOf(value.at(0));
  const end = nameOf(value.at(-1));
  return [
    ...(start ? [{ where, what: `${start} at the start` }] : []),
    // A value of one character has one edge.
    ...(end && value.length > 1 ? [{ where, what: `${end} at the end` }] : []),
  ];
}

/** White space around PEM is nobody's trouble; these are for some clients. */
export function strayInKeyFile({ bytes }: Material): StrayCharacters[] {
  if (!bytes || bytes[0] === 0x30) return [];
  const text = Buffer.from(bytes).toString('latin1');
  const found = [
    text.startsWith('\xef\xbb\xbf') ? 'byte order mark at the start' : null,
    text.startsWith('\0') ? 'NUL at the start' : null,
    text.endsWith('\0') ? 'NUL at the end' : null,
    /^[ \t]+-----BEGIN /m.test(text) ? 'space before -----BEGIN' : null,
    /-----\\n/.test(text) ? 'newlines written as \\n' : null,
  ];
  return found.flatMap((what) => (what ? [{ where: 'key file' as const, what }] : []));
}

function nameOf(character: string | undefined): string | null {
  if (character === undefined) return null;
  return names.find(([pattern]) => pattern.test(character))?.[1] ?? null;
}
