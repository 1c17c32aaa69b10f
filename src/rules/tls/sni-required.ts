// The server only answers clients that send its name.

import { checkAgain } from '../commands.ts';
import { defineRule, facts, helped } from '../rule.ts';

export default defineRule({
  code: 'tls/sni-required',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: [
    'tls/closed-in-handshake',
    'tls/timeout',
    'tls/hostname-mismatch',
    'tls/address-as-name',
    'tls/self-signed',
    'tls/unknown-ca',
    'tls/wrong-ca',
    'tls/missing-intermediate',
    'tls/cipher-mismatch',
    'connect/not-authorized',
    'connect/bad-credentials',
    'connect/anonymous-refused',
    'connect/closed',
    'connect/timeout',
    'protocol/silent',
  ],
  when: (c) => {
    const { alert, serverNameSent } = facts(c, 'tls');
    if (!c.target.tls || serverNameSent) return null;
    if (helped(c, 'sni-sent')) return { host: c.target.host, certainty: 'proven' };
    const asked = alert?.number === 112 || alert?.number === 109;
    return asked && { host: c.target.host, certainty: 'observed' };
  },
  say: ({ host }, c) => ({
    title: `The server only answers clients that send its name (SNI)`,
    detail: `No server name was sent, and the server refuses the connection. Brokers that share one address tell their customers apart by it.`,
    remedies: [
      {
        text: `Set the server name in the TLS options of the client to ${host}, and connect by name instead of by IP address`,
        command: checkAgain(c.target, '--sni', 'NAME'),
      },
      {
        text: 'On microcontrollers, give the TLS client the host name in its connect call; old TLS libraries need an update to send it',
      },
    ],
  }),
});
