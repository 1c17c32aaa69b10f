// Which way the packets go.

import { isIPv6 } from 'node:net';
import type { Route } from '../../target.ts';
import { familyOf, parseHost } from '../host.ts';
import { portOf } from '../port.ts';
import { UsageError } from '../usage-error.ts';
import type { FlagGroup } from './flag.ts';

interface AddressAndPort {
  readonly address: string;
  readonly port: number | null;
}

export interface RouteFlags {
  readonly connectTo?: AddressAndPort;
  readonly 4?: boolean;
  readonly 6?: boolean;
  readonly resolver?: AddressAndPort;
}

export const routeFlags: FlagGroup = {
  title: 'Route:',
  flags: [
    {
      flags: '--connect-to <address[:port]>',
      help: 'dial this address; the name sent and checked stays that of the target',
      parse: (typed) => addressAndPort('--connect-to', typed),
    },
    { flags: '-4', help: 'IPv4 only' },
    { flags: '-6', help: 'IPv6 only' },
    {
      flags: '--resolver <address[:port]>',
      help: "ask this name server instead of the system's",
      parse: (typed) => addressAndPort('--resolver', typed),
    },
  ],
};

export function routeFor(flags: RouteFlags, host: string): Route {
  if (flags[4] && flags[6]) {
    throw new UsageError('-4 and -6 exclude each other.', 'Without either, both are tried.');
  }
  const family = flags[4] ? 4 : flags[6] ? 6 : 0;
  const dialled = familyOf(flags.connectTo?.address ?? host);
  if (family !== 0 && dialled !== null && dialled !== family) {
    throw new UsageError(
      `-${family} contradicts the address, which is IPv${dialled}.`,
      `Leave -${family} out.`,
    );
  }
  return {
    connectTo: flags.connectTo ?? null,
    family,
    resolver: flags.resolver ? { ...flags.resolver, port: flags.resolver.port ?? 53 } : null,
  };
}

function addressAndPort(flag: string, typed: string): AddressAndPort {
  const text = typed.trim();
  const [, inside, behind] = /^\[([^\]]*)\](?::(.*))?$/.exec(text) ?? [];
  const [before = '', ...after] = isIPv6(text) ? [text] : text.split(':');
  const address = inside ?? before;
  const port = inside === undefined ? after.join(':') : (behind ?? '');
  if (familyOf(address) === null) {
    throw new UsageError(
      `${flag} takes an IP address, with a port if need be.`,
      'For example: 192.0.2.1, 192.0.2.1:8883 or [2001:db8::1]:8883.',
    );
  }
  const colon = inside === undefined ? after.length > 0 : behind !== undefined;
  return {
    address: parseHost(address, flag),
    port: colon ? portOf(port, flag) : null,
  };
}
