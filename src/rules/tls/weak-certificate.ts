// A key or signature that today's clients refuse.

import { type Case, defineRule, facts, failureOf } from '../rule.ts';
import { givenAuthorities } from './chain.ts';
import { weaknessOf } from './weakness.ts';

export default defineRule({
  code: 'tls/weak-certificate',
  check: 'tls',
  severity: 'error',
  side: 'server',
  explains: ['tls/closed-in-handshake'],
  when: (c) => {
    const own = refusedOwn(c);
    if (own) return { weak: [own], whose: 'client', severity: 'error' as const, side: 'client' };
    const { chain = [] } = facts(c, 'tls');
    const weak = weaknesses([...chain, ...issuersGiven(c)]);
    if (weak.length === 0) return null;
    return { weak, whose: 'server', severity: wasRefused(c) ? 'error' : 'warning' };
  },
  say: ({ weak, whose, severity }) => ({
    title: `A certificate of the ${whose} is weaker than clients accept: ${weak[0]?.why ?? ''}.`,
    detail: `${weak.map(({ subject, why }) => `${subject}: ${why}`).join('; ')}. ${
      whose === 'client'
        ? 'OpenSSL in its usual settings does not use such a certificate, so nothing was sent.'
        : severity === 'warning'
          ? 'It is not what stops this connection; OpenSSL in its usual settings, and other TLS libraries, refuse it.'
          : 'OpenSSL in its usual settings, and other TLS libraries, refuse it. Small devices and old clients may still connect.'
    }`,
    remedies: [
      {
        text: 'Make the certificate anew with an RSA key of 2048 bits or an EC key of 256 bits, signed with SHA-256.',
      },
    ],
  }),
});

type Weak = { readonly subject: string; readonly why: string };

function weaknesses(certificates: Parameters<typeof weaknessOf>[0][]): readonly Weak[] {
  return certificates.flatMap((one) => {
    const why = weaknessOf(one);
    return why ? [{ subject: one.subject, why }] : [];
  });
}

/** The roots of the CA file that the server's chain leads to. */
function issuersGiven(c: Case) {
  const { chain = [] } = facts(c, 'tls');
  return givenAuthorities(c).filter(
    ({ subject, fingerprint }) =>
      chain.some(({ issuer }) => issuer === subject) &&
      !chain.some((one) => one.fingerprint === fingerprint),
  );
}

/** OpenSSL's codes for weak keys and digests are none that the runtime has a name for. */
function wasRefused(c: Case): boolean {
  const { verification } = facts(c, 'tls');
  return failureOf(c, 'tls') === 'tls-no-common-ground' || verification?.code === 'UNSPECIFIED';
}

/** Our own certificate, where it kept us from sending anything. */
function refusedOwn(c: Case): Weak | null {
  const failure = failureOf(c, 'tls');
  const unsent = facts(c, 'tls').bytesOut === undefined;
  if (!unsent || (failure !== 'tls-no-common-ground' && failure !== 'tls-broken')) return null;
  return weaknesses([...(facts(c, 'input').clientCertificate?.certificates ?? [])])[0] ?? null;
}
