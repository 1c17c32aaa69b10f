// The signs in front of lines. Each differs in shape, so that nothing needs colour.

import type { Style } from './page.ts';

export interface Glyphs {
  readonly good: string;
  readonly bad: string;
  readonly unreached: string;
  readonly absent: string;
  readonly worry: string;
  readonly unclear: string;
  /** Between words of one line. */
  readonly between: string;
  readonly ellipsis: string;
}

const unicodeGlyphs: Glyphs = {
  good: '✔',
  bad: '✖',
  unreached: '·',
  absent: '–',
  worry: '!',
  unclear: '?',
  between: ' · ',
  ellipsis: '…',
};

const asciiGlyphs: Glyphs = {
  good: '+',
  bad: 'x',
  unreached: '.',
  absent: '-',
  worry: '!',
  unclear: '?',
  between: ' - ',
  ellipsis: '...',
};

export function glyphsOf({ unicode }: { readonly unicode: boolean }): Glyphs {
  return unicode ? unicodeGlyphs : asciiGlyphs;
}

export const statusSigns = {
  ok: ['good', 'good'],
  failed: ['bad', 'bad'],
  skipped: ['unreached', 'faint'],
  'not-applicable': ['absent', 'faint'],
  crashed: ['bad', 'bad'],
} as const satisfies Record<string, readonly [keyof Glyphs, Style]>;

export const verdictSigns = {
  healthy: ['good', 'good'],
  degraded: ['worry', 'worry'],
  broken: ['bad', 'bad'],
  inconclusive: ['unclear', 'worry'],
} as const satisfies Record<string, readonly [keyof Glyphs, Style]>;

export const severitySigns = {
  error: ['bad', 'bad'],
  warning: ['worry', 'worry'],
  info: ['unreached', 'faint'],
} as const satisfies Record<string, readonly [keyof Glyphs, Style]>;
