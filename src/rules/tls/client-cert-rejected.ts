// The server looked at the client's certificate and does not accept it.

import { type Case, defineRule, facts, failureOf, helped } from '../rule.ts';
import { quote } from '../shell.ts';
import { authoritiesInWords, issuerNotAskedFor, offeredCertificate } from './client-cert.ts';
import { inWords } from './hello.ts';

/** RFC 8446 §6.2. */
const reasons: Readonly<Record<number, string>> = {
  42: 'something in it is not right, or the server does not know it or its authority',
  43: 'it is of a kind that the server does not support, or made for another purpose',
  44: 'it has been revoked',
  45: 'it has expired, by the clock of the server',
  46: 'it is not acceptable: of an authority that it does not trust, not registered, not active, or of another account or region',
  49: 'it is good and has no right to connect',
  51: 'the proof with its key does not check',
};

export default defineRule({
  code: 'tls/client-cert-rejected',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: ['tls/closed-in-handshake', 'connect/closed'],
  when: (c) => {
    const { alert, clientCertificate } = facts(c, 'tls');
    if (!clientCertificate?.sent) return null;
    const known = reasons[alert?.number ?? -1] ?? null;
    const wordless = hungUp(c);
    const vague = failureOf(c, 'tls') === 'tls-alert' && alert?.number === 40;
    if (!known && !vague && !wordless) return null;
    return {
      alert: alert ?? null,
      why: known,
      ...offeredCertificate(c),
      authorities: issuerNotAskedFor(c) ? clientCertificate.authorities : [],
      certainty: helped(c, 'no-client-certificate')
        ? ('proven' as const)
        : known
          ? ('observed' as const)
          : ('likely' as const),
    };
  },
  say: ({ alert, why, subject, issuer, file, authorities, certainty }) => ({
    title:
      certainty === 'likely'
        ? 'The server seems to refuse the client certificate.'
        : 'The server refuses the client certificate.',
    detail: `${
      why
        ? `It answers the certificate of ${subject} with ${alert ? inWords(alert) : 'an alert'}: ${why}.`
        : alert === null
          ? `It hangs up as soon as it has seen the certificate of ${subject}, without a reason.`
          : `It answers the certificate of ${subject} with ${inWords(alert)}, which says that it fits nothing it accepts.`
    }${certainty === 'proven' ? ' Without a certificate the connection gets further.' : ''}${
      authorities.length > 0
        ? ` It asks for certificates of ${authoritiesInWords(authorities)}, and this one is of ${issuer}.`
        : ''
    }`,
    remedies: [
      {
        text: 'See its dates, purpose and issuer.',
        command: `openssl x509 -in ${quote(file)} -noout -subject -issuer -dates -ext extendedKeyUsage`,
      },
      {
        text: 'See on the broker, or in the console of the provider, whether this certificate is registered, active and of this account and region; its log says what it dislikes.',
      },
    ],
  }),
});

/** After the server had asked for a certificate and was sent ours. */
function hungUp(c: Case): boolean {
  const failure = failureOf(c, 'tls');
  return failure === 'closed' || failure === 'reset';
}
