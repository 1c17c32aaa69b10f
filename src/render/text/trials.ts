// The experiments: what was changed, and how far it got. Those that helped come first.

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

/** `MQTT version: 3.1.1`; the user's own settings, tried beside the main attempt, have only an id. */
function changeOf({ changed, id }: ReportedTrial): string {
  const { setting, to } = changed as { readonly setting?: unknown; readonly to?: unknown };
  if (typeof setting !== 'string') return id;
  return `${settingWords(setting)}: ${typeof to === 'string' && to !== '' ? to : 'none'}`;
}

const acronyms: Readonly<Record<string, string>> = {
  mqtt: 'MQTT',
  tls: 'TLS',
  sni: 'SNI',
  alpn: 'ALPN',
  ca: 'CA',
  qos: 'QoS',
};

/** `mqttVersion` as `MQTT version`. */
function settingWords(setting: string): string {
  const spaced = setting.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.replace(/\b[a-z]+\b/g, (word) => acronyms[word] ?? word);
}

function resultOf({ helped, reached, failure }: ReportedTrial, report: Report): string {
  if (helped) return reached === topOf(report) ? 'works' : `got as far as ${reached}`;
  const words = failure && (failureWords[failure.code] ?? failure.code);
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

function restOf(left: readonly ReportedTrial[]): string {
  const helped = left.filter((trial) => trial.helped).length;
  return helped === 0
    ? `and ${left.length} more that did not help`
    : `and ${left.length} more, of which ${helped} helped`;
}
