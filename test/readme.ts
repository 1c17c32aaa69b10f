// The parts of README.md that are made and not written: between `<!-- name -->` and
// `<!-- /name -->`.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const readmePath = fileURLToPath(new URL('../../README.md', import.meta.url));

export type Part = 'codes' | 'run' | 'score';

/** null: there is none. */
export function readme(): string | null {
  return existsSync(readmePath) ? readFileSync(readmePath, 'utf8') : null;
}

/** What stands in a part now. */
export function partOf(page: string, part: Part): string {
  const [from, to] = placeOf(page, part);
  return page.slice(from, to);
}

export function withPart(page: string, part: Part, content: string): string {
  const [from, to] = placeOf(page, part);
  return `${page.slice(0, from)}\n${content.trimEnd()}\n${page.slice(to)}`;
}

/** Whether README.md changed. */
export function writePart(part: Part, content: string): boolean {
  const page = readme();
  if (page === null) throw new Error('there is no README.md');
  const written = withPart(page, part, content);
  if (written === page) return false;
  writeFileSync(readmePath, written);
  return true;
}

function placeOf(page: string, part: Part): readonly [number, number] {
  const open = `<!-- ${part} -->`;
  const from = page.indexOf(open);
  const to = page.indexOf(`<!-- /${part} -->`);
  if (from < 0 || to < from) throw new Error(`README.md has no place for ${part}`);
  return [from + open.length, to];
}
