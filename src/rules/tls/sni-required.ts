// The server only answers clients that send its name.

import { isIpAddress } from '../../address.ts';
import { checkAgain } from '../commands.ts';
import { deepTrials } from '../deep.ts';
import { type Case, defineRule, facts, helped } from '../rule.ts';
import { alertToHello, inWords, noCertificateAlerts } from './hello.ts';

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
    'tls/intercepted',
    'tls/missing-intermediate',
    'tls/expired',
    'tls/not-yet-valid',
    'tls/weak-certificate',
    'tls/wrong-purpose',
    'connect/not-authorized',
    'connect/bad-credentials',
    'connect/anonymous-refused',
    'connect/closed',
    'connect/timeout',
    'protocol/silent',
    'protocol/http',
  ],
  when: (c) => {
    const { serverNameSent } = facts(c, 'tls');
    if (!c.target.tls) return null;
    if (serverNameSent) return deep(c) && { ...deepFound(serverNameSent), certainty: 'proven' };
    const byAddress = isIpAddress(c.target.host);
    const name = byAddress ? 'NAME' : c.target.host;
    const alert = alertToHello(c);
    const found = { name, byAddress, alert, sent: false };
    if (helped(c, 'sni-sent')) return { ...found, certainty: 'proven' };
    if (alert?.number === 112 || alert?.number === 109) return { ...found, certainty: 'observed' };
    return perhaps(c) && { ...found, certainty: 'likely' };
  },
  say: ({ name, byAddress, alert, sent, certainty }, c) => ({
    title:
      certainty === 'likely'
        ? 'The server seems to answer only clients that send its name (SNI).'
        : 'The server only answers clients that send its name (SNI).',
    detail: `${
      byAddress
        ? 'An IP address was dialled, and those are never sent as server name (RFC 6066).'
        : sent
          ? `This client sends the name ${name}.`
          : 'No server name was sent.'
    } ${
      sent
        ? 'Without it the handshake fails, so clients that cannot send it stay outside.'
        : certainty === 'proven'
          ? `${alert ? `The server refuses that with ${inWords(alert)}. ` : ''}With the name ${name}, and nothing else changed, the connection gets further.`
          : `The server refuses our first message${alert ? ` with ${inWords(alert)}` : ''}.`
    } Brokers that share one address tell their customers apart by the name.${
      certainty === 'likely'
        ? ' A server whose own certificate is missing or broken answers in the same way, and so does one that finds no cipher it can use.'
        : ''
    }`,
    remedies: [
      byAddress
        ? {
            text: 'Connect by the host name of the broker instead of the address.',
            command: checkAgain(c.target, '--sni', name),
          }
        : {
            text: `Set the server name in the TLS options of the client to ${name}.`,
            command: checkAgain(c.target, '--sni', name),
          },
      {
        text: 'On microcontrollers, give the TLS client the host name in its connect call; old TLS libraries need an update to send it.',
      },
    ],
  }),
});

/** No trial can send a name that nobody knows: where an address is dialled, an alert is all there is. */
function perhaps(c: Case): boolean {
  const alert = alertToHello(c);
  return (
    isIpAddress(c.target.host) &&
    alert !== null &&
    noCertificateAlerts.includes(alert.number) &&
    helped(c, 'old-ciphers') === null
  );
}

/** `--deep`: with the name the handshake completes, without it in no version. */
function deep(c: Case): boolean {
  const cells = deepTrials(c, 'tls');
  const completes = (sni: string) =>
    cells.some(
      ({ value, trial }) =>
        value.startsWith(`${sni} `) && trial.attempt.outcomes.tls.status === 'ok',
    );
  return (
    completes('sni') &&
    cells.some(({ value }) => value.startsWith('no-sni ')) &&
    !completes('no-sni')
  );
}

function deepFound(name: string) {
  return { name, byAddress: false, alert: null, sent: true, severity: 'info' as const };
}
