// A key or signature that today's clients refuse.

import type { Certificate } from '../../evidence.ts';
import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'tls/weak-certificate',
  check: 'tls',
  severity: 'error',
  side: 'server',
  when: (c) => {
    const { chain = [], verification } = facts(c, 'tls');
    const weak = chain.flatMap((one) => {
      const why = weakness(one);
      return why ? [{ subject: one.subject, why }] : [];
    });
    if (weak.length === 0) return null;
    const failure = failureOf(c, 'tls');
    const refused =
      failure === 'tls-no-common-ground' ||
      verification?.code === 'UNSPECIFIED' ||
      verification?.code?.includes('WEAK') ||
      verification?.code?.includes('TOO_SMALL');
    return { weak, ...(refused ? {} : { severity: 'warning' as const }) };
  },
  say: ({ weak }) => ({
    title: `A certificate of the server is weaker than clients accept: ${weak[0]?.why ?? ''}`,
    detail: `${weak.map(({ subject, why }) => `${subject}: ${why}`).join('; ')}. OpenSSL in its usual settings, and other TLS libraries, refuse it.`,
    remedies: [
      {
        text: 'Make the certificate anew with an RSA key of 2048 bits or an EC key of 256 bits, signed with SHA-256',
      },
    ],
  }),
});

/** What is below the usual floor (112 bits of security); a root's own signature does not count. */
function weakness({ keyType, keyBits, signature, selfSigned }: Certificate): string | null {
  if (keyType.startsWith('rsa') && keyBits !== null && keyBits < 2048)
    return `RSA key of ${keyBits} bits`;
  if (keyType === 'ec' && keyBits !== null && keyBits < 224) return `EC key of ${keyBits} bits`;
  if (!selfSigned && signature && /md5|sha1(?!\d)/i.test(signature))
    return `signed with ${signature}`;
  return null;
}
