// The top of the page: the verdict, how sure it is and whose side it is on, and the target.

import type { Report } from '../../report.ts';
import { glyphsOf, verdictSigns } from '../glyphs.ts';
import type { Look } from '../look.ts';
import { type Line, paragraph, styled } from '../page.ts';
import { codeLines } from './code-lines.ts';

export function verdict({ verdict }: Report, look: Look): Line[] {
  const [sign, style] = verdictSigns[verdict.outcome];
  const glyphs = glyphsOf(look);
  const title = paragraph([styled(style, glyphs[sign]), ' '], verdict.summary, look, 'strong');
  if (verdict.cause === null) return title;
  return [...title, ...codeLines('  ', { ...verdict, code: verdict.cause }, look)];
}

/** Never folded: one line per target, for logs. */
export function quietVerdict({ verdict, target }: Report, several: boolean, look: Look): Line {
  const [sign, style] = verdictSigns[verdict.outcome];
  return [
    styled(style, glyphsOf(look)[sign]),
    several ? ` ${target.url}: ` : ' ',
    verdict.summary,
    ...(verdict.cause === null ? [] : [' ', styled('key', `[${verdict.cause}]`)]),
  ];
}

export function target({ target }: Report, look: Look): Line[] {
  const provider = target.provider === null ? '' : glyphsOf(look).between + target.provider;
  return [['  ', target.url, styled('faint', provider)]];
}
