// The report as JSON: one object, or an array for several targets. The value is never
// changed; what a terminal would act on or not show is written as an escape.

import type { Renderer } from './look.ts';

// JSON.stringify escapes C0 and lone surrogates; its own line feeds are the one control left.
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

export const json: Renderer = (reports) => {
  const value = reports.length === 1 ? reports[0] : reports;
  return jsonText(value);
};

/** Any value of ours, ending with a newline. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(unseen, escaped)}\n`;
}

/** In UTF-16 units: JSON knows no other escape (RFC 8259 §7). */
function escaped(character: string): string {
  let units = '';
  for (let i = 0; i < character.length; i++) {
    units += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return units;
}
