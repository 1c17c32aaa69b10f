// README.md, and the place in it that the table of codes has.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codesTable } from '../src/knowledge/codes-table.ts';

/** From the compiled file. */
export const readmePath = fileURLToPath(new URL('../../README.md', import.meta.url));

const begin = '<!-- codes -->';
const end = '<!-- /codes -->';

/** null: there is none. */
export function readme(): string | null {
  return existsSync(readmePath) ? readFileSync(readmePath, 'utf8') : null;
}

/** What stands between the markers. */
export function between(text: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`README.md has no ${begin} … ${end}`);
  return text.slice(from + begin.length, to);
}

export function withCodes(text: string): string {
  const old = `${begin}${between(text)}${end}`;
  return text.replace(old, () => `${begin}\n${codesTable()}${end}`);
}
