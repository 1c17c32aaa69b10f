// The server does not know the name that was sent.

import type { Target } from '../../target.ts';
import { checkAgain } from '../commands.ts';
import { type Case, defineRule, facts, failureOf, helped, trial } from '../rule.ts';
import { alertToHello, inWords, isOwnName, noCertificateAlerts, sameWithoutName } from './hello.ts';

export default defineRule({
  code: 'tls/sni-unknown',
  check: 'tls',
  severity: 'error',
  side: 'client',
  explains: ['tls/closed-in-handshake', 'tls/timeout', 'protocol/silent'],
  when: (c) => {
    const { serverNameSent: name } = facts(c, 'tls');
    const failure = failureOf(c, 'tls');
    if (!name || failure === null || failure === 'tls-name-mismatch') return null;
    const alert = alertToHello(c);
    const knows = nameThatWorks(c);
    const found = { name, alert, knows };
    // Without the name, or under another, the server goes on: it is the name that it refuses.
    if (knows !== null || helped(c, 'sni-none')) return { ...found, certainty: 'proven' };
    if (alert?.number === 112) return { ...found, certainty: 'observed' };
    return perhaps(c) && { ...found, certainty: 'likely' };
  },
  say: ({ name, alert, knows, certainty }, { target }) => ({
    title:
      certainty === 'likely'
        ? `The server does not seem to know the name ${name}.`
        : `The server does not know the name ${name}.`,
    detail: `${
      alert
        ? `It answers our first message, with that server name (SNI), with ${inWords(alert)}`
        : 'It breaks off the handshake, or stays silent, as soon as that server name (SNI) is sent'
    }${
      knows !== null
        ? `, and goes on where the name is ${knows}${knows === target.host ? ', that of the host' : `, which ${name} is an alias (CNAME) of`}`
        : certainty === 'proven'
          ? ', and goes on when no name is sent'
          : ''
    }. Shared brokers and TLS front ends tell their customers apart by this name: it is mistyped, an own alias (CNAME) of the real one, or the deployment is gone or stopped.${
      certainty === 'likely'
        ? ' A server whose own certificate is missing or broken answers in the same way.'
        : ''
    }`,
    remedies: [
      {
        text:
          knows === null
            ? 'Use the exact host name that the console of the provider shows.'
            : `Use the name ${knows} in the settings of the client.`,
        ...(knows === null
          ? {}
          : { command: checkAgain({ ...target, url: urlOf(target, knows), tls: named(target) }) }),
      },
      knows === null
        ? { text: 'See whether the deployment is still running.' }
        : { text: 'Or register the own name as custom domain, if the provider offers that.' },
      {
        text: 'On your own server, give it a certificate and a route for this name, and see in its log that its certificate was loaded.',
      },
    ],
  }),
});

function nameThatWorks(c: Case): string | null {
  if (helped(c, 'sni-host')) return c.target.host;
  const prefix = 'sni-alias-';
  const alias = c.trials.find((one) => one.helped && one.id.startsWith(prefix));
  return alias ? alias.id.slice(prefix.length) : null;
}

function urlOf({ transport, port }: Target, host: string): string {
  return `${transport}://${host}:${port}`;
}

/** With the name of the host, whatever `--sni` says. */
function named({ tls }: Target): Target['tls'] {
  return tls && { ...tls, serverNameFrom: 'host' };
}

/** With alert 40, only once it is clear that it is not the ciphers. */
function perhaps(c: Case): boolean {
  const { number = -1 } = alertToHello(c) ?? {};
  if (!noCertificateAlerts.includes(number) || helped(c, 'old-ciphers')) return false;
  if (number === 40 && sameWithoutName(c)) return false;
  const { serverNameSent } = facts(c, 'tls');
  return number !== 40 || (trial(c, 'old-ciphers') !== null && !isOwnName(serverNameSent ?? null));
}
