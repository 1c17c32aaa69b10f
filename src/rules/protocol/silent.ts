// The port accepts connections and never says anything.

import { checkAgain, inClear, inTls } from '../commands.ts';
import { defineRule, facts, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

const elsewhere: Readonly<Record<string, string>> = {
  MQTT: ' (a TLS or WebSocket port, for example)',
  TLS: ' (a port without TLS, for example)',
  WebSocket: ' (a port for MQTT without WebSocket, for example)',
};

export default defineRule({
  code: 'protocol/silent',
  check: 'connect',
  severity: 'error',
  side: 'unclear',
  explains: ['tls/timeout', 'connect/timeout'],
  when: (c) => {
    const tls = facts(c, 'tls');
    const connect = facts(c, 'connect');
    const inTls = failureOf(c, 'tls') === 'timeout' && tls.bytesIn === 0;
    const inWebSocket =
      failureOf(c, 'websocket') === 'timeout' && facts(c, 'websocket').bytesIn === 0;
    const direct = !c.target.tls && !c.target.webSocket;
    const inMqtt = direct && failureOf(c, 'connect') === 'timeout' && connect.bytesIn === 0;
    return (
      (inTls || inWebSocket || inMqtt) && {
        port: c.target.port,
        sent: inTls ? 'TLS' : inWebSocket ? 'WebSocket' : 'MQTT',
        ms: c.target.limits.timeoutMs,
      }
    );
  },
  say: ({ port, sent, ms }, { target }) => ({
    title: `Port ${port} accepts the connection and then says nothing.`,
    detail: `Our first ${sent} message got no answer within ${ms / 1000} s. Either something else than an MQTT broker waits there${elsewhere[sent] ?? ''}, the broker hangs, or a firewall lets connections through and swallows what is said.`,
    remedies: [
      target.tls === null
        ? {
            text: 'See whether the port wants TLS.',
            command: checkAgain({ ...target, url: inTls(target.url) }),
          }
        : {
            text: `See whether the port speaks ${target.webSocket ? 'WebSocket' : 'MQTT'} without TLS.`,
            command: `mqtt-doctor check ${quote(inClear(target.url))}`,
          },
      {
        text: 'On the machine of the broker, see which program listens there and whether it is well.',
        command: `ss -ltnp 'sport = :${port}'`,
      },
    ],
  }),
});
