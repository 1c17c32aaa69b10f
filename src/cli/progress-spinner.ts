// Progress for terminals. `ora` is loaded only once there is something to wait for, so
// that a check that is over at once never pays for it.

import type { Ora } from 'ora';
import type { ResultFlags } from './flags/result.ts';
import type { Io } from './io.ts';
import { wantsColor } from './look.ts';
import type { Progress } from './progress.ts';
import { printable } from './stderr.ts';

const quickMs = 120;

export function spinnerOn(io: Io, flags: ResultFlags, labels: readonly string[]): Progress {
  /** What each target is at, in the order of the command line. */
  const doing: (string | null)[] = labels.map(() => null);
  let spinner: Ora | null = null;
  let stopped = false;

  const text = () => {
    const all = doing.flatMap((step, i) => (step === null ? [] : [`${labels[i]}${step}`]));
    // One line: a spinner that wraps leaves traces when it is cleared.
    const line = printable(all.join(' · '));
    const room = (io.stderr.columns || 80) - 4;
    return line.length > room ? `${line.slice(0, room - 1)}…` : line;
  };
  const start = async () => {
    const { default: ora } = await import('ora');
    if (stopped) return;
    const color = wantsColor(flags, io.stderr, io.env) ? 'cyan' : false;
    // ora would ask the process whether to run, and would read the terminal's keys:
    // Ctrl-C must stay a signal.
    const options = {
      stream: io.stderr,
      isEnabled: true,
      discardStdin: false,
      color,
    } as const;
    spinner = ora({ ...options, text: text() }).start();
  };
  // A spinner that cannot be loaded must not stop an examination.
  const timer = setTimeout(() => start().catch(() => {}), quickMs).unref();

  return {
    saw: (target, event) => {
      if (event.type === 'check-started') {
        doing[target] = event.trial === null ? `${event.check}…` : `trying ${event.trial}…`;
      }
      if (spinner) spinner.text = text();
    },
    done: (target) => {
      doing[target] = null;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      spinner?.stop();
    },
  };
}
