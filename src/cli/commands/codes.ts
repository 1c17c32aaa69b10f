// `mqtt-doctor codes`: the catalogue of finding codes.

import { formatFlag, type ResultFlags } from '../flags/result.ts';
import type { Io } from '../io.ts';
import { lookFor } from '../look.ts';
import { writeOut } from '../output.ts';
import type { Command } from './command.ts';

type CodesFlags = Pick<ResultFlags, 'format' | 'color'>;

export const codes: Command<CodesFlags> = {
  name: 'codes',
  summary: 'List every finding code, one line each',
  operands: [],
  flags: [
    {
      title: 'Result:',
      flags: [formatFlag, { flags: '--no-color', help: 'no colour; NO_COLOR=1 does the same' }],
    },
  ],
  notes:
    'The codes stand in reports; they are never renamed. Each has a page of its own:\nmqtt-doctor explain <code>.',
  examples: ['mqtt-doctor codes', 'mqtt-doctor codes --format json'],
  run,
};

async function run(_operands: readonly string[], flags: CodesFlags, io: Io): Promise<number> {
  const { explanations } = await import('../../knowledge/catalogue.ts');
  if (flags.format === 'json') {
    const { jsonText } = await import('../../render/json.ts');
    const listed = explanations.map(({ code, severity, summary }) => ({ code, severity, summary }));
    await writeOut(io.stdout, jsonText(listed));
  } else {
    const { codeList } = await import('../../render/code-list.ts');
    await writeOut(io.stdout, codeList(explanations, lookFor(flags, io)));
  }
  return 0;
}
