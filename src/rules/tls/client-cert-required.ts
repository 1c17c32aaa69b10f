// The server wants a certificate from the client, and none was sent.

import { checkAgain } from '../commands.ts';
import { type Case, defineRule, facts, failureOf } from '../rule.ts';
import { authoritiesInWords } from './client-cert.ts';

/**
 * What servers answer a missing certificate, when they have asked for it: 116 is made for it
 * (RFC 8446 §4.4.2.4); before TLS 1.3 OpenSSL says 40, Go and Java 42, others 41, 46, 48, 49.
 */
const refusals: readonly number[] = [40, 41, 42, 43, 46, 48, 49, 116];

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
    return number === null && hungUp(c) && { authorities, alert: null, certainty: 'likely' };
  },
  say: ({ authorities, alert }, c) => ({
    title:
      alert === null
        ? 'The server seems to want a client certificate, and none was given.'
        : 'The server wants a client certificate, and none was given.',
    detail: `It asks for one in the TLS handshake${authorities.length > 0 ? ` (issued by ${authoritiesInWords(authorities)})` : ''}, and ${
      alert === null
        ? 'hangs up without it and without a word. A broker that can do without one may also hang up for another reason.'
        : `refuses the connection without it (alert ${alert}).`
    }${
      facts(c, 'tls').version === 'TLSv1.3'
        ? ' In TLS 1.3 clients learn of it only after the handshake seems over, so many programs report a broken MQTT connection instead.'
        : ''
    }`,
    remedies: [
      {
        text: 'Give the client its certificate and the key that belongs to it.',
        command: checkAgain(c.target, '--cert', 'client.crt', '--key', 'client.key'),
      },
      {
        text: 'If clients should sign in by password only, turn the request off on the broker (mosquitto.conf: require_certificate false).',
      },
    ],
  }),
});

function hungUp(c: Case): boolean {
  return [failureOf(c, 'connect'), failureOf(c, 'tls')].some(
    (failure) => failure === 'closed' || failure === 'reset',
  );
}
