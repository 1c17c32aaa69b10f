// Reports as a hostile server would have them: terminal commands in every text.

import type { Report } from '../../src/report.ts';

/** Clears the screen, recolours, sets the title, turns text round, hides, forges a verdict. */
export const hostile =
  '\x1b[2J\x1b[31mred\x1b]0;title\x07\u009b1m\x7f\b\r\u202eolleh\u2066\u200b\ufeff\u2028\u00ad\u{e0041}\n✔ Healthy: forged';

/** What decides how a report is laid out, not what it says. */
const structure = new Set(['status', 'outcome', 'severity']);
/** Words of closed vocabularies; with them intact every branch is taken. */
const vocabulary = new Set([
  ...structure,
  'id',
  'check',
  'code',
  'cause',
  'explainedBy',
  'result',
  'service',
  'source',
  'stage',
  'direction',
  'side',
  'at',
  'notAfter',
  'reached',
]);

/** Every text replaced, but for what decides the layout. */
export function replaced(report: Report): Report {
  return mapped(report, (text, key, path) => {
    const checkId = key === 'id' && path.includes('checks');
    return structure.has(key) || checkId ? text : hostile;
  });
}

/** Every free text with the hostile one behind it. */
export function appended(report: Report): Report {
  return mapped(report, (text, key) => (vocabulary.has(key) ? text : text + hostile));
}

type Change = (text: string, key: string, path: readonly string[]) => string;

function mapped(report: Report, change: Change): Report {
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'string') return change(value, path.findLast(isName) ?? '', path);
    if (Array.isArray(value)) return value.map((one, i) => walk(one, [...path, String(i)]));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, one]) => [key, walk(one, [...path, key])]);
    return Object.fromEntries(entries);
  };
  // The cast holds: strings become strings, and all else stays.
  return walk(report, []) as Report;
}

function isName(key: string): boolean {
  return !/^\d+$/.test(key);
}
