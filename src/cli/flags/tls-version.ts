// --tls-min and --tls-max.

import type { TlsVersion } from '../../target.ts';
import { UsageError } from '../usage-error.ts';
import { type Flag, oneOf } from './flag.ts';

const ascending: readonly TlsVersion[] = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/** OpenSSL's and mosquitto's spellings are understood too. */
const versions = {
  '1.0': 'TLSv1',
  '1.1': 'TLSv1.1',
  '1.2': 'TLSv1.2',
  '1.3': 'TLSv1.3',
  tlsv1: 'TLSv1',
  'tlsv1.0': 'TLSv1',
  'tlsv1.1': 'TLSv1.1',
  'tlsv1.2': 'TLSv1.2',
  'tlsv1.3': 'TLSv1.3',
} as const satisfies Record<string, TlsVersion>;

const shown = '1.0, 1.1, 1.2 or 1.3';

export const tlsVersionFlags: readonly Flag[] = [
  {
    flags: '--tls-min <version>',
    help: `lowest TLS version: ${shown}`,
    parse: oneOf<TlsVersion>('--tls-min', versions, shown),
  },
  {
    flags: '--tls-max <version>',
    help: `highest TLS version: ${shown}`,
    parse: oneOf<TlsVersion>('--tls-max', versions, shown),
  },
];

export function refuseEmptyRange(min: TlsVersion | undefined, max: TlsVersion | undefined): void {
  if (!min || !max || ascending.indexOf(min) <= ascending.indexOf(max)) return;
  throw new UsageError('--tls-min is above --tls-max.', 'Swap them, or leave one out.');
}
