// The server sends its own certificate without the one that links it to a known authority.

import { opensslClient } from '../commands.ts';
import { defineRule, facts, helped } from '../rule.ts';
import { givenAuthorities, leafOf, untrustedIssuer } from './chain.ts';

/** Names that authorities give their intermediates. */
const intermediateName =
  /intermediate|issuing|\bsub(ordinate)?[ -]?ca\b|\b[ER]\d{1,2}\b|TLS|Domain Validation/i;

export default defineRule({
  code: 'tls/missing-intermediate',
  check: 'tls',
  severity: 'error',
  side: 'server',
  explains: ['tls/unknown-ca', 'tls/wrong-ca'],
  when: (c) => {
    const leaf = leafOf(c);
    const { chain = [], chainFrom } = facts(c, 'tls');
    if (!untrustedIssuer(c) || !leaf || leaf.selfSigned || leaf.isCa) return null;
    const fetched = helped(c, 'chain-completed');
    if (chain.length !== 1 || chainFrom !== 'wire') return null;
    const given = givenAuthorities(c);
    if (given.some(({ subject }) => subject === leaf.issuer)) return null;
    // Public certificates say where their issuer can be fetched, and are never issued by a root.
    const isPublic = c.target.tls?.trust === 'system' && leaf.issuerUrls.length > 0;
    if (!fetched && !isPublic && !intermediateName.test(leaf.issuer)) return null;
    const bypassed = c.target.tls?.verify === false ? { severity: 'warning' as const } : {};
    return {
      subject: leaf.subject,
      issuer: leaf.issuer,
      fetch: leaf.issuerUrls[0] ?? null,
      certainty: fetched ? ('proven' as const) : ('likely' as const),
      ...bypassed,
    };
  },
  say: ({ subject, issuer, fetch, certainty }, c) => ({
    title: `The server leaves out the intermediate certificate ${issuer}`,
    detail: `It sends ${subject} alone. That was issued by ${issuer}, an intermediate authority that clients do not have: the server has to send its certificate along. ${certainty === 'proven' ? 'With that certificate, fetched from where the authority offers it, the chain verifies.' : 'Browsers hide this fault because they fetch or remember intermediates.'}`,
    remedies: [
      {
        text: 'On the broker, use the full chain (the server certificate first, then the intermediates; often named fullchain.pem) instead of the certificate alone',
      },
      {
        text: 'See what is sent',
        command: opensslClient(c.target, '-showcerts'),
      },
      ...(fetch ? [{ text: 'The missing certificate can be fetched here', link: fetch }] : []),
    ],
  }),
});
