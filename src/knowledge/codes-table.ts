// The table of codes for the README, in Markdown.

import { layerOf } from '../finding.ts';
import { explanations } from './catalogue.ts';

export function codesTable(): string {
  const rows = explanations.map(
    ({ code, severity, summary }) =>
      `| ${layerOf(code)} | \`${code}\` | ${severity} | ${summary} |`,
  );
  return [
    '| Layer | Code | Severity | What it says |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
