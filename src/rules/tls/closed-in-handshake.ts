// The connection ends in the middle of the handshake, without a reason that any other rule knows.

import { opensslClient } from '../commands.ts';
import { either } from '../prose.ts';
import { type Case, defineRule, facts, failureOf } from '../rule.ts';
import { inWords } from './hello.ts';

/** Alerts that say what is wrong, and have rules of their own. */
const telling: readonly number[] = [70, 71, 86, 109, 112, 116, 120];
/** Where a client certificate was asked for, they are about that. */
const aboutCertificates: readonly number[] = [40, 41, 42, 43, 44, 45, 46, 48, 49, 51];

/** `nonsense`: what came begins like TLS, and is none. */
type How = 'closed' | 'reset' | 'alert' | 'nonsense';

export default defineRule({
  code: 'tls/closed-in-handshake',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const how = howItEnded(c);
    if (how === null) return null;
    const {
      bytesIn = 0,
      serverHello = false,
      serverNameSent = null,
      alert = null,
    } = facts(c, 'tls');
    return {
      how,
      alert: how === 'alert' ? alert : null,
      bytesIn,
      serverHello,
      serverNameSent,
      port: c.target.port,
      certainty: how === 'closed' || how === 'reset' ? ('observed' as const) : ('likely' as const),
    };
  },
  say: (data, c) => ({
    title: titleOf(data),
    detail: detailOf(data, c),
    remedies: [
      {
        text: 'Look into the log of the broker, or of what stands in front of it, at this moment.',
      },
      { text: 'Watch the handshake.', command: opensslClient(c.target, '-msg') },
      ...(data.bytesIn === 0
        ? [
            {
              text: 'See whether the port speaks plain MQTT to a client that signs in; its password would go out in the clear.',
              command: `mqtt-doctor check mqtt://${c.target.host}:${c.target.port}`,
            },
          ]
        : []),
      { text: 'Try from another network, without what inspects TLS in between.' },
    ],
  }),
});

function howItEnded(c: Case): How | null {
  const { alert } = facts(c, 'tls');
  switch (failureOf(c, 'tls')) {
    case 'closed':
      return 'closed';
    case 'reset':
      return 'reset';
    case 'tls-alert':
      return alert && isTelling(c, alert.number) ? null : 'alert';
    case 'tls-broken':
      return 'nonsense';
    default:
      return null;
  }
}

function isTelling(c: Case, alert: number): boolean {
  const asked = facts(c, 'tls').clientCertificate?.requested === true;
  return telling.includes(alert) || (asked && aboutCertificates.includes(alert));
}

type Data = {
  readonly how: How;
  readonly alert: { readonly name: string; readonly number: number } | null;
  readonly bytesIn: number;
  readonly serverHello: boolean;
  readonly serverNameSent: string | null;
};

function titleOf({ how, alert, serverHello }: Data): string {
  const when = serverHello
    ? 'in the middle of the TLS handshake'
    : 'right after our first TLS message';
  switch (how) {
    case 'closed':
      return `The connection is closed ${when}.`;
    case 'reset':
      return `The connection is torn down (reset) ${when}.`;
    case 'alert':
      return `The server breaks off the TLS handshake${alert ? ` with ${inWords(alert)}` : ''}.`;
    case 'nonsense':
      return 'What answers begins like TLS and makes no sense.';
  }
}

function detailOf({ how, alert, bytesIn, serverNameSent }: Data, c: Case): string {
  if (how === 'nonsense') {
    return `${bytesIn} bytes came. Something in between changes or cuts what the server says, or its TLS library has a fault.`;
  }
  if (how === 'alert') {
    return `${meanings[alert?.number ?? -1] ?? 'That says that it does not like what it was sent, and not why.'} Its log says more.`;
  }
  if (bytesIn > 0) {
    return `${bytesIn} bytes came back first, and no reason. The log of the server says why, if it says anything.${c.target.tls?.clientCertificate ? ' It may be the client certificate that it dislikes.' : ''}`;
  }
  return `Not one byte came back. That looks the same for several causes: ${either([
    serverNameSent
      ? `a front end has no server for the name ${serverNameSent}`
      : 'a front end tells its servers apart by the server name (SNI), and none was sent',
    'the port is one without TLS',
    'a load balancer has no working broker behind it',
    'a firewall does not let TLS through, or not to this name',
  ])}.`;
}

/** What servers mean by alerts that could mean much; RFC 8446 §6.2, and what is seen. */
const meanings: Readonly<Record<number, string>> = {
  10: 'A message came at a moment when it did not expect it: a fault in one of the two TLS libraries, or in what stands between.',
  20: 'What it received does not decrypt: something in between changes bytes, or one of the two TLS libraries has a fault.',
  21: 'What it received does not decrypt: something in between changes bytes, or one of the two TLS libraries has a fault.',
  22: 'It received a record that is too long for it: small devices limit them, or something in between puts bytes together.',
  40: 'It found nothing that both sides can use, or has no certificate for what was asked.',
  47: 'It finds a contradiction in our first message: an old TLS library that stumbles over newer extensions.',
  48: 'It speaks of an authority that it does not trust, although no client certificate was asked for.',
  50: 'It cannot read our first message: an old TLS library that stumbles over newer extensions, or bytes that were changed on the way.',
  80: 'It has a problem of its own: no certificate, or one that cannot be read, or a fault in its settings.',
};
