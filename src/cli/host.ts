// A host name or an IP address, as typed → as it is dialled. No DNS here.

import { isIP, isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import { UsageError } from './usage-error.ts';

export const targetExamples =
  'A target looks like broker.example.com, 192.0.2.1:1883 or mqtts://broker.example.com:8883.';

/**
 * Lower case; names beyond ASCII as A-labels (RFC 5891), the form that DNS, SNI and
 * certificates have; without the dot of the root. `what` begins the sentence where it is
 * neither name nor address: a UsageError.
 */
export function parseHost(typed: string, what: string): string {
  if (isIP(typed)) return address(typed, what);
  const name = ascii(typed).replace(/\.$/, '');
  if (isIP(name)) return name;
  if (name === '') throw new UsageError(`${what} is missing or not valid.`, targetExamples);
  if (!/^[a-z0-9._-]+$/.test(name)) {
    throw new UsageError(`${what} has a character that no host name has.`, targetExamples);
  }
  const labels = name.split('.');
  // RFC 1035 §2.3.4
  if (name.length > 253 || labels.some((label) => label.length > 63)) {
    throw new UsageError(
      `${what} is too long.`,
      'A host name has at most 253 characters, and 63 between two dots.',
    );
  }
  if (labels.includes('')) {
    throw new UsageError(`${what} has two dots in a row, or one at its start.`, targetExamples);
  }
  // A name whose last label is a number is an address to every resolver (WHATWG URL §3.5).
  if (/^\d+$/.test(labels.at(-1) ?? '')) {
    throw new UsageError(
      `${what} looks like an IPv4 address and is none.`,
      'An IPv4 address has four numbers from 0 to 255 without leading zeros: 192.0.2.1.',
    );
  }
  return name;
}

/** For `host:port` and URLs. */
export function bracketed(host: string): string {
  return isIPv6(host) ? `[${host}]` : host;
}

export function familyOf(host: string): 4 | 6 | null {
  return isIPv4(host) ? 4 : isIPv6(host) ? 6 : null;
}

/** Underscores and the like stay as they are: getaddrinfo takes them, and brokers have them. */
function ascii(typed: string): string {
  return /^[\x21-\x7e]*$/.test(typed) ? typed.toLowerCase() : domainToASCII(typed);
}

/** Of `fe80::1%eth0` only the address has no case: the zone names an interface. */
function address(typed: string, what: string): string {
  const [bare = '', zone] = typed.split('%');
  if (zone === undefined) return bare.toLowerCase();
  if (!/^[\w.-]+$/.test(zone)) {
    throw new UsageError(`${what} has a zone that no interface has.`, 'For example: fe80::1%eth0.');
  }
  return `${bare.toLowerCase()}%${zone}`;
}
