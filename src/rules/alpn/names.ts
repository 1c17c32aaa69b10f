// The ALPN names with which a trial got further.

import { rivals, unchanged } from '../proof.ts';
import { type Case, failureOf, worked } from '../rule.ts';

const prefix = 'alpn-';

export function namesThatHelped(c: Case): readonly string[] {
  if (failureOf(c, 'connect') !== null && otherwiseLetIn(c)) return [];
  return c.trials
    .filter(({ id, helped }) => helped && id.startsWith(prefix) && id !== `${prefix}none`)
    .map(({ id }) => id.slice(prefix.length));
}

/** These trials come as a guest, who may be let in where the user is not, whatever the name. */
export function otherwiseLetIn(c: Case): boolean {
  const others = [...rivals, unchanged].filter((id) => !id.startsWith(prefix));
  return others.some((id) => worked(c, id, 'connect'));
}
