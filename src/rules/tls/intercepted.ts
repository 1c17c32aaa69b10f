// A security product between client and server shows a certificate of its own.

import { isIpAddress, isLocalName } from '../../address.ts';
import { opensslClient } from '../commands.ts';
import { type Case, defineRule, facts, helped } from '../rule.ts';
import { inspectorOf } from './inspectors.ts';

export default defineRule({
  code: 'tls/intercepted',
  check: 'tls',
  severity: 'error',
  side: 'network',
  explains: [
    'tls/unknown-ca',
    'tls/wrong-ca',
    'tls/self-signed',
    'tls/missing-intermediate',
    'tls/hostname-mismatch',
  ],
  when: (c) => {
    const { chain = [], verification } = facts(c, 'tls');
    const { host } = c.target;
    if (!verification) return null;
    const issuer = chain.findLast((one) => inspectorOf(one.issuer) !== null)?.issuer ?? '';
    const inspector = inspectorOf(issuer);
    if (!inspector || (inspector.issuesCertificates && isLocal(host))) return null;
    const harmless = verification.trusted || c.target.tls?.verify === false;
    return {
      issuer,
      product: inspector.product,
      host,
      trusted: verification.trusted,
      systemKnows: systemKnows(c),
      certainty: 'likely' as const,
      ...(harmless ? { severity: 'warning' as const } : {}),
    };
  },
  say: ({ issuer, product, host, trusted, systemKnows }, c) => ({
    title: `The connection to ${host} seems to be opened and inspected on the way, by ${product}.`,
    detail: `The certificate for ${host} comes from ${issuer}, which is not an authority but a product that inspects traffic: it ends TLS, reads what passes, and encrypts it again under a certificate of its own.${
      trusted
        ? ' This client trusts it. What it does not understand it may still cut, and client certificates do not get through it.'
        : systemKnows
          ? ' This operating system was told to trust it; programs with a list of their own, MQTT clients among them, were not.'
          : ' MQTT clients do not trust it, and should not without need.'
    }`,
    remedies: [
      {
        text: `Ask whoever runs this network to leave ${host}:${c.target.port} out of the inspection; client certificates work in no other way.`,
      },
      {
        text: 'Or give the client the root certificate of the product, if its owner may read what you send.',
      },
      {
        text: 'Compare with another network (a phone): there another issuer is shown.',
        command: opensslClient(c.target, '-showcerts'),
      },
    ],
  }),
});

/** On a local network a firewall may well be the authority that people use. */
function isLocal(host: string): boolean {
  return isIpAddress(host) || isLocalName(host);
}

function systemKnows(c: Case): boolean {
  return helped(c, 'trust-os') !== null;
}
