// The connection ends in the middle of the handshake, without a reason.

import { opensslClient } from '../commands.ts';
import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'tls/closed-in-handshake',
  check: 'tls',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const failure = failureOf(c, 'tls');
    if (failure !== 'closed' && failure !== 'reset') return null;
    const { bytesIn = 0, serverHello = false, serverNameSent = null } = facts(c, 'tls');
    return {
      how: failure,
      bytesIn,
      serverHello,
      serverNameSent,
      port: c.target.port,
    };
  },
  say: ({ how, bytesIn, serverHello, serverNameSent }, c) => ({
    title: `The connection is ${how === 'reset' ? 'torn down (reset)' : 'closed'} ${serverHello ? 'in the middle of the TLS handshake' : 'right after our first TLS message'}`,
    detail:
      bytesIn === 0
        ? `Not one byte came back. This is what a port without TLS does, a front end that ${serverNameSent ? `has no server for the name ${serverNameSent}` : 'misses the server name (SNI)'}, a load balancer without a working broker behind it, or a firewall that dislikes TLS.`
        : `${bytesIn} bytes came back first, and no reason. The log of the server says why, if it says anything.`,
    remedies: [
      {
        text: 'See whether the port speaks plain MQTT instead',
        command: `mqtt-doctor check mqtt://${c.target.host}:${c.target.port}`,
      },
      { text: 'Watch the handshake', command: opensslClient(c.target, '-msg') },
      {
        text: 'Look into the log of the broker, or of what stands in front of it, at this moment',
      },
    ],
  }),
});
