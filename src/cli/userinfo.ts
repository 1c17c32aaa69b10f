// The user name and password in a target. They leave the URL here and never return to it.

import { UsageError } from './usage-error.ts';

export interface Userinfo {
  readonly username: string | null;
  readonly password: string | null;
}

export const encodeHint =
  'In a URL write % as %25, @ as %40, : as %3A, / as %2F, ? as %3F, # as %23; or use -u and --password-file.';

/** `user:password`, percent-encoded; the first colon parts them (RFC 3986 §3.2.1). */
export function parseUserinfo(typed: string): Userinfo {
  const colon = typed.indexOf(':');
  const username = decode(colon === -1 ? typed : typed.slice(0, colon));
  return {
    username: username === '' ? null : username,
    password: colon === -1 ? null : decode(typed.slice(colon + 1)),
  };
}

function decode(typed: string): string {
  try {
    return decodeURIComponent(typed);
  } catch {
    throw new UsageError(
      'The user name or password in the target is not percent-encoded correctly.',
      encodeHint,
    );
  }
}
