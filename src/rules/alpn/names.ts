// The ALPN names with which a trial got further.

import type { Case } from '../rule.ts';

const prefix = 'alpn-';

export function namesThatHelped({ trials }: Case): readonly string[] {
  return trials
    .filter(({ id, helped }) => helped && id.startsWith(prefix) && id !== `${prefix}none`)
    .map(({ id }) => id.slice(prefix.length));
}
