// Which authorities a TLS connection is verified against, and credentials as OpenSSL takes them.

import { existsSync, readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import type { Credentials, TlsSettings } from '../target.ts';
import { fetchIssuers } from './issuer-download.ts';
import { readPem } from './pem.ts';

/** Where Linux distributions and BSDs keep the list that other programs use. */
const systemBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** PEM texts; null: this runtime's own list, which costs nothing to name. */
export async function trustedAuthorities(
  { trust, issuerUrls }: TlsSettings,
  { ca }: Credentials,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  // OpenSSL uses certificates of this list to complete a chain, and still wants a root at its end.
  const fetched = issuerUrls ? await fetchIssuers(issuerUrls, signal) : [];
  const roots = trust === 'given' ? given(ca) : trust === 'os' ? operatingSystem() : null;
  if (fetched.length === 0) return roots;
  return [...(roots ?? rootCertificates), ...fetched];
}

function given(ca: Credentials['ca']): readonly string[] {
  return ca.flatMap(({ bytes }) => (bytes ? [pemOf(bytes)] : []));
}

function operatingSystem(): readonly string[] {
  const path = systemBundles.find((one) => existsSync(one));
  return path ? [readFileSync(path, 'latin1')] : [];
}

/** Node takes PEM only; files are often DER. */
export function pemOf(bytes: Uint8Array): string {
  return readPem(bytes)
    .blocks.map(({ pem }) => pem)
    .join('');
}
