// What is shown, where it goes, and what counts as failure.

import type { Format } from '../../render/index.ts';
import { UsageError } from '../usage-error.ts';
import { type Flag, type FlagGroup, oneOf } from './flag.ts';

export interface ResultFlags {
  readonly format?: Format;
  readonly output?: string;
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly failOn?: 'error' | 'warning';
}

// The renderers are loaded only when there is something to render; the compiler keeps
// this list the same as theirs.
const formats = { text: 'text', json: 'json' } as const satisfies {
  [F in Format]: F;
};

export const formatFlag: Flag = {
  flags: '-f, --format <name>',
  help: 'text or json (default: text)',
  parse: oneOf<Format>('--format', formats, Object.keys(formats).join(' or ')),
};

export const resultFlags: FlagGroup = {
  title: 'Result:',
  flags: [
    formatFlag,
    {
      flags: '-o, --output <file>',
      help: 'write the report into a file, readable by you alone',
      parse: fileName,
    },
    { flags: '--verbose', help: 'show all facts, and the packets' },
    { flags: '--quiet', help: 'no progress, and the verdict only' },
    { flags: '--no-color', help: 'no colour; NO_COLOR=1 does the same' },
    {
      flags: '--fail-on <severity>',
      help: 'error or warning; with warning, a warning exits with 1 (default: error)',
      parse: oneOf('--fail-on', { error: 'error', warning: 'warning' }, 'error or warning'),
    },
  ],
};

function fileName(typed: string): string {
  if (typed !== '') return typed;
  throw new UsageError('--output is empty.', 'Give it the name of a file.');
}
