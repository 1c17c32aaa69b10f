// The score of a graded run: per layer, in all, and whether it is good enough.

import { layers } from '../../src/finding.ts';
import type { Graded, Mark } from './run.ts';

/** The marks that a doctor is held to. */
const leastRight = 0.95;
const mostWrong = 0.01;

export interface Score {
  readonly line: string;
  readonly passes: boolean;
}

export function scoreOf(all: readonly Graded[]): Score {
  const count = (mark: Mark) => all.filter((one) => one.mark === mark).length;
  const wrong = count('wrong');
  const alarms = count('false-alarm');
  const broken = count('broken');
  const faults = all.filter(({ scenario }) => scenario.expect !== null).length;
  const right = count('right');
  const line = [
    `${all.length} scenarios (${faults} faults, ${all.length - faults} healthy)`,
    `${percent(right, all.length)} right`,
    `${wrong} wrong`,
    `${count('unsure')} unsure`,
    `${alarms} false alarms`,
    ...(broken > 0 ? [`${broken} broken`] : []),
    `median ${(median(answered(all)) / 1000).toFixed(2)} s to diagnosis where the peer answers`,
  ].join(', ');
  const passes =
    all.length > 0 &&
    right / all.length >= leastRight &&
    wrong / all.length <= mostWrong &&
    alarms === 0 &&
    broken === 0;
  return { line, passes };
}

/** Markdown: one row a layer. */
export function table(all: readonly Graded[]): string {
  return tableOf(all, (ms) => String(Math.round(ms)), 'ms');
}

/** The same in tenths of a second, which do not change with every run. */
export function readmeTable(all: readonly Graded[]): string {
  return tableOf(all, (ms) => (ms < 100 ? '< 0.1' : (ms / 1000).toFixed(1)), 's');
}

function tableOf(all: readonly Graded[], time: (ms: number) => string, unit: string): string {
  const rows = [...layers, 'healthy' as const].flatMap((layer) => {
    const of = all.filter(({ scenario }) => scenario.layer === layer);
    if (of.length === 0) return [];
    const right = of.filter(({ mark }) => mark === 'right');
    const proven = right.filter(({ certainty }) => certainty === 'proven').length;
    const slowest = Math.max(0, ...answered(of));
    return [
      `| ${layer} | ${of.length} | ${right.length} | ${layer === 'healthy' ? '–' : proven} | ${time(median(answered(of)))} | ${time(slowest)} |`,
    ];
  });
  return [
    `| layer | scenarios | right | of these proven | median ${unit} | slowest ${unit} |`,
    '| --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

/** Times where the peer answers; where packets vanish the timeout decides. */
function answered(all: readonly Graded[]): readonly number[] {
  return all.filter(({ scenario }) => !scenario.silent).map(({ ms }) => ms);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10} %`;
}
