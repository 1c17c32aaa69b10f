// The certificate is good, for other names.

import { isIpAddress } from '../../address.ts';
import { checkAgain } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';
import { leafOf } from './chain.ts';

export default defineRule({
  code: 'tls/hostname-mismatch',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const { verification, serverNameSent } = facts(c, 'tls');
    const leaf = leafOf(c);
    if (!verification || verification.nameMatches || !leaf) return null;
    if (isIpAddress(verification.name) && !leaf.names.some(isIpAddress)) return null;
    const names = leaf.names.length > 0 ? leaf.names : leaf.commonName ? [leaf.commonName] : [];
    return {
      name: verification.name,
      names,
      ...(c.trials.some(({ id, helped }) => helped && id.startsWith('certificate-name'))
        ? { certainty: 'proven' as const }
        : {}),
      serverNameSent: serverNameSent ?? null,
      ...(c.target.tls?.verify === false ? { severity: 'info' as const } : {}),
    };
  },
  say: ({ name, names, serverNameSent }, c) => {
    const usable = names.find((one) => !one.includes('*') && !isIpAddress(one));
    return {
      title: `The certificate is not made out for ${name}`,
      detail: `It names ${names.length > 0 ? names.join(', ') : 'no host at all'}.${serverNameSent === null ? ' No server name (SNI) was sent, so the server could not choose a certificate for it.' : ''} Anyone could show another host's certificate, so clients refuse it.`,
      remedies: [
        usable
          ? {
              text: 'Connect by a name that the certificate holds',
              command: checkAgain({
                ...c.target,
                url: `${c.target.transport}://${usable}:${c.target.port}`,
              }),
            }
          : { text: 'Connect by a name that the certificate holds' },
        {
          text: `Or give the broker a certificate with ${name} among its names (subjectAltName)`,
        },
      ],
    };
  },
});
