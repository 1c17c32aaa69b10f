// One finding code in full, for people at a terminal: what it means, whatever the endpoint.

import type { FindingCode, Remedy, Severity } from '../finding.ts';
import { glyphsOf, severitySigns } from './glyphs.ts';
import type { Look } from './look.ts';
import { blank, type Line, paragraph, print, readable, styled } from './page.ts';
import { clean, padEnd, width } from './terminal.ts';
import { numbered } from './text/remedies.ts';

export interface Explained {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly summary: string;
  readonly means: string;
  readonly looksLike?: string;
  readonly causes: readonly string[];
  readonly remedies: readonly Remedy[];
}

export interface PrintedElsewhere {
  readonly client: string;
  readonly line: string;
}

export function explain(
  explained: Explained,
  printed: readonly PrintedElsewhere[],
  given: Look,
): string {
  const look = readable(given);
  const title = titleOf(explained, look);
  if (look.quiet) return print(title, look);
  const { means, looksLike, causes, remedies } = explained;
  const sections = [
    title,
    section('What it means', paragraph(['  '], means, look)),
    section('On the wire', looksLike === undefined ? [] : paragraph(['  '], looksLike, look)),
    section('Usual causes', bullets(causes, look)),
    section('What to do', numbered(remedies, look)),
    section('What other clients print', elsewhere(printed, look)),
  ].filter(({ length }) => length > 0);
  const lines = sections.flatMap((one, i) => (i === 0 ? one : [blank, ...one]));
  return print(lines, look);
}

function titleOf({ code, severity, summary }: Explained, look: Look): Line[] {
  const [sign, style] = severitySigns[severity];
  const { [sign]: glyph, between } = glyphsOf(look);
  return [
    ...paragraph([styled(style, glyph), ' '], summary, look, 'strong'),
    ['  ', styled('key', code), styled('faint', between + severity)],
  ];
}

export function section(title: string, lines: readonly Line[]): Line[] {
  return lines.length === 0 ? [] : [['  ', styled('strong', title)], ...lines];
}

export function bullets(texts: readonly string[], look: Look): Line[] {
  return texts.flatMap((one) => paragraph([`  ${glyphsOf(look).absent} `], one, look));
}

/** Without what stands in brackets behind a name. */
function shortName(client: string): string {
  return client.replace(/ \([^()]{1,80}\)$/, '');
}

function elsewhere(printed: readonly PrintedElsewhere[], look: Look): Line[] {
  const names = printed.map(({ client }) => clean(shortName(client), look.unicode));
  const columns = Math.max(0, ...names.map(width));
  return printed.flatMap(({ line }, i) => {
    return paragraph(['  ', styled('faint', padEnd(names[i] ?? '', columns)), '  '], line, look);
  });
}
