// --sni and --no-sni: the name that TLS sends (RFC 6066 §3).

import type { TlsSettings } from '../../target.ts';
import { familyOf, parseHost } from '../host.ts';
import { UsageError } from '../usage-error.ts';
import type { Flag } from './flag.ts';

/** false: --no-sni. */
export type Sni = string | false;

export const serverNameFlags: readonly Flag[] = [
  {
    flags: '--sni <name>',
    help: 'server name to send (default: the host, if it is a name)',
    parse: (typed, previous) => (previous === false ? bothGiven() : serverName(typed)),
  },
  {
    flags: '--no-sni',
    help: 'send no server name',
    parse: (_, previous) => (typeof previous === 'string' ? bothGiven() : false),
  },
];

export function serverNameFor(
  sni: Sni | undefined,
  host: string,
): Pick<TlsSettings, 'serverName' | 'serverNameFrom'> {
  if (sni === false) return { serverName: null, serverNameFrom: 'none' };
  if (sni !== undefined) return { serverName: sni, serverNameFrom: 'user' };
  return {
    serverName: familyOf(host) === null ? host : null,
    serverNameFrom: 'host',
  };
}

function serverName(typed: string): string {
  const name = parseHost(typed, 'The name of --sni');
  if (familyOf(name) === null) return name;
  throw new UsageError(
    '--sni takes a name, and this is an IP address.',
    'TLS does not permit addresses there (RFC 6066); --no-sni sends none.',
  );
}

function bothGiven(): never {
  throw new UsageError('--sni and --no-sni exclude each other.', 'Leave one of them out.');
}
