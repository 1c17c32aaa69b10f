// Ctrl-C: the first one ends the examination, and what is known is still written.

import type { Stopped } from '../examine.ts';
import type { Io } from './io.ts';

/**
 * A signal that aborts with a `Stopped` at Ctrl-C. The class comes with the examination,
 * which may still be loading.
 */
export function interruptOf(
  io: Io,
  loading: Promise<{ readonly Stopped: typeof Stopped }>,
): AbortSignal {
  const run = new AbortController();
  io.onInterrupt(async () => {
    const { Stopped } = await loading;
    run.abort(new Stopped('interrupted', 'interrupted by Ctrl-C'));
  });
  return run.signal;
}
