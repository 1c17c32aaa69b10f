// The catalogue of finding codes, a line each, grouped by layer. Lines are never folded, so that
// they can be searched.

import { type FindingCode, type Layer, layerOf, layers, type Severity } from '../finding.ts';
import { glyphsOf, severitySigns } from './glyphs.ts';
import type { Look } from './look.ts';
import { blank, type Line, print, styled } from './page.ts';
import { padEnd } from './terminal.ts';

export interface ListedCode {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly summary: string;
}

export function codeList(codes: readonly ListedCode[], look: Look): string {
  const groups = layers.map((layer) => group(layer, codes, look)).filter((one) => one.length > 0);
  const { error, warning } = severitySigns;
  const glyphs = glyphsOf(look);
  const legend: Line = [
    styled('faint', `${glyphs[error[0]]} error   ${glyphs[warning[0]]} warning   `),
    'More: mqtt-doctor explain <code>',
  ];
  if (look.quiet) return print(groups.flat(), look);
  return print([...groups.flatMap((one) => [...one, blank]), legend], look);
}

function group(layer: Layer, codes: readonly ListedCode[], look: Look): Line[] {
  const own = codes.filter(({ code }) => layerOf(code) === layer);
  const columns = Math.max(0, ...own.map(({ code }) => code.length));
  return own.map(({ code, severity, summary }) => {
    const [sign, style] = severitySigns[severity];
    const name = styled('key', padEnd(code, columns));
    return [styled(style, glyphsOf(look)[sign]), ' ', name, `  ${summary}`];
  });
}
