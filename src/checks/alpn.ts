// The ALPN rung: which protocol the server chose of those offered (RFC 7301). It only reads
// what the handshake brought.

import { type Check, defineCheck } from './check.ts';

const check: Check<'alpn'> = defineCheck({
  id: 'alpn',
  notApplicable: ({ tls }) => {
    if (!tls) return 'plain connection';
    return tls.alpn.length === 0 ? 'none offered' : null;
  },
  run: async ({ target, holds }) => ({
    status: 'ok',
    facts: { offered: target.tls?.alpn ?? [], selected: holds.alpn ?? null },
  }),
});
export default check;
