// The hello was understood, and nothing in it was acceptable.

import { opensslClient } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'tls/cipher-mismatch',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  explains: ['tls/closed-in-handshake'],
  when: (c) => {
    const { alert, serverHello, serverNameSent } = facts(c, 'tls');
    if (!alert || serverHello) return null;
    if (alert.number !== 40 && alert.number !== 71) return null;
    // Without SNI, front ends refuse with the same alert.
    if (!serverNameSent && alert.number === 40)
      return { alert: alert.number, certainty: 'likely', sni: false };
    return {
      alert: alert.number,
      sni: true,
      certainty: alert.number === 71 ? 'observed' : 'likely',
    };
  },
  say: ({ alert, sni }, c) => ({
    title: `The server finds no cipher it can use in what the client offers`,
    detail: `It refuses our first message with ${alert === 71 ? '"insufficient security" (alert 71)' : '"handshake failure" (alert 40)'}. It wants other cipher suites or curves, another kind of certificate, or is made for pre-shared keys (PSK) only.${sni ? '' : ' No server name (SNI) was sent, which some servers refuse in the same way.'}`,
    remedies: [
      {
        text: 'Compare the cipher settings of the broker with those of the client (mosquitto.conf: ciphers, tls_version, psk_hint)',
      },
      {
        text: 'Try single suites',
        command: opensslClient(c.target, '-cipher', 'ECDHE-RSA-AES128-GCM-SHA256', '-tls1_2'),
      },
    ],
  }),
});
