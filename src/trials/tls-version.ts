// One TLS version at a time, or every old cipher, where the handshake was refused or ended
// without a reason.

import { type Attempt, factsOf, failureIn } from '../evidence.ts';
import type { TlsVersion } from '../target.ts';
import { defineTrial, once, refusedHello, wordless } from './trial.ts';

/** Our own offer is 1.2 and 1.3; `TLSv1` stands for both old versions. */
const versions: readonly TlsVersion[] = ['TLSv1.3', 'TLSv1.2', 'TLSv1'];

export const tlsVersion = defineTrial({
  id: 'tls-version',
  label: (version) =>
    version === 'TLSv1' ? 'TLS 1.0 or 1.1 only' : `TLS ${version.slice('TLSv'.length)} only`,
  question: (version) =>
    `Does the handshake complete with ${version === 'TLSv1' ? 'TLS 1.0 or 1.1' : version} only?`,
  values: ({ target, main }) => (target.tls && refused(main) ? versions : []),
  change: (target, version) => {
    const minVersion = versions.find((one) => one === version) ?? null;
    const maxVersion = minVersion === 'TLSv1' ? 'TLSv1.1' : minVersion;
    return target.tls ? { ...target, tls: { ...target.tls, minVersion, maxVersion } } : target;
  },
  setting: 'tlsVersion',
  from: ({ tls }) =>
    tls ? `${tls.minVersion ?? 'TLSv1.2'} to ${tls.maxVersion ?? 'TLSv1.3'}` : null,
  upTo: 'alpn',
  credentials: 'certificate',
});

/**
 * At security level 0, with pre-shared keys, and TLS 1.2 at most: in 1.3 a server that wants a
 * pre-shared key would not show it.
 */
export const oldCiphers = defineTrial({
  id: 'old-ciphers',
  label: () => 'old ciphers',
  question: () => 'Does the server find a cipher when old and rare ones are offered as well?',
  values: ({ target, main }) =>
    once(
      target.tls !== null &&
        (refusedHello(main, noCipher) || failureIn(main, 'tls') === 'tls-no-common-ground'),
    ),
  change: (target) =>
    target.tls
      ? { ...target, tls: { ...target.tls, minVersion: 'TLSv1', maxVersion: 'TLSv1.2' } }
      : target,
  setting: 'ciphers',
  from: ({ tls }) =>
    tls?.minVersion === 'TLSv1' && tls.maxVersion === 'TLSv1.2' ? 'all' : 'usual',
  upTo: 'tls',
});

const noCipher: readonly number[] = [40, 47, 71, 80];

function refused(main: Attempt): boolean {
  const failure = failureIn(main, 'tls');
  const { clientCertificate } = factsOf(main, 'tls');
  // A server that asks for a certificate and hangs up does not mind the version.
  const cut = wordless(failure) && clientCertificate?.requested !== true;
  return cut || failure === 'tls-no-common-ground' || refusedHello(main, noVersion);
}

const noVersion: readonly number[] = [40, 47, 70, 71, 80, 86];
