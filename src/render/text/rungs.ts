// The ladder, one line per rung: sign, word, key fact, time, time bar.

import { duration } from '../../report/duration.ts';
import type { Report, ReportedCheck } from '../../report.ts';
import { bar } from '../bar.ts';
import { usesWebSocket } from '../facts.ts';
import { factsLine } from '../facts-line.ts';
import { glyphsOf, statusSigns } from '../glyphs.ts';
import type { Look } from '../look.ts';
import { type Line, styled } from '../page.ts';
import { fit } from '../parts.ts';
import { clean, padEnd, padStart, width } from '../terminal.ts';

/** Of the words `connect ` and `websocket `. */
const wordColumns = { usual: 9, webSocket: 10 };
const mostBarCells = 6;
/** In less than this the facts need the bar's room. */
const columnsForBars = 72;

export function rungs(report: Report, look: Look): Line[] {
  const webSocket = usesWebSocket(report);
  const shown = report.checks.filter(
    (check) =>
      (check.id !== 'input' || inputMatters(report, check)) &&
      (check.id !== 'websocket' || webSocket),
  );
  const words = webSocket ? wordColumns.webSocket : wordColumns.usual;
  const factStart = 4 + words;
  const slowest = Math.max(0, ...shown.map(({ ms }) => ms ?? 0));
  const times = shown.map(({ ms }) => (ms === null ? '' : duration(ms)));
  const timeColumns = Math.max(0, ...times.map(width));
  const barCells = look.columns < columnsForBars ? 0 : mostBarCells;
  const room = look.columns - factStart - 2 - timeColumns - 1 - barCells;
  const facts = shown.map((check) => {
    // Without a time the line may run on to the edge.
    const columns = check.ms === null ? look.columns - factStart : room;
    return fit(factsLine(check, report), columns, look);
  });
  const timed = facts.filter((_, i) => times[i] !== '');
  const factColumns = Math.max(0, ...timed.map(width));

  return shown.map((check, i) => {
    const [sign, style] = statusSigns[check.status];
    const quiet = style === 'faint' ? 'faint' : 'plain';
    const time = times[i] ?? '';
    return [
      '  ',
      styled(style, glyphsOf(look)[sign]),
      ' ',
      styled(quiet, padEnd(clean(check.id, look.unicode), words)),
      styled(quiet, padEnd(facts[i] ?? '', factColumns)),
      styled('faint', time === '' ? '' : `  ${padStart(time, timeColumns)} `),
      styled('faint', bar(check.ms ?? 0, slowest, barCells, look.unicode)),
    ];
  });
}

/** What was read here is worth a line only where something is wrong with it. */
function inputMatters({ findings }: Report, { status }: ReportedCheck): boolean {
  return (
    status === 'failed' ||
    status === 'crashed' ||
    findings.some(({ check, severity }) => check === 'input' && severity !== 'info')
  );
}
