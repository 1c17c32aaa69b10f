// The issuer is in no list of this client, and the user gave none.

import { checkAgain, opensslClient } from '../commands.ts';
import { defineRule, facts, helped } from '../rule.ts';
import { leafOf, otherNameToo, untrustedIssuer } from './chain.ts';

export default defineRule({
  code: 'tls/unknown-ca',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: ['tls/hostname-mismatch', 'tls/address-as-name'],
  when: (c) => {
    const code = untrustedIssuer(c);
    const leaf = leafOf(c);
    if (!code || !leaf || leaf.selfSigned || c.target.tls?.trust !== 'system') return null;
    const { chain = [] } = facts(c, 'tls');
    const root = chain.at(-1)?.selfSigned ? chain.at(-1) : null;
    // Without the rest of the chain it may also be that the server left out an intermediate.
    const isWhole = root || chain.length > 1 || /\broot\b/i.test(leaf.issuer);
    const certainty = isWhole ? ('observed' as const) : ('likely' as const);
    const systemKnows = helped(c, 'trust-os') !== null;
    const bypassed = c.target.tls.verify ? {} : { severity: 'info' as const };
    return {
      issuer: (root ?? chain.at(-1))?.issuer ?? leaf.issuer,
      rootSent: Boolean(root),
      code,
      systemKnows,
      otherName: otherNameToo(c),
      certainty: systemKnows ? ('proven' as const) : certainty,
      ...bypassed,
    };
  },
  say: ({ issuer, rootSent, systemKnows, otherName, certainty }, c) => ({
    title: `The certificate comes from an authority that this client does not know: ${issuer}.`,
    detail: `It is not among the public authorities that this client trusts${rootSent ? ', although the server sends it along: what a server says of itself proves nothing' : ''}. Brokers with a private authority (CA) need its certificate in every client.${certainty === 'likely' ? ' The server sent its own certificate alone, so it may also be that it leaves out an intermediate certificate of an authority that is known.' : ''}${otherName ?? ''}`,
    remedies: [
      ...(systemKnows
        ? [
            {
              text: 'The list of this operating system has that authority; programs that bring a list of their own (as this one does) have to be given it.',
              command: checkAgain(c.target, '--ca', '/etc/ssl/certs/ca-certificates.crt'),
            },
          ]
        : []),
      {
        text: 'Get the CA file from whoever runs the broker or from the pages of the provider, and give it to the client.',
        command: checkAgain(c.target, '--ca', 'ca.crt'),
      },
      {
        text: 'See the chain that the server sends.',
        command: opensslClient(c.target, '-showcerts'),
      },
    ],
  }),
});
