// Lines made of styled spans, and the one place where they become text for a terminal:
// whatever a span holds is cleaned here, and only here colour is added.

import { Chalk } from 'chalk';
import type { Look } from './look.ts';
import { clean, width, wrap } from './terminal.ts';

export type Style = 'plain' | 'strong' | 'good' | 'bad' | 'worry' | 'faint' | 'key';

export interface Span {
  readonly text: string;
  readonly style: Style;
}
export type Line = readonly (string | Span)[];

export const blank: Line = [];

export function styled(style: Style, text: string): Span {
  return { text, style };
}

const narrowest = 60;
const widest = 120;

/** Columns that prose can be read in. */
export function readable(look: Look): Look {
  const columns = Math.min(widest, Math.max(narrowest, Math.floor(look.columns) || 80));
  return { ...look, columns };
}

/** `text` folded into the columns right of `first`; its further lines stand under its start. */
export function paragraph(first: Line, text: string, look: Look, style: Style = 'plain'): Line[] {
  const indent = widthOf(first, look);
  const folded = wrap(clean(text, look.unicode), look.columns - indent);
  return folded.map((line, i) => [
    ...(i === 0 ? first : [' '.repeat(indent)]),
    styled(style, line),
  ]);
}

export function print(lines: readonly Line[], look: Look): string {
  const chalk = new Chalk({ level: look.color ? 1 : 0 });
  const paints: Readonly<Record<Style, (text: string) => string>> = {
    plain: (text) => text,
    strong: chalk.bold,
    good: chalk.green,
    bad: chalk.red,
    worry: chalk.yellow,
    faint: chalk.dim,
    key: chalk.cyan,
  };
  const printed = lines.map((line) => {
    const spans = line.map((span) => {
      const { text, style } = typeof span === 'string' ? styled('plain', span) : span;
      return { text: clean(text, look.unicode), style };
    });
    return withoutTrail(spans)
      .map(({ text, style }) => paints[style](text))
      .join('');
  });
  return `${printed.join('\n')}\n`;
}

/** Spaces at the end of a line are a nuisance to whoever copies it. */
function withoutTrail(spans: readonly Span[]): readonly Span[] {
  const kept = [...spans];
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    const text = last.text.trimEnd();
    if (text !== '') return [...kept, { ...last, text }];
  }
  return kept;
}

export function widthOf(line: Line, look: Look): number {
  const texts = line.map((span) => (typeof span === 'string' ? span : span.text));
  return width(clean(texts.join(''), look.unicode));
}
