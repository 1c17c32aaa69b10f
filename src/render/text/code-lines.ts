// What stands under a title: the code, how sure it is, and whose side it is on.

import type { Certainty, FindingCode, Side } from '../../finding.ts';
import { glyphsOf } from '../glyphs.ts';
import type { Look } from '../look.ts';
import { type Line, styled, widthOf } from '../page.ts';

const sideWords: Readonly<Record<Side, string | null>> = {
  client: 'fix it in the client',
  network: 'look at the network path',
  server: 'fix it on the server',
  unclear: null,
};

export interface Coded {
  readonly code: FindingCode;
  readonly certainty: Certainty | null;
  readonly side: Side | null;
}

/** Two lines where one is too narrow. */
export function codeLines(indent: string, { code, certainty, side }: Coded, look: Look): Line[] {
  const { between } = glyphsOf(look);
  const words = [certainty, side && sideWords[side]].filter((one) => one).join(between);
  const name = styled('key', code);
  if (words === '') return [[indent, name]];
  const line = [indent, name, styled('faint', between + words)];
  if (widthOf(line, look) <= look.columns) return [line];
  return [
    [indent, name],
    [indent, styled('faint', words)],
  ];
}
