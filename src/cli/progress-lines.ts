// Progress for logs: a line when a check takes more than a second, and one when it is
// over after all; with --verbose one for every check.

import type { Progress as Event } from '../examine.ts';
import type { Io } from './io.ts';
import type { Progress } from './progress.ts';
import { printable } from './stderr.ts';

const slowMs = 1000;

export function linesOn(io: Io, labels: readonly string[], verbose: boolean): Progress {
  /** null: it has been said. */
  const waiting = new Map<string, NodeJS.Timeout | null>();
  const say = (text: string) => io.stderr.write(`mqtt-doctor: ${printable(text)}\n`);

  const started = (key: string, name: string) => {
    const timer = setTimeout(() => {
      waiting.set(key, null);
      say(`${name}: waiting…`);
    }, slowMs);
    waiting.set(key, timer.unref());
  };
  const ended = (key: string, name: string, event: Extract<Event, { type: 'check-ended' }>) => {
    const timer = waiting.get(key);
    const announced = waiting.delete(key) && timer === null;
    if (timer) clearTimeout(timer);
    if (announced || verbose) say(`${name}: ${event.status} after ${duration(event.ms)}`);
  };

  return {
    saw: (target, event) => {
      if (event.trial !== null && !verbose) return;
      const trial = event.trial === null ? '' : `trial ${event.trial}, `;
      const name = `${labels[target] ?? ''}${trial}${event.check}`;
      // The same target may be given twice.
      const key = `${target} ${name}`;
      if (event.type === 'check-started') started(key, name);
      else ended(key, name, event);
    },
    done: () => {},
    stop: () => {
      for (const timer of waiting.values()) if (timer) clearTimeout(timer);
      waiting.clear();
    },
  };
}

function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
