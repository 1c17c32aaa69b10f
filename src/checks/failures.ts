// The one place where the words of Node, OpenSSL and the operating system become codes.

import type { Failure, FailureCode } from '../failure.ts';
import { Stopped } from './stopped.ts';

const byErrno: Readonly<Record<string, FailureCode>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ENONET: 'unreachable',
  EAFNOSUPPORT: 'unreachable',
  EINVAL: 'unreachable',
  // ICMP "administratively prohibited" over IPv6, and `ip route add prohibit`.
  EACCES: 'unreachable',
  EPERM: 'local-limit',
  EMFILE: 'local-limit',
  ENFILE: 'local-limit',
  ENOBUFS: 'local-limit',
  ENOMEM: 'local-limit',
};

// OpenSSL's reasons, as Node gives them in `code` (ERR_SSL_ + reason).
const byReason: readonly (readonly [RegExp, FailureCode])[] = [
  [
    /^ERR_SSL_(WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|RECORD_LAYER_FAILURE)$/,
    'tls-not-spoken',
  ],
  [/_ALERT_/, 'tls-alert'],
  [
    /^ERR_SSL_(UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|DH_KEY_TOO_SMALL|EE_KEY_TOO_SMALL|BAD_ECPOINT|WRONG_CURVE|WRONG_SIGNATURE_TYPE|LEGACY_SIGALG_DISALLOWED_OR_UNSUPPORTED|UNSAFE_LEGACY_RENEGOTIATION_DISABLED|NO_CIPHERS_AVAILABLE|WRONG_SSL_VERSION|VERSION_TOO_LOW|NO_SUITABLE_KEY_SHARE|UNKNOWN_CIPHER_RETURNED|WRONG_CIPHER_RETURNED)$/,
    'tls-no-common-ground',
  ],
  [/^ERR_SSL_/, 'tls-broken'],
];

/** Never throws; text that no table knows is `closed` only where the caller knows better. */
export function failureFrom(error: unknown, fallback: FailureCode): Failure {
  if (error instanceof Stopped) return { code: error.code, raw: error.message };
  const raw = plainWords(error instanceof Error ? error.message : String(error));
  const code = codeOf(error);
  return { code: (code === null ? null : toFailureCode(code)) ?? fallback, raw };
}

/** Of OpenSSL's `id:error:number:library:function:reason:file:line:` the reason and what follows it. */
function plainWords(message: string): string {
  const [, reason, rest] =
    /:error:[0-9A-F]+:[^:]*:[^:]*:([^:]*):[^:]*:\d+:(.*)/s.exec(message) ?? [];
  if (!reason) return message.trim();
  return rest?.trim() ? `${reason} (${rest.trim()})` : reason;
}

function toFailureCode(code: string): FailureCode | null {
  return byErrno[code] ?? byReason.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The alert in an OpenSSL error, by the number that its text ends with; null: it has none. */
export function alertNumberIn(error: unknown): number | null {
  const text = error instanceof Error ? error.message : '';
  const number = /SSL alert number (\d{1,3})/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}
