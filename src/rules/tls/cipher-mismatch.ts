// The hello was understood, and nothing in it was acceptable; or what the server chose was not
// acceptable to us.

import type { Trial } from '../../evidence.ts';
import { opensslClient } from '../commands.ts';
import { type Case, defineRule, facts, factsOf, failureOf, helped, trial } from '../rule.ts';
import { alertToHello, inWords, isOwnName, sameWithoutName } from './hello.ts';
import { isWeak } from './weakness.ts';

export default defineRule({
  code: 'tls/cipher-mismatch',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  explains: ['tls/closed-in-handshake'],
  when: (c) => {
    const alert = alertToHello(c);
    const old = helped(c, 'old-ciphers');
    if (old && (alert || refusedByUs(c))) {
      return { alert, wants: wanted(old), curve: curveOf(old), certainty: 'proven' };
    }
    if (refusedByUs(c)) return { alert: null, wants: null, curve: null };
    if (alert?.number === 71) return { alert, wants: null, curve: null };
    return perhaps(c) && { alert, wants: null, curve: null, certainty: 'likely' };
  },
  say: ({ alert, wants, curve, certainty }, c) => ({
    title:
      wants === 'psk'
        ? 'The server takes clients with a pre-shared key (PSK) only.'
        : alert
          ? 'The server finds no cipher it can use in what the client offers.'
          : 'What the server chooses for the encryption is below what clients accept.',
    detail: `${
      alert
        ? `It refuses our first message with ${inWords(alert)}.`
        : 'Its key exchange or signature is weaker than OpenSSL takes in its usual settings.'
    }${
      wants === 'psk'
        ? ' Where pre-shared keys are offered it goes on, and shows no certificate.'
        : certainty === 'proven'
          ? ` Where old and rare ciphers are offered as well it goes on.${curve ? ` Its key is on the curve ${curve}, which few clients know.` : ''}`
          : trial(c, 'old-ciphers')
            ? ' It does the same where old and rare ciphers and pre-shared keys are offered as well: most likely it has no certificate that it can use, because none is set, it could not be read, or its key is of an unusual kind.'
            : ' It wants other cipher suites or curves, has no certificate that fits ours, or is made for pre-shared keys (PSK) only.'
    }${serverNameCaveat(c, certainty)}`,
    remedies: [
      wants === 'psk'
        ? {
            text: 'Give the client the identity and the key that the broker has for it (mosquitto.conf: psk_file), or use a listener with a certificate.',
            command: `mosquitto_pub -h ${c.target.host} -p ${c.target.port} --psk-identity IDENTITY --psk KEY_IN_HEX -t test -m hello`,
          }
        : {
            text: 'Compare the cipher settings of the broker with those of the client (mosquitto.conf: ciphers, tls_version, psk_hint), and see that the broker has a certificate at all: EC P-256 or RSA 2048.',
          },
      {
        text: 'Try single suites.',
        command: opensslClient(c.target, '-cipher', 'ECDHE-RSA-AES128-GCM-SHA256', '-tls1_2'),
      },
    ],
  }),
});

/**
 * Servers that miss a certificate for the name answer with alert 40 as well. Where no old cipher
 * helped, it is that; unless the name is one that every server of one's own is called by.
 */
function perhaps(c: Case): boolean {
  const { serverNameSent } = facts(c, 'tls');
  if (alertToHello(c)?.number !== 40) return false;
  const nameless = isOwnName(serverNameSent ?? null) || sameWithoutName(c);
  return trial(c, 'old-ciphers') === null || nameless;
}

/** Our side ended it, over neither the version nor the certificate. */
function refusedByUs(c: Case): boolean {
  const { serverHello, version, chain = [] } = facts(c, 'tls');
  const modern = version === 'TLSv1.2' || version === 'TLSv1.3';
  return (
    failureOf(c, 'tls') === 'tls-no-common-ground' &&
    serverHello === true &&
    modern &&
    !chain.some(isWeak)
  );
}

/** Before TLS 1.3 a server without a certificate wants a pre-shared key (RFC 4279 §2) or nothing at all. */
function wanted(old: Trial): 'psk' | null {
  const { chain = [], version, cipher } = factsOf(old.attempt, 'tls');
  const anonymous = cipher?.includes('anon') ?? false;
  return chain.length === 0 && version !== 'TLSv1.3' && !anonymous ? 'psk' : null;
}

const usualCurves = ['prime256v1', 'secp384r1', 'secp521r1'];

function curveOf(old: Trial): string | null {
  const curve = factsOf(old.attempt, 'tls').chain?.[0]?.curve ?? null;
  return curve !== null && !usualCurves.includes(curve) ? curve : null;
}

function serverNameCaveat(c: Case, certainty: string | undefined): string {
  if (certainty === 'proven') return '';
  const { serverNameSent } = facts(c, 'tls');
  return serverNameSent
    ? ` A front end that does not know the name ${serverNameSent} answers in the same way.`
    : ' No server name (SNI) was sent, which some servers refuse in the same way.';
}
