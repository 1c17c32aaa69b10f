// What `--deep` tried on a target that works, by the ids of its trials.

import type { Trial } from '../evidence.ts';
import { type Case, succeeded } from './rule.ts';

/** The part of the id behind `deep-<setting>-`, with its trial; none where the target does not work. */
export function deepTrials(
  c: Case,
  setting: 'tls' | 'qos' | 'mqtt',
): readonly { readonly value: string; readonly trial: Trial }[] {
  if (!succeeded(c, 'connect')) return [];
  const prefix = `deep-${setting}-`;
  return c.trials
    .filter(({ id }) => id.startsWith(prefix))
    .map((trial) => ({ value: trial.id.slice(prefix.length), trial }));
}
