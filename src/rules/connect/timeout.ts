// TLS stands, or a few bytes came, and no whole CONNACK. A plain port that never says a byte is
// protocol/silent: nothing shows there that it speaks MQTT at all.

import type { Remedy } from '../../finding.ts';
import { checkAgain } from '../commands.ts';
import { otherVersions, ruledOut } from '../proof.ts';
import { either } from '../prose.ts';
import { type Case, defineRule, facts, failureOf } from '../rule.ts';
import { certificateSent, serverNameMissing } from '../sign-in.ts';

export default defineRule({
  code: 'connect/timeout',
  check: 'connect',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    if (failureOf(c, 'connect') !== 'timeout') return null;
    const { bytesIn = 0, answer } = facts(c, 'connect');
    if (answer && answer.service !== 'mqtt' && answer.service !== 'unknown') return null;
    if (bytesIn === 0 && c.target.tls === null && c.target.webSocket === null) return null;
    return { bytesIn, timeoutMs: c.target.limits.timeoutMs };
  },
  say: ({ bytesIn, timeoutMs }, c) => ({
    title:
      bytesIn === 0
        ? `The server completes ${c.target.webSocket ? 'the WebSocket handshake' : 'TLS'} and does not answer CONNECT within ${timeoutMs} ms.`
        : `The answer to CONNECT is not whole after ${timeoutMs} ms.`,
    detail:
      bytesIn === 0
        ? `Not one byte came. That looks the same for several causes: ${either(causes(c))}.`
        : `${bytesIn === 1 ? '1 byte' : `${bytesIn} bytes`} came, too few for a CONNACK, and the connection is still open. The broker is overloaded, or what answers is not an MQTT broker.`,
    remedies: remedies(c, bytesIn),
  }),
});

function causes(c: Case): readonly string[] {
  const { version } = facts(c, 'connect');
  return [
    'the port belongs to something else that speaks TLS: WebSocket, HTTPS, another protocol',
    ...(facts(c, 'tls').alpnSelected
      ? []
      : ['it chooses MQTT by a protocol name (ALPN), and none is agreed']),
    ...(serverNameMissing(c)
      ? ['it cannot tell which broker is meant without a server name (SNI)']
      : []),
    'a load balancer ends TLS and cannot reach the broker behind it',
    'the broker waits for the service that checks credentials',
    ...(certificateSent(c) ? ['no policy lets this certificate connect'] : []),
    ...(otherVersions.some((id) => ruledOut(c, id))
      ? []
      : [`it does not speak MQTT ${version ?? '5'} and keeps silent about it`]),
  ];
}

function remedies(c: Case, bytesIn: number): readonly Remedy[] {
  const { target } = c;
  const silent = bytesIn === 0;
  return [
    {
      text: 'See in the log of the broker whether the connection arrives there at all.',
    },
    ...(silent && serverNameMissing(c)
      ? [{ text: 'Send the server name.', command: checkAgain(target, '--sni', 'NAME') }]
      : []),
    ...(silent && target.tls?.alpn.length === 0
      ? [
          {
            text: 'Offer the protocol name that the service documents for this port.',
            command: checkAgain(target, '--alpn', 'NAME'),
          },
        ]
      : []),
    ...(target.mqtt.version === '3.1.1' || ruledOut(c, 'mqtt-3.1.1')
      ? []
      : [{ text: 'Try MQTT 3.1.1.', command: checkAgain(target, '-V', '3.1.1') }]),
    { text: 'See whether it is slow only.', command: checkAgain(target, '--timeout', '30000') },
  ];
}
