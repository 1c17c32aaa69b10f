// What a terminal may be sent, and how much room it takes there. All text of a report goes
// through `clean`: no control character, escape sequence, bidi or invisible character stays.

const lineBreaks = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const beyondAscii = /[^\x20-\x7e]/gu;

const inAscii: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '…': '...',
  '–': '-',
  '—': '-',
  '·': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '≥': '>=',
  '≤': '<=',
  '×': 'x',
  µ: 'u',
  '§': 'section ',
};

/** One line of harmless text; cleaning it again changes nothing. */
export function clean(text: string, unicode: boolean): string {
  const shown = text.replace(lineBreaks, ' ').replace(unseen, escaped);
  return unicode ? shown : shown.replace(beyondAscii, (one) => inAscii[one] ?? escaped(one));
}

/** `\x1b`, `\u202e`, `\u{e0001}` */
function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`;
}

const noColumn = /^[\p{Mn}\p{Me}]$/u;
// East Asian wide and full-width forms (UAX #11), in blocks, and what is drawn as emoji.
const twoColumns =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

/** Columns of cleaned text. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOf(character);
  return columns;
}

function columnsOf(character: string): number {
  if (character < '\u0300') return 1;
  if (noColumn.test(character)) return 0;
  return twoColumns.test(character) ? 2 : 1;
}

/** `text`, or its two ends with an ellipsis between, in no more than `columns`. */
export function middleCut(text: string, columns: number, ellipsis: string): string {
  if (width(text) <= columns) return text;
  const room = Math.max(0, columns - width(ellipsis));
  const characters = [...text];
  const head = taken(characters, Math.ceil(room / 2));
  const tail = taken(characters.toReversed(), Math.floor(room / 2)).toReversed();
  // An accent without its letter would sit on the ellipsis.
  while (noColumn.test(tail[0] ?? '')) tail.shift();
  return `${head.join('')}${ellipsis}${tail.join('')}`;
}

function taken(characters: readonly string[], columns: number): string[] {
  let used = 0;
  const end = characters.findIndex((character) => {
    used += columnsOf(character);
    return used > columns;
  });
  return characters.slice(0, end === -1 ? undefined : end);
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text;
}

/** Breaks at spaces only: a name or value that is longer than a line stays whole, to be copied. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && width(longer) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines;
}
