// The server looked at the client's certificate and does not accept it.

import { defineRule, facts, failureOf, helped } from '../rule.ts';
import { quote } from '../shell.ts';

const reasons: Readonly<Record<number, string>> = {
  42: 'it is not acceptable (bad certificate)',
  43: 'it is of a kind that the server does not support',
  44: 'it has been revoked',
  45: 'it has expired, by the clock of the server',
  46: 'it is not acceptable (certificate unknown)',
  49: 'it is known and has no right to connect (access denied)',
  51: 'the proof with its key does not check (decrypt error)',
};

export default defineRule({
  code: 'tls/client-cert-rejected',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: ['tls/closed-in-handshake', 'connect/closed'],
  when: (c) => {
    const { alert, clientCertificate } = facts(c, 'tls');
    if (!clientCertificate?.sent || !alert) return null;
    const known = reasons[alert.number];
    const failed =
      alert.number === 40 &&
      clientCertificate.requested === true &&
      failureOf(c, 'tls') === 'tls-alert';
    if (!known && !failed) return null;
    const sent = facts(c, 'input').clientCertificate;
    return {
      alert: alert.number,
      why: known ?? 'it fits nothing that the server accepts (handshake failure)',
      subject: sent?.certificates[0]?.subject ?? 'the certificate',
      file: sent?.file ?? 'client.crt',
      certainty: helped(c, 'no-client-certificate')
        ? ('proven' as const)
        : known
          ? ('observed' as const)
          : ('likely' as const),
    };
  },
  say: ({ alert, why, subject, file }) => ({
    title: `The server refuses the client certificate`,
    detail: `${subject}: ${why} (alert ${alert}).`,
    remedies: [
      {
        text: 'See its dates, purpose and issuer',
        command: `openssl x509 -in ${quote(file)} -noout -subject -issuer -dates -ext extendedKeyUsage`,
      },
      {
        text: 'See on the broker, or in the console of the provider, whether this certificate is registered and active; its log says what it dislikes',
      },
    ],
  }),
});
