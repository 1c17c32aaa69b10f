// Names as DNS knows them: how they compare, and who may be asked for them. Asks nobody.

import { domainToASCII } from 'node:url';

/** As names are compared (RFC 4343): lower case, without the root's dot. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

export function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

/** As it goes over the wire (RFC 5890); a name that has no such form stays as it is. */
export function asciiName(host: string): string {
  // The parser is made for URLs, and would take the plain `127.1` for an address.
  return /^[\0-\x7f]*$/.test(host) ? host : domainToASCII(host) || host;
}

/** Whether DNS can carry the name at all: RFC 1035 §2.3.4. */
export function isAskable(name: string): boolean {
  const plain = plainName(name);
  const fits = (label: string) => label !== '' && Buffer.byteLength(label) <= 63;
  return Buffer.byteLength(plain) <= 253 && plain.split('.').every(fits);
}

/**
 * Whether name servers are the ones to know it. Loopback and link-local names are not theirs
 * (RFC 6761 §6.3, RFC 6762 §3); a single label is completed in ways that getaddrinfo alone knows.
 */
export function isForNameServers(name: string): boolean {
  const [top = '', ...labels] = plainName(name).split('.').reverse();
  return labels.length > 0 && top !== 'localhost' && top !== 'local' && isAskable(name);
}
