// Dialled by IP address, while the certificate names hosts.

import { isIpAddress } from '../../address.ts';
import { checkAgain } from '../commands.ts';
import { type Case, defineRule, facts } from '../rule.ts';
import { leafOf, listed } from './chain.ts';

export default defineRule({
  code: 'tls/address-as-name',
  check: 'tls',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { verification } = facts(c, 'tls');
    const leaf = leafOf(c);
    if (!verification || verification.nameMatches || !leaf) return null;
    const { name: address } = verification;
    if (!isIpAddress(address) || leaf.names.some(isIpAddress)) return null;
    const works = nameThatWorks(c);
    const asCommonName = leaf.names.length === 0 && leaf.commonName === address;
    return {
      address,
      names: leaf.names,
      commonName: leaf.commonName,
      asCommonName,
      works,
      ...(works ? { certainty: 'proven' as const } : {}),
      ...(asCommonName ? { side: 'server' as const } : {}),
      ...(c.target.tls?.verify === false ? { severity: 'info' as const } : {}),
    };
  },
  say: ({ address, names, commonName, asCommonName, works }, c) => {
    const host = works ?? names.find((one) => !one.includes('*')) ?? null;
    const shown = listed(names.length > 0 ? names : commonName ? [commonName] : []);
    const renew = {
      text: `${asCommonName ? 'Make' : 'Or make'} the certificate with the address as alternative name (subjectAltName, of the type IP).`,
      command: `openssl req -new -key server.key -subj /CN=${address} -addext subjectAltName=IP:${address} -out server.csr`,
    };
    return {
      title: asCommonName
        ? `The certificate has the address ${address} as common name only, where clients do not look for it.`
        : 'The client connects by IP address, and the certificate names hosts only.',
      detail: asCommonName
        ? 'An address counts only as alternative name of the type IP (RFC 9525 §6.1); this certificate has no such name.'
        : `${address} is not in the certificate; ${shown || 'no name'} is. A client that is given an address can compare only addresses, and sends no server name (SNI) either.${works ? ` Under the name ${works} the handshake completes.` : ''}`,
      remedies: asCommonName
        ? [renew]
        : [
            {
              text: 'Use the host name in the settings of the client.',
              command: checkAgain({
                ...c.target,
                url: `${c.target.transport}://${host ?? 'NAME'}:${c.target.port}`,
              }),
            },
            { text: 'If the name is not in DNS, add it to the hosts file.' },
            renew,
          ],
    };
  },
});

function nameThatWorks({ trials }: Case): string | null {
  const prefix = 'certificate-name-';
  const trial = trials.find(({ id, helped }) => helped && id.startsWith(prefix));
  return trial ? trial.id.slice(prefix.length) : null;
}
