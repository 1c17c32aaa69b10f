// The certificate is good, for other names.

import { isIpAddress } from '../../address.ts';
import type { Certificate } from '../../evidence.ts';
import { checkAgain } from '../commands.ts';
import { type Case, defineRule, facts } from '../rule.ts';
import { leafOf, listed } from './chain.ts';

export default defineRule({
  code: 'tls/hostname-mismatch',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const { verification, serverNameSent } = facts(c, 'tls');
    const leaf = leafOf(c);
    if (!verification || !leaf) return null;
    const { name, nameMatches } = verification;
    const common = leaf.names.length === 0 ? leaf.commonName : null;
    if (nameMatches && common === null) return null;
    if (isIpAddress(name) && !nameMatches && !leaf.names.some(isIpAddress)) return null;
    const works = nameThatWorks(c);
    const severity = severityOf(c, nameMatches);
    return {
      name,
      names: leaf.names,
      common,
      matches: nameMatches,
      works,
      serverNameSent: serverNameSent ?? null,
      ...(works ? { certainty: 'proven' as const } : {}),
      ...(nameMatches ? { side: 'server' as const } : {}),
      ...(severity ? { severity } : {}),
    };
  },
  say: ({ name, names, common, matches, works, serverNameSent }, c) => {
    const onlyCommon =
      common === null
        ? ''
        : ` Its common name is ${common}; that field is no longer looked at by most clients (RFC 9525 §2), browsers, Go, Python and rustls among them.`;
    const usable = works ?? names.find((one) => !one.includes('*') && !isIpAddress(one));
    return {
      title: matches
        ? `The certificate has the name ${name} as common name only, which many clients ignore.`
        : `The certificate is not made out for ${name}.`,
      detail: matches
        ? `It has no alternative names (subjectAltName).${onlyCommon} OpenSSL and mbedTLS still take it.`
        : `${names.length > 0 ? `It names ${listed(names)}.` : 'It has no alternative names (subjectAltName).'}${onlyCommon}${wildcardNote(names, name)}${
            serverNameSent === null
              ? ' No server name (SNI) was sent, so the server could not choose a certificate for it.'
              : ''
          }${works ? ` Under the name ${works} the handshake completes.` : ''} Anyone could show another host's certificate, so clients refuse it.`,
      remedies: [
        ...(matches || (usable === undefined && names.length === 0)
          ? []
          : [
              {
                text: 'Connect by a name that the certificate holds.',
                ...(usable
                  ? {
                      command: checkAgain({
                        ...c.target,
                        url: `${c.target.transport}://${usable}:${c.target.port}`,
                      }),
                    }
                  : {}),
              },
            ]),
        {
          text: `${matches || names.length === 0 ? 'Give' : 'Or give'} the broker a certificate with ${name} among its alternative names (subjectAltName).`,
          command: `openssl req -new -key server.key -subj /CN=${name} -addext subjectAltName=${isIpAddress(name) ? 'IP' : 'DNS'}:${name} -out server.csr`,
        },
      ],
    };
  },
});

function nameThatWorks({ trials }: Case): string | null {
  const prefixes = ['certificate-name-', 'sni-alias-'];
  for (const { id, helped } of trials) {
    const prefix = prefixes.find((one) => id.startsWith(one));
    if (helped && prefix) return id.slice(prefix.length);
  }
  return null;
}

function severityOf(c: Case, nameMatches: boolean): 'warning' | 'info' | null {
  if (c.target.tls?.verify === false) return 'info';
  return nameMatches ? 'warning' : null;
}

/** RFC 9525 §6.3: the star stands for one label. */
function wildcardNote(names: Certificate['names'], name: string): string {
  const near = names.find((one) => one.startsWith('*.') && name.endsWith(one.slice(1)));
  return near ? ` The star in ${near} stands for a single label, and ${name} has more there.` : '';
}
