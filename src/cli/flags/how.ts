// How long, and whether to experiment.

import type { Limits } from '../../target.ts';
import { type FlagGroup, wholeNumber } from './flag.ts';

export interface HowFlags {
  readonly timeout?: number;
  readonly deadline?: number;
  readonly trials: boolean;
  readonly deep?: boolean;
}

const hint = 'It is in milliseconds: 5000 is five seconds.';

export const howFlags: FlagGroup = {
  title: 'How:',
  flags: [
    {
      flags: '--timeout <ms>',
      help: 'limit for each check (default: 5000)',
      parse: wholeNumber('--timeout', 1, 600_000, hint),
    },
    {
      flags: '--deadline <ms>',
      help: 'limit for the whole run (default: 30000, or --timeout if longer)',
      parse: wholeNumber('--deadline', 1, 3_600_000, hint),
    },
    {
      flags: '--no-trials',
      help: 'do not change a setting to prove the cause',
    },
    {
      flags: '--deep',
      help: 'try a healthy broker with other addresses, TLS settings, QoS and MQTT versions, too',
    },
  ],
};

export function limitsOf(flags: HowFlags): Limits {
  const timeoutMs = flags.timeout ?? 5000;
  return {
    timeoutMs,
    deadlineMs: flags.deadline ?? Math.max(30_000, timeoutMs),
  };
}
