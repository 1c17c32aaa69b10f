// The server wants a certificate from the client, and none was sent.

import { checkAgain } from '../commands.ts';
import { defineRule, facts, failureOf } from '../rule.ts';

/** What servers answer a missing certificate: RFC 8446 §4.4.2.4, RFC 5246 §7.4.6, and what is seen. */
const refusals: readonly number[] = [40, 42, 46, 49, 116];

export default defineRule({
  code: 'tls/client-cert-required',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: ['tls/closed-in-handshake', 'connect/closed'],
  when: (c) => {
    const { alert, clientCertificate } = facts(c, 'tls');
    if (!clientCertificate || clientCertificate.sent) return null;
    const { requested, authorities } = clientCertificate;
    const number = alert?.number ?? null;
    if (number === 116) return { authorities, alert: number };
    if (requested !== true) return null;
    if (number !== null && refusals.includes(number)) return { authorities, alert: number };
    // Asked for, not sent, and the server hung up without a word.
    const connect = failureOf(c, 'connect');
    const tls = failureOf(c, 'tls');
    const hungUp = [connect, tls].some((one) => one === 'closed' || one === 'reset');
    return hungUp && { authorities, alert: null, certainty: 'likely' };
  },
  say: ({ authorities, alert }, c) => ({
    title: `The server wants a client certificate, and none was given`,
    detail: `It asks for one in the TLS handshake${authorities.length > 0 ? ` (issued by ${authorities.slice(0, 4).join('; ')})` : ''}, and ${alert === null ? 'closes the connection without it' : `refuses the connection without it (alert ${alert})`}. In TLS 1.3 clients learn of it only after the handshake seems over, so many programs report a broken MQTT connection instead.`,
    remedies: [
      {
        text: 'Give the client its certificate and the key that belongs to it',
        command: checkAgain(c.target, '--cert', 'client.crt', '--key', 'client.key'),
      },
      {
        text: 'If clients should sign in by password only, turn the request off on the broker (mosquitto.conf: require_certificate false)',
      },
    ],
  }),
});
