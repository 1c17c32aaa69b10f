// What is going on, on stderr, while the network is waited for: a spinner on a terminal,
// plain lines elsewhere. It never says what the report says.

import type { Progress as Event } from '../examine.ts';
import type { ResultFlags } from './flags/result.ts';
import type { Io } from './io.ts';
import { linesOn } from './progress-lines.ts';
import { spinnerOn } from './progress-spinner.ts';

export interface Progress {
  /** `target` is the place of the target on the command line. */
  readonly saw: (target: number, event: Event) => void;
  readonly done: (target: number) => void;
  /** Leaves the terminal as it was; nothing is written afterwards. */
  readonly stop: () => void;
}

const silent: Progress = { saw: () => {}, done: () => {}, stop: () => {} };

/** `names` of the targets; a single one needs none. */
export function progressOn(io: Io, flags: ResultFlags, names: readonly string[]): Progress {
  const labels = names.length > 1 ? names.map((name) => `${name} `) : [''];
  if (flags.quiet) return silent;
  const interactive = io.stderr.isTTY === true && io.env.TERM !== 'dumb' && !io.env.CI;
  if (interactive) return spinnerOn(io, flags, labels);
  return linesOn(io, labels, flags.verbose ?? false);
}
