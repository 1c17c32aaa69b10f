// One line made of fixed words and of names that may be cut in the middle to make it fit.

import { glyphsOf } from './glyphs.ts';
import type { Look } from './look.ts';
import { clean, middleCut, width } from './terminal.ts';

/** A string stays whole as long as anything else can give way. */
export type Part = string | { readonly name: string };
export type Parts = readonly Part[];

const shortestName = 12;

/** Cleaned, and at most `columns` wide. */
export function fit(parts: Parts, columns: number, look: Look): string {
  const { ellipsis } = glyphsOf(look);
  const texts = parts.map((part) =>
    clean(typeof part === 'string' ? part : part.name, look.unicode),
  );
  const whole = texts.join('');
  if (width(whole) <= columns) return whole;

  // The longest name gives way first: one name cut is easier to read than two.
  const names = parts
    .flatMap((part, at) => (typeof part === 'string' ? [] : [{ at, text: texts[at] ?? '' }]))
    .sort((a, b) => width(b.text) - width(a.text));
  for (const { at, text } of names) {
    const excess = width(texts.join('')) - columns;
    if (excess <= 0) break;
    texts[at] = middleCut(text, Math.max(shortestName, width(text) - excess), ellipsis);
  }
  return middleCut(texts.join(''), columns, ellipsis);
}
