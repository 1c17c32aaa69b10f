// The port accepts connections and never says anything.

import { checkAgain } from '../commands.ts';
import { defineRule, facts, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

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
    const inMqtt = !c.target.tls && failureOf(c, 'connect') === 'timeout' && connect.bytesIn === 0;
    return (
      (inTls || inMqtt) && {
        port: c.target.port,
        sent: inTls ? 'TLS' : 'MQTT',
        ms: c.target.limits.timeoutMs,
      }
    );
  },
  say: ({ port, sent, ms }, { target }) => ({
    title: `Port ${port} accepts the connection and then says nothing.`,
    detail: `Our first ${sent} message got no answer within ${ms / 1000} s. Either something else than an MQTT broker waits there${sent === 'MQTT' ? ' (a TLS or WebSocket port, for example)' : ' (a port without TLS, for example)'}, the broker hangs, or a firewall lets connections through and swallows what is said.`,
    remedies: [
      sent === 'MQTT'
        ? {
            text: 'See whether the port wants TLS.',
            command: checkAgain({ ...target, url: target.url.replace(/^mqtt:/, 'mqtts:') }),
          }
        : {
            text: 'See whether the port speaks MQTT without TLS.',
            command: `mqtt-doctor check ${quote(target.url.replace(/^mqtts:/, 'mqtt:'))}`,
          },
      {
        text: 'On the machine of the broker, see which program listens there and whether it is well.',
        command: `ss -ltnp 'sport = :${port}'`,
      },
    ],
  }),
});
