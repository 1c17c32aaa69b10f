// More certificate than small devices can hold.

import { defineRule, facts, succeeded } from '../rule.ts';

/** Microcontroller TLS stacks are often given 4 to 8 KiB for the whole handshake message. */
const maxChainBytes = 8 * 1024;
const maxRsaBits = 4096;

export default defineRule({
  code: 'tls/embedded-unfriendly',
  check: 'tls',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const { chain = [], chainFrom } = facts(c, 'tls');
    if (!succeeded(c, 'tls') || chainFrom !== 'wire') return null;
    const bytes = chain.reduce((sum, { derBytes }) => sum + derBytes, 0);
    const rsaBits = Math.max(
      0,
      ...chain.map(({ keyType, keyBits }) => (keyType === 'rsa' ? (keyBits ?? 0) : 0)),
    );
    return (
      (bytes > maxChainBytes || rsaBits > maxRsaBits) && {
        bytes,
        rsaBits,
        certificates: chain.length,
      }
    );
  },
  say: ({ bytes, rsaBits, certificates }) => ({
    title: `The certificates are too big for small devices.`,
    detail: `The server sends ${certificates} certificates, ${bytes} bytes in all${rsaBits > maxRsaBits ? `, with an RSA key of ${rsaBits} bits` : ''}. Microcontrollers often have less memory than that for a handshake, and fail without saying why.`,
    remedies: [
      {
        text: 'Send only the server certificate and its intermediates, not the root, and prefer EC keys (P-256).',
      },
    ],
  }),
});
