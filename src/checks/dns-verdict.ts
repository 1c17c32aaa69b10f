// How a lookup failed, from what the name server said and from what getaddrinfo said.
// Pure: it asks nobody.

import { getSystemErrorName } from 'node:util';
import type { LookupStatus, ResolverAnswer } from '../evidence.ts';
import type { FailureCode } from '../failure.ts';
import type { Route } from '../target.ts';
import { codeOf } from './failures.ts';

export type LookupFailure = Extract<
  FailureCode,
  'name-not-found' | 'no-address' | 'resolver-error' | 'resolver-silent'
>;

/** null: the name server gives addresses of the family. */
export function failureOfAnswer(
  { a, aaaa }: Pick<ResolverAnswer, 'a' | 'aaaa'>,
  family: Route['family'],
): LookupFailure | null {
  const counted = family === 0 ? [a, aaaa] : [family === 4 ? a : aaaa];
  const some = (...statuses: LookupStatus[]) => counted.some((each) => statuses.includes(each));
  if (some('ok')) return null;
  // NXDOMAIN is about the name, whatever type was asked for (RFC 8020 §2)...
  if (some('nxdomain')) {
    // ...and servers that balance load are known to say it where they mean "no data".
    return some('no-data') ? 'no-address' : 'name-not-found';
  }
  if (some('server-failure', 'refused', 'malformed', 'cname-loop')) return 'resolver-error';
  return some('timeout', 'unreachable') ? 'resolver-silent' : 'no-address';
}

/** What getaddrinfo says on its own; `code` as `systemErrorOf` gives it. */
export function failureOfSystemError(code: string): LookupFailure {
  if (code === 'ENOTFOUND') return 'name-not-found';
  if (code === 'ENODATA' || code === 'EAI_ADDRFAMILY') return 'no-address';
  return code === 'EAI_AGAIN' ? 'resolver-silent' : 'resolver-error';
}

/** The code that Node gives, save that Node calls EAI_NODATA and EAI_NONAME both ENOTFOUND. */
export function systemErrorOf(error: unknown): string {
  const errno =
    typeof error === 'object' && error !== null && 'errno' in error ? error.errno : null;
  if (typeof errno === 'number' && errno < 0 && getSystemErrorName(errno) === 'EAI_NODATA') {
    return 'ENODATA';
  }
  return codeOf(error) ?? 'EAI_FAIL';
}
