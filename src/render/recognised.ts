// What lines of another client's output mean, and which findings fit. The lines are hostile:
// they are printed as text and nothing else.

import type { FindingCode } from '../finding.ts';
import { section } from './explain.ts';
import { glyphsOf } from './glyphs.ts';
import type { Look } from './look.ts';
import { blank, type Line, paragraph, print, readable, styled } from './page.ts';
import { clean, middleCut, padEnd } from './terminal.ts';

export interface RecognisedLine {
  readonly line: string;
  readonly clients: readonly string[];
  readonly means: string;
  readonly settles: string | null;
}

export interface RecognisedText {
  /** Empty: nothing was recognised. */
  readonly found: readonly RecognisedLine[];
  /** Best first. */
  readonly codes: readonly { readonly code: FindingCode; readonly summary: string }[];
  readonly otherwise: readonly { readonly client: string; readonly means: string }[];
}

const checkCommand = 'mqtt-doctor check HOST:PORT -u USER --password-file FILE';
const longestQuote = 200;
const mostOtherwise = 4;

export function recognised(text: RecognisedText, given: Look): string {
  const look = readable(given);
  const { found, codes, otherwise } = text;
  if (found.length === 0) return print(nothing(look), look);
  const [first] = codes;
  if (look.quiet) return print(fitting(codes, look), look);
  const sections = [
    ...found.map((one) => saying(one, look)),
    section('What it can be, most likely first', fitting(codes, look)),
    section('What tells them apart', settling(found, look)),
    section('The same number, printed by another client', others(otherwise, look)),
    section('Find out, with the settings of the client', [['  $ ', styled('key', checkCommand)]]),
    first === undefined ? [] : [['  ', `More: mqtt-doctor explain ${first.code}`]],
  ].filter(({ length }) => length > 0);
  const lines = sections.flatMap((one, i): readonly Line[] => (i === 0 ? one : [blank, ...one]));
  return print(lines, look);
}

function saying({ line, clients, means }: RecognisedLine, look: Look): Line[] {
  const { unclear, ellipsis } = glyphsOf(look);
  const quote = `"${middleCut(clean(line, look.unicode), longestQuote, ellipsis)}"`;
  const who =
    clients.length > 3 ? `${clients.slice(0, 3).join(', ')} and others` : clients.join(', ');
  return [
    ...paragraph([styled('worry', unclear), ' '], quote, look, 'strong'),
    ...paragraph(['  '], who, look, 'faint'),
    ...paragraph(['  '], means, look),
  ];
}

function fitting(codes: RecognisedText['codes'], look: Look): Line[] {
  const columns = Math.max(0, ...codes.map(({ code }) => code.length));
  return codes.flatMap(({ code, summary }) => {
    return paragraph(['  ', styled('key', padEnd(code, columns)), '  '], summary, look);
  });
}

function settling(found: readonly RecognisedLine[], look: Look): Line[] {
  const said = new Set(found.flatMap(({ settles }) => (settles === null ? [] : [settles])));
  return [...said].flatMap((one) => paragraph(['  '], one, look));
}

function others(otherwise: RecognisedText['otherwise'], look: Look): Line[] {
  return otherwise.slice(0, mostOtherwise).flatMap(({ client, means }) => {
    return paragraph([`  ${glyphsOf(look).absent} `], `${client}: ${means}`, look);
  });
}

function nothing(look: Look): Line[] {
  return [
    ...paragraph(
      [styled('worry', glyphsOf(look).unclear), ' '],
      'Nothing here is an error message that mqtt-doctor knows.',
      look,
      'strong',
    ),
    ...paragraph(
      ['  '],
      'Give it the line with the number or the words of the error, or several lines of the log. What would tell without it: the check itself, with the settings of the client.',
      look,
    ),
    ['  $ ', styled('key', checkCommand)],
  ];
}
