// What our side of a TLS handshake offers, in Node's terms.

import { getCurves } from 'node:crypto';
import { type ConnectionOptions, DEFAULT_CIPHERS } from 'node:tls';
import type { Credentials, TlsSettings } from '../target.ts';
import { pemOf } from './trust.ts';

/** `authorities`: PEM texts; null: this runtime's own. */
export function clientOptions(
  settings: TlsSettings,
  credentials: Credentials,
  authorities: readonly string[] | null,
): ConnectionOptions {
  const { clientCertificate, keyPassphrase } = credentials;
  const clientKey = credentials.clientKey ?? clientCertificate;
  return {
    ...(settings.serverName === null ? {} : { servername: settings.serverName }),
    ...(settings.alpn.length > 0 ? { ALPNProtocols: [...settings.alpn] } : {}),
    // A client that ends below 1.2 begins below it as well, whatever this runtime's least is.
    ...(settings.minVersion || isOld(settings)
      ? { minVersion: settings.minVersion ?? ('TLSv1' as const) }
      : {}),
    ...(settings.maxVersion ? { maxVersion: settings.maxVersion } : {}),
    ...(isOld(settings) ? oldOffer() : { ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=2` }),
    ...(authorities ? { ca: [...authorities] } : {}),
    ...(clientCertificate?.bytes ? { cert: pemOf(clientCertificate.bytes) } : {}),
    ...(clientKey?.bytes ? { key: pemOf(clientKey.bytes) } : {}),
    ...(keyPassphrase ? { passphrase: keyPassphrase.reveal() } : {}),
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  };
}

/** OpenSSL 3 has TLS 1.0 and 1.1 only at security level 0; whoever asks for them means it. */
function isOld({ minVersion, maxVersion }: TlsSettings): boolean {
  return [minVersion, maxVersion].some((version) => version === 'TLSv1' || version === 'TLSv1.1');
}

/** Beside those of every client; not each OpenSSL has all of them. */
const rareCurves = [
  'sect571r1',
  'secp256k1',
  'brainpoolP256r1',
  'brainpoolP384r1',
  'brainpoolP512r1',
];

/** Everything that OpenSSL can, pre-shared keys included, so that a server shows what it wants. */
function oldOffer(): ConnectionOptions {
  const known = getCurves();
  const curves = rareCurves.filter((curve) => known.includes(curve));
  return {
    ciphers: 'ALL:eNULL@SECLEVEL=0',
    ecdhCurve: ['X25519', 'P-256', 'X448', 'P-521', 'P-384', ...curves].join(':'),
    // We have none; without this the suites are not offered.
    pskCallback: () => null,
  };
}
