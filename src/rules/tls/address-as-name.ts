// Dialled by IP address, while the certificate names hosts.

import { isIpAddress } from '../../address.ts';
import { checkAgain } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';
import { leafOf } from './chain.ts';

export default defineRule({
  code: 'tls/address-as-name',
  check: 'tls',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { verification } = facts(c, 'tls');
    const leaf = leafOf(c);
    if (!verification || verification.nameMatches || !leaf) return null;
    if (!isIpAddress(verification.name) || leaf.names.some(isIpAddress)) return null;
    const names = leaf.names.length > 0 ? leaf.names : leaf.commonName ? [leaf.commonName] : [];
    return {
      address: verification.name,
      names,
      ...(c.trials.some(({ id, helped }) => helped && id.startsWith('certificate-name'))
        ? { certainty: 'proven' as const }
        : {}),
      ...(c.target.tls?.verify === false ? { severity: 'info' as const } : {}),
    };
  },
  say: ({ address, names }, c) => ({
    title: `The client connects by IP address, and the certificate names hosts only`,
    detail: `${address} is not in the certificate; ${names.join(', ') || 'no name'} is. A client that is given an address can compare only addresses, and sends no server name (SNI) either.`,
    remedies: [
      {
        text: 'Use the host name in the settings of the client',
        command: checkAgain({
          ...c.target,
          url: `${c.target.transport}://${names.find((one) => !one.includes('*')) ?? 'NAME'}:${c.target.port}`,
        }),
      },
      {
        text: 'If the name is not in DNS, add it to the hosts file, or make the certificate with the address as subjectAltName IP',
      },
    ],
  }),
});
