// Which single change of the settings made the difference.

import { checkIds, failureIn, type Trial } from '../evidence.ts';
import { type Case, failureOf, trial, worked } from './rule.ts';

/** The user's own settings once more: where that helps, the first failure was chance. */
const unchanged = 'credentials-again';

/** Trials that change one setting of MQTT, or the server name that can look like one. */
export const rivals = [
  'mqtt-3.1',
  'mqtt-3.1.1',
  'mqtt-5',
  'client-id-fresh',
  'no-credentials',
  'no-will',
  'clean-session',
  'short-keepalive',
  'qos-0',
  'qos-1',
  'topic-fresh',
  'no-retain',
  'small-payload',
  'no-client-certificate',
  'sni-sent',
] as const;
export type Rival = (typeof rivals)[number];

export const otherVersions: readonly Rival[] = ['mqtt-3.1', 'mqtt-3.1.1', 'mqtt-5'];

/**
 * The trial `id`, where the check that failed is ok in it, and is so in no other that changes a
 * setting of MQTT, `kin` aside: those may help for the same cause. Unrelated changes that help
 * as well speak for chance (a broker that was busy for a moment), and prove nothing. Nor does a
 * trial that is merely refused in other words, though it counts as having helped.
 */
export function flipped(c: Case, id: Rival, ...kin: readonly Rival[]): Trial | null {
  const failed = (['connect', 'pubsub'] as const).find((check) => failureOf(c, check) !== null);
  if (failed === undefined || worked(c, unchanged, failed)) return null;
  const others = rivals.filter((one) => one !== id && !kin.includes(one));
  return others.some((one) => worked(c, one, failed)) ? null : worked(c, id, failed);
}

/** The trial `id` ran to its end and changed nothing: what it asked is not the cause. */
export function ruledOut(c: Case, id: string): boolean {
  const ran = trial(c, id);
  if (!ran || ran.helped) return false;
  const stopped = checkIds.map((check) => failureIn(ran.attempt, check));
  return !stopped.includes('deadline') && !stopped.includes('interrupted');
}
