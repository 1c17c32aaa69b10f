// What `--verbose` adds about the run itself: packets, settings, environment.

import { duration } from '../../report/duration.ts';
import type { Report } from '../../report.ts';
import type { Look } from '../look.ts';
import { type Line, paragraph, styled } from '../page.ts';
import { clean, padEnd, width } from '../terminal.ts';

export function transcript({ transcript }: Report, look: Look): Line[] {
  if (transcript.length === 0) return [];
  return [
    heading('Packets'),
    ...transcript.flatMap(({ ms, direction, packet, bytes, text }) => {
      const arrow = direction === 'out' ? '→' : '←';
      const sent = `${packet}, ${bytes} bytes${text === '' ? '' : `: ${text}`}`;
      const when: Line = [styled('faint', `  ${duration(ms).padStart(8)}  `)];
      return paragraph([...when, clean(`${arrow} `, look.unicode)], sent, look);
    }),
  ];
}

export function settings({ target }: Report, look: Look): Line[] {
  return [heading('Settings'), ...table(flattened('', target.settings), look)];
}

export function environment(report: Report, look: Look): Line[] {
  const { tool, at, ms, environment } = report;
  const rows: Row[] = [
    ['tool', `${tool.name} ${tool.version}, ${tool.runtime}`],
    ['at', `${at}, for ${duration(ms)}`],
    ...flattened('', { ...environment }),
  ];
  return [heading('Environment'), ...table(rows, look)];
}

type Row = readonly [name: string, value: string];

/** `mqtt.will.topic`: one row per value; an absent one has a dash. */
function flattened(prefix: string, values: Readonly<Record<string, unknown>>): Row[] {
  return Object.entries(values).flatMap(([name, value]): Row[] => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    if (Array.isArray(value)) return [[path, value.length === 0 ? '–' : value.join(', ')]];
    // Not null and no array: an object of plain values.
    if (typeof value === 'object' && value !== null) return flattened(path, { ...value });
    return [[path, value === null || value === '' ? '–' : String(value)]];
  });
}

function table(rows: readonly Row[], look: Look): Line[] {
  const names = rows.map(([name]) => clean(name, look.unicode));
  const columns = Math.min(26, Math.max(...names.map(width)));
  return rows.flatMap(([, value], i) => {
    const name = `  ${padEnd(names[i] ?? '', columns)}  `;
    return paragraph([styled('faint', name)], value, look);
  });
}

function heading(text: string): Line {
  return ['  ', styled('strong', text)];
}
