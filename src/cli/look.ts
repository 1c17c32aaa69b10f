// How the terminal at hand wants it: width, colour, glyphs.

import type { Look } from '../render/index.ts';
import type { ResultFlags } from './flags/result.ts';
import type { Io, Output, Variables } from './io.ts';

export function lookFor(flags: LookFlags, io: Io): Look {
  const toFile = flags.output !== undefined;
  return {
    columns: (toFile ? undefined : io.stdout.columns) || 80,
    color: !toFile && wantsColor(flags, io.stdout, io.env),
    unicode: hasUnicode(io.env),
    verbose: flags.verbose ?? false,
    quiet: flags.quiet ?? false,
  };
}

export type LookFlags = Pick<ResultFlags, 'output' | 'verbose' | 'quiet' | 'color'>;

/** no-color.org: any value but the empty one turns colour off. */
export function wantsColor(flags: LookFlags, output: Output, env: Variables): boolean {
  if (!flags.color || env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return output.isTTY === true && env.TERM !== 'dumb';
}

function hasUnicode(env: Variables): boolean {
  if (env.OS === 'Windows_NT') {
    // The old console draws boxes instead of the glyphs.
    return Boolean(env.WT_SESSION || env.TERM || env.TERM_PROGRAM === 'vscode' || env.CI);
  }
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return env.TERM !== 'linux' && locale !== 'C' && locale !== 'POSIX';
}
