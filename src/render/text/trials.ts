// The experiments: what was changed, and how far it got. Those that helped come first.

import type { TcpFacts } from '../../evidence.ts';
import { failureWords } from '../../report/words.ts';
import type { Report, ReportedTrial } from '../../report.ts';
import { topOf } from '../facts.ts';
import { glyphsOf } from '../glyphs.ts';
import type { Look } from '../look.ts';
import { type Line, styled } from '../page.ts';
import { fit } from '../parts.ts';
import { clean, padEnd, width } from '../terminal.ts';

const mostLines = 8;
const narrowestLabel = 24;

export function trials(report: Report, look: Look): Line[] {
  const sorted = report.trials.toSorted((a, b) => Number(b.helped) - Number(a.helped));
  if (sorted.length === 0) return [];
  const most = look.verbose ? sorted.length : mostLines;
  const shown = sorted.slice(0, most);
  const left = sorted.slice(most);
  const glyphs = glyphsOf(look);
  const results = shown.map((trial) => clean(`  → ${resultOf(trial, report)}`, look.unicode));
  const room = Math.max(narrowestLabel, look.columns - 4 - Math.max(...results.map(width)));
  const labels = shown.map((trial) => fit([{ name: changeOf(trial) }], room, look));
  const labelColumns = Math.max(...labels.map(width));
  const lines = shown.map((trial, i): Line => {
    const style = trial.helped ? 'good' : 'faint';
    return [
      '  ',
      styled(style, trial.helped ? glyphs.good : glyphs.bad),
      ' ',
      padEnd(labels[i] ?? '', labelColumns),
      styled(trial.helped ? 'plain' : 'faint', results[i] ?? ''),
    ];
  });
  const rest: Line[] = left.length === 0 ? [] : [['    ', styled('faint', restOf(left))]];
  return [['  ', styled('strong', 'Changed one thing at a time')], ...lines, ...rest];
}

/** The user's own settings, tried beside the main attempt, have only an id. */
function changeOf({ changed, id }: ReportedTrial): string {
  const { label } = changed as { readonly label?: unknown };
  return typeof label === 'string' ? label : id;
}

function resultOf(trial: ReportedTrial, report: Report): string {
  const { helped, reached, failure } = trial;
  const words = failure && (failureWords[failure.code] ?? failure.code);
  if (helped) {
    if (failure === undefined || reached === topOf(report)) return 'works';
    return `gets further: ${words}`;
  }
  const said = greetingOf(trial);
  if (said) return said;
  const order = report.checks.map(({ id }) => id);
  const main = report.checks.findLastIndex(({ status }) => status === 'ok');
  if ((reached === null ? -1 : order.indexOf(reached)) < main) {
    return words === undefined ? 'stops earlier' : `stops earlier: ${words}`;
  }
  const stop = report.checks.find((check) => check.failure !== undefined);
  return words === undefined || failure?.code === stop?.failure?.code
    ? 'same'
    : `no further: ${words}`;
}

/** What the server said to a trial that let it speak first; null: the trial went on. */
function greetingOf({ checks }: ReportedTrial): string | null {
  const facts = checks?.find(({ id }) => id === 'tcp')?.facts as Partial<TcpFacts> | undefined;
  const greeting = facts?.greeting;
  if (!greeting) return null;
  if (greeting.answer) return `answers as ${greeting.answer.service}`;
  return greeting.ended ? 'hangs up' : 'says nothing';
}

function restOf(left: readonly ReportedTrial[]): string {
  const helped = left.filter((trial) => trial.helped).length;
  return helped === 0
    ? `and ${left.length} more that did not help`
    : `and ${left.length} more, of which ${helped} helped`;
}
