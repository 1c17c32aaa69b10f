// What a certificate is to say, and the presets for what can be wrong with one. An order names
// only what differs from a healthy EC P-256 certificate; presets are spread into it:
// `ca.issue({ commonName: 'broker.test', ...expired })`.

import './metadata.ts';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import type { Digest, KeyKind } from './keys.ts';

export interface Order {
  /** Any text, hostile text included. */
  readonly commonName: string;
  readonly organization?: string;
  /**
   * Subject alternative names: host names and addresses.
   * Default: the common name on server certificates, none on others.
   */
  readonly names?: readonly string[];
  /** Default: an hour ago. */
  readonly notBefore?: Date;
  /** Default: 90 days from now, ten years for an authority. */
  readonly notAfter?: Date;
  /** Extended key usage; empty: the extension is left out, which means any. Default: server. */
  readonly purposes?: readonly ('server' | 'client')[];
  /** Default `ec256`. */
  readonly key?: KeyKind;
  /** What the issuer signs with. Default `sha256`. */
  readonly signature?: Digest;
  /** Where the issuer's certificate can be fetched (AIA caIssuers). */
  readonly issuerUrl?: string;
}

const day = 24 * 60 * 60 * 1000;
export const inDays = (days: number) => new Date(Date.now() + days * day);

export const expired = { notBefore: inDays(-60), notAfter: inDays(-2) } satisfies Partial<Order>;
export const notYetValid = { notBefore: inDays(2), notAfter: inDays(60) } satisfies Partial<Order>;
export const expiresSoon = { notBefore: inDays(-80), notAfter: inDays(3) } satisfies Partial<Order>;
/** Only a common name, which clients stopped looking at. */
export const withoutNames = { names: [] } satisfies Partial<Order>;
export const forClients = { purposes: ['client'] } satisfies Partial<Order>;
export const forServers = { purposes: ['server'] } satisfies Partial<Order>;

export function subject({ commonName, organization }: Order): x509.JsonName {
  const name: x509.JsonName = [{ CN: [commonName] }];
  if (organization !== undefined) name.push({ O: [organization] });
  return name;
}

export function authorityExtensions(order: Pick<Order, 'issuerUrl'>): x509.Extension[] {
  return [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ...issuerAccess(order),
  ];
}

const purposeOids = { server: '1.3.6.1.5.5.7.3.1', client: '1.3.6.1.5.5.7.3.2' };

export function leafExtensions(order: Order, selfSigned: boolean): x509.Extension[] {
  const purposes = order.purposes ?? ['server'];
  const names = order.names ?? (purposes.includes('server') ? [order.commonName] : []);
  const rsa = order.key?.startsWith('rsa') ? x509.KeyUsageFlags.keyEncipherment : 0;
  const extensions: x509.Extension[] = [];
  // A self-signed certificate with these could not have signed itself (RFC 5280 §4.2.1.3).
  if (!selfSigned) {
    extensions.push(
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | rsa, true),
    );
  }
  if (purposes.length > 0) {
    extensions.push(new x509.ExtendedKeyUsageExtension(purposes.map((p) => purposeOids[p])));
  }
  if (names.length > 0) {
    extensions.push(
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value })),
      ),
    );
  }
  return [...extensions, ...issuerAccess(order)];
}

function issuerAccess({ issuerUrl }: Pick<Order, 'issuerUrl'>): x509.Extension[] {
  if (issuerUrl === undefined) return [];
  const caIssuers = [new x509.GeneralName('url', issuerUrl)];
  return [new x509.AuthorityInfoAccessExtension({ caIssuers })];
}
