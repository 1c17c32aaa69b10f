// What to do, with commands and links that stay whole.

import type { Remedy } from '../../finding.ts';
import type { Look } from '../look.ts';
import { type Line, paragraph, styled, widthOf } from '../page.ts';

export function numbered(remedies: readonly Remedy[], look: Look): Line[] {
  const digits = String(remedies.length).length;
  return remedies.flatMap((remedy, i) => {
    const number = `  ${String(i + 1).padStart(digits)}. `;
    return remedyLines(remedy, [number], look);
  });
}

export function remedyLines({ text, command, link }: Remedy, first: Line, look: Look): Line[] {
  const under = ' '.repeat(widthOf(first, look));
  return [
    ...paragraph(first, text, look),
    // Whole, however long: these are to be copied.
    ...(command === undefined ? [] : [[`${under}$ `, styled('key', command)]]),
    ...(link === undefined ? [] : [[under, styled('faint', link)]]),
  ];
}
