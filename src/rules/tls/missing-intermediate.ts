// The server sends its own certificate without the one that links it to a known authority.

import { isIpAddress, isPublicName } from '../../address.ts';
import type { Certificate } from '../../evidence.ts';
import { opensslClient } from '../commands.ts';
import { type Case, defineRule, facts, factsOf, helped, trial } from '../rule.ts';
import { givenAuthorities, leafOf, untrustedIssuer } from './chain.ts';

export default defineRule({
  code: 'tls/missing-intermediate',
  check: 'tls',
  severity: 'error',
  side: 'server',
  explains: ['tls/unknown-ca', 'tls/wrong-ca'],
  when: (c) => {
    const { chain = [], chainFrom } = facts(c, 'tls');
    const last = chain.at(-1);
    if (!untrustedIssuer(c) || chainFrom !== 'wire' || !last || last.selfSigned) return null;
    const fetched = helped(c, 'chain-completed') !== null;
    if (!fetched && !isLikely(c)) return null;
    return {
      sent: chain.map(({ subject }) => subject),
      issuer: last.issuer,
      fetch: last.issuerUrls[0] ?? null,
      certainty: fetched ? ('proven' as const) : ('likely' as const),
      ...(c.target.tls?.verify === false ? { severity: 'warning' as const } : {}),
    };
  },
  say: ({ sent, issuer, fetch, certainty }, c) => ({
    title: `The server leaves out the intermediate certificate ${issuer}.`,
    detail: `It sends ${sent.length === 1 ? `${sent[0]} alone. That` : `${sent.join('; ')}. The last of them`} ${
      certainty === 'proven'
        ? `was issued by ${issuer}, an intermediate authority that clients do not have: the server has to send its certificate along. With that certificate, fetched from where the authority offers it, the chain verifies.`
        : `was issued by ${issuer}, which looks like an intermediate authority: clients do not have those, the server has to send them along. Browsers hide this fault because they fetch or remember intermediates.${c.target.tls?.trust === 'given' ? ` If ${issuer} is a root, the CA file is the wrong one instead.` : ` If ${issuer} is a private authority, the client has to be given its root as well.`}`
    }`,
    remedies: [
      {
        text: 'On the broker, use the full chain (the server certificate first, then the intermediates; often named fullchain.pem) instead of the certificate alone.',
      },
      {
        text: 'See what is sent.',
        command: opensslClient(c.target, '-showcerts'),
      },
      ...(fetch ? [{ text: 'The missing certificate can be fetched here.', link: fetch }] : []),
    ],
  }),
});

/** Names that authorities give their intermediates: `Issuing CA 2`, `E7`, `WR2`. */
const intermediateName =
  /intermediate|issuing|\bsub(ordinate)?[ -]?ca\b|CN=([ER]|[WY][ER])\d{1,2}\b/i;

/** By the names alone, where the missing certificate could not be fetched. */
function isLikely(c: Case): boolean {
  const leaf = leafOf(c);
  const { chain = [] } = facts(c, 'tls');
  if (!leaf || leaf.isCa || chain.length !== 1) return false;
  const given = givenAuthorities(c);
  if (/\broot\b/i.test(leaf.issuer)) return false;
  if (given.some(({ subject }) => subject === leaf.issuer) || leadsNowhere(c)) return false;
  const organization = organizationOf(leaf.issuer);
  const sameHouse =
    organization !== null && given.some(({ subject }) => organizationOf(subject) === organization);
  return sameHouse || isPublic(leaf) || intermediateName.test(leaf.issuer);
}

/** The intermediate was fetched, and the root above it is not known either. */
function leadsNowhere(c: Case): boolean {
  const fetched = trial(c, 'chain-completed');
  const { verification } = fetched ? factsOf(fetched.attempt, 'tls') : {};
  return verification?.code === 'UNABLE_TO_GET_ISSUER_CERT';
}

/** Public certificates say where their issuer can be fetched, and no root issues them itself. */
function isPublic({ issuerUrls }: Certificate): boolean {
  return issuerUrls.some((url) => {
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    return !isIpAddress(host) && isPublicName(host);
  });
}

function organizationOf(name: string): string | null {
  return /(?:^|, )O=((?:[^,\\]|\\.)+)/.exec(name)?.[1] ?? null;
}
