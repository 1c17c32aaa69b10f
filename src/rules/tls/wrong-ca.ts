// A CA file was given, and the chain does not lead to it.

import { opensslClient } from '../commands.ts';
import { defineRule, facts, helped } from '../rule.ts';
import { quote } from '../shell.ts';
import { endsInRoot, givenAuthorities, leafOf, otherNameToo, untrustedIssuer } from './chain.ts';

export default defineRule({
  code: 'tls/wrong-ca',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: ['tls/hostname-mismatch', 'tls/address-as-name'],
  when: (c) => {
    const code = untrustedIssuer(c);
    const leaf = leafOf(c);
    if (!code || !leaf || c.target.tls?.trust !== 'given') return null;
    const { chain = [] } = facts(c, 'tls');
    const given = givenAuthorities(c);
    const top = chain.at(-1) ?? leaf;
    const sameName = given.some(({ subject }) => subject === top.issuer);
    // OpenSSL wants a root at the end, unless it is told otherwise (X509_V_FLAG_PARTIAL_CHAIN).
    const notRoot = given.find(
      ({ subject, selfSigned }) => !selfSigned && chain.some(({ issuer }) => issuer === subject),
    );
    // A lone certificate whose issuer was not given: the link between may be missing instead.
    const isPublic = Boolean(helped(c, 'trust-system') ?? helped(c, 'trust-os'));
    const certain = endsInRoot(chain) || chain.length > 1 || sameName || notRoot;
    const bypassed = c.target.tls.verify ? {} : { severity: 'info' as const };
    return {
      issuer: top.issuer,
      given: given.map(({ subject }) => subject),
      files: facts(c, 'input').ca?.map(({ file }) => file) ?? [],
      sameName: sameName && !notRoot,
      selfSigned: leaf.selfSigned,
      notRoot: notRoot ? { subject: notRoot.subject, issuer: notRoot.issuer } : null,
      isPublic,
      otherName: otherNameToo(c),
      certainty: isPublic
        ? ('proven' as const)
        : certain
          ? ('observed' as const)
          : ('likely' as const),
      ...bypassed,
    };
  },
  say: (
    { issuer, given, files, sameName, selfSigned, notRoot, isPublic, otherName, certainty },
    c,
  ) => ({
    title: notRoot
      ? `The CA file holds an intermediate authority of the server's certificate, and not its root.`
      : selfSigned
        ? 'The server shows a certificate that it signed itself, and the CA file is not that certificate.'
        : `The CA file is not of the authority that signed the server's certificate.`,
    detail: notRoot
      ? `${files.join(', ')} holds ${given.join('; ')}, which was itself issued by ${notRoot.issuer}. Most clients follow the chain up to a root, a certificate that is its own issuer, and that is not there.`
      : `The server's chain leads to ${issuer}; ${files.join(', ')} holds ${given.join('; ') || 'no authority'}.${sameName ? ' The names are the same and the keys are not: the authority was made anew, and the file is of the old one (or the other way round).' : ''}${certainty === 'likely' ? ' The server sent its own certificate alone: it may also leave out an intermediate certificate between the two.' : ''}${otherName ?? ''}`,
    remedies: [
      ...(isPublic
        ? [
            {
              text: 'A public authority signed it: leave the CA file out and use the list of the system.',
              command: `mqtt-doctor check ${quote(c.target.url)}`,
            },
          ]
        : []),
      {
        text: notRoot
          ? `Get the certificate of ${notRoot.issuer} and put it into the CA file, beside or instead of this one.`
          : 'Get the CA file that belongs to this broker; see which authority is asked for.',
        command: opensslClient(c.target, '-showcerts'),
      },
      {
        text: 'See what your file holds.',
        command: `openssl x509 -in ${quote(files[0] ?? 'ca.crt')} -noout -subject -issuer -dates`,
      },
    ],
  }),
});
