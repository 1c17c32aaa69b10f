// The broker hangs up on CONNECT without a word, and no trial has told why. What is seen is
// certain; the causes are listed as far as the settings allow them, and none is chosen.

import { failureIn } from '../../evidence.ts';
import type { Remedy } from '../../finding.ts';
import { checkAgain } from '../commands.ts';
import { otherVersions, ruledOut, unchanged } from '../proof.ts';
import { either, endedIt, endsIt } from '../prose.ts';
import { refusal, said } from '../refusal.ts';
import { type Case, defineRule, facts, failureOf, trial, worked } from '../rule.ts';
import { certificateSent, credentialsSent, serverNameMissing } from '../sign-in.ts';
import { dismissal } from './dismissal.ts';

export default defineRule({
  code: 'connect/closed',
  check: 'connect',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const failure = failureOf(c, 'connect');
    // In MQTT 5 it may have said why.
    const mute = (failure === 'closed' || failure === 'reset') && refusal(c) === null;
    if (!mute && !dismissal(c)) return null;
    const { ended, version } = facts(c, 'connect');
    const comesAndGoes = worked(c, unchanged, 'connect') !== null;
    return { failure, afterMs: ended?.afterMs ?? null, version: version ?? null, comesAndGoes };
  },
  say: ({ failure, afterMs, comesAndGoes }, c) => {
    const answer = dismissal(c);
    const after = afterMs === null ? '' : ` ${Math.round(afterMs)} ms after the last byte`;
    const older = trial(c, 'mqtt-3.1.1');
    const olderToo =
      older && ['closed', 'reset'].includes(failureIn(older.attempt, 'connect') ?? '');
    return {
      title: `The broker ${endsIt(failure)} on CONNECT without saying why${comesAndGoes ? ', but not every time' : ''}.`,
      detail: `${
        answer
          ? `It sent ${said(answer)}, instead of a CONNACK`
          : `It ${endedIt(failure)}${after}, without a CONNACK`
      }${olderToo ? ', and does the same with MQTT 3.1.1' : ''}. ${
        comesAndGoes
          ? `A second attempt with the same settings is let in, so they are not the cause: ${either(passing)}.`
          : `That looks the same for several causes: ${either(causes(c))}.`
      }`,
      remedies: remedies(c),
    };
  },
});

/** What is there at one moment and gone at the next. */
const passing = [
  'one of several brokers behind the same address does not work',
  'the broker is at its limit of connections',
  'it is starting or stopping',
];

/** Those that the settings allow and no trial has ruled out. */
function causes(c: Case): readonly string[] {
  const { clientId, clientIdIsOurs, cleanStart, keepAliveS, will } = c.target.mqtt;
  const { version = '5' } = facts(c, 'connect');
  const shown = credentialsSent(c) || certificateSent(c);
  const oddKeepAlive = keepAliveS === 0 || keepAliveS > 60;
  const possible: readonly (readonly [boolean, string])[] = [
    [
      c.target.tls === null && !c.target.webSocket && !ruledOut(c, 'tls'),
      'the port expects TLS, and hangs up on anything else',
    ],
    [!c.target.webSocket && !ruledOut(c, 'websocket'), 'the port expects WebSocket'],
    [serverNameMissing(c), 'it cannot tell which broker is meant without a server name (SNI)'],
    [!shown, 'it wants a user name and password, or a client certificate'],
    [certificateSent(c), 'no policy lets this certificate connect, or it is not active'],
    [credentialsSent(c), 'it does not accept these credentials, or not on this port'],
    [clientIdIsOurs, `it takes certain client ids only, and "${clientId}" is mqtt-doctor's own`],
    [!clientIdIsOurs, `it does not allow the client id "${clientId}"`],
    [
      will !== null && !ruledOut(c, 'no-will'),
      `it does not take the will (QoS ${will?.qos}${will?.retain ? ', retained' : ''})`,
    ],
    [!cleanStart && !ruledOut(c, 'clean-session'), 'it does not keep sessions'],
    [
      oddKeepAlive && !ruledOut(c, 'short-keepalive'),
      `it does not take a keep-alive of ${keepAliveS} s`,
    ],
    [!triedOtherVersion(c), `it does not speak MQTT ${version}`],
    [true, 'it has reached its limit of connections'],
    [true, 'a load balancer in front of it has no broker behind it'],
    [!ruledOut(c, 'proxy-header'), 'it waits for a PROXY header from a load balancer'],
  ];
  return possible.flatMap(([applies, cause]) => (applies ? [cause] : []));
}

function triedOtherVersion(c: Case): boolean {
  return otherVersions.some((id) => ruledOut(c, id));
}

function remedies(c: Case): readonly Remedy[] {
  const { target } = c;
  const { clientIdIsOurs, version } = target.mqtt;
  return [
    {
      text: 'Look into the log of the broker at this moment: it knows which of them it is. If the connection is not there, something in front of the broker hangs up.',
    },
    ...(target.tls === null && !target.webSocket && !ruledOut(c, 'tls')
      ? [
          {
            text: 'See whether TLS is spoken here.',
            command: checkAgain({ ...target, url: target.url.replace(/^mqtt:/, 'mqtts:') }),
          },
        ]
      : []),
    ...(serverNameMissing(c)
      ? [{ text: 'Send the server name.', command: checkAgain(target, '--sni', 'NAME') }]
      : []),
    ...(clientIdIsOurs
      ? [
          {
            text: "Use the client's own id, if the broker has a rule for ids; that may throw a client off which is connected with it.",
            command: checkAgain(target, '-i', 'ID'),
          },
        ]
      : []),
    ...(certificateSent(c)
      ? [
          {
            text: 'On the broker, see that the certificate is active and that its policy allows to connect with this client id.',
          },
        ]
      : []),
    ...(version === null || triedOtherVersion(c)
      ? []
      : [
          {
            text: 'Try another version of MQTT; in 5 some brokers give a reason where they only hang up in 3.1.1.',
            command: checkAgain(target, '-V', version === '5' ? '3.1.1' : '5'),
          },
        ]),
  ];
}
