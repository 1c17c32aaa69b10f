// Which single change of the settings made the difference.

import { checkIds, failureIn, type Trial } from '../evidence.ts';
import { type Case, failureOf, trial, worked } from './rule.ts';

/** The user's own settings once more: where that works, the first failure was chance. */
export const unchanged = 'again';

/**
 * Trials that change a setting of MQTT, or the server name that can look like one, with all that
 * differs in them: some come as a guest, and a clean session needs an id that is nobody's.
 */
const differs = {
  'mqtt-3.1': ['version'],
  'mqtt-3.1.1': ['version'],
  'mqtt-5': ['version'],
  'client-id-fresh': ['id'],
  'no-credentials': ['credentials', 'id', 'will', 'session'],
  'no-will': ['will'],
  'clean-session': ['session', 'id'],
  'short-keepalive': ['keep-alive'],
  'qos-0': ['qos'],
  'qos-1': ['qos'],
  'topic-fresh': ['topic', 'retain'],
  'no-retain': ['retain'],
  'small-payload': ['payload'],
  'no-client-certificate': ['certificate', 'credentials', 'id', 'will', 'session'],
  'sni-sent': ['server name'],
  'alpn-mqtt': ['protocol name', 'credentials', 'id', 'will', 'session'],
  'alpn-x-amzn-mqtt-ca': ['protocol name', 'credentials', 'id', 'will', 'session'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Rival = keyof typeof differs;

// The keys of an object literal are its keys.
export const rivals = Object.keys(differs) as readonly Rival[];

export const otherVersions: readonly Rival[] = ['mqtt-3.1', 'mqtt-3.1.1', 'mqtt-5'];

/**
 * The trial `id`, where the check that failed is ok in it, and is so in no other that leaves alone
 * what it changed, `kin` aside: those may help for the same cause. Unrelated changes that help
 * as well speak for chance (a broker that was busy for a moment), and prove nothing. Nor does a
 * trial that is merely refused in other words, though it counts as having helped.
 */
export function flipped(c: Case, id: Rival, ...kin: readonly Rival[]): Trial | null {
  const failed = (['connect', 'pubsub'] as const).find((check) => failureOf(c, check) !== null);
  if (failed === undefined || worked(c, unchanged, failed)) return null;
  const others = rivals.filter((one) => !includes(one, id) && !kin.includes(one));
  return others.some((one) => worked(c, one, failed)) ? null : worked(c, id, failed);
}

/** All that `id` changes is changed in `other` too: its success is no other cause. */
function includes(other: Rival, id: Rival): boolean {
  const changed: readonly string[] = differs[other];
  return differs[id].every((setting) => changed.includes(setting));
}

/** The trial `id` ran, and failed where the main attempt did. */
export function failedToo(c: Case, id: Rival): boolean {
  const ran = trial(c, id);
  return (
    ran !== null && failureOf(c, 'connect') !== null && failureIn(ran.attempt, 'connect') !== null
  );
}

/** The trial `id` ran to its end and changed nothing: what it asked is not the cause. */
export function ruledOut(c: Case, id: string): boolean {
  const ran = trial(c, id);
  if (!ran || ran.helped) return false;
  const stopped = checkIds.map((check) => failureIn(ran.attempt, check));
  return !stopped.includes('deadline') && !stopped.includes('interrupted');
}
