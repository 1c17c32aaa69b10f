// The password went over the network unencrypted. On this machine nobody can listen in.

import { isLoopback } from '../../address.ts';
import { checkAgain, hostAndPort } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'connect/credentials-in-clear',
  check: 'connect',
  severity: 'warning',
  side: 'client',
  when: (c) => {
    if (!facts(c, 'connect').inClear) return null;
    const address = facts(c, 'tcp').address ?? null;
    const local = address !== null && isLoopback(address);
    return { address, local, severity: local ? 'info' : 'warning' };
  },
  say: ({ address, local }, { target }) => ({
    title: local
      ? 'The password goes unencrypted to a broker on this machine.'
      : `The password crosses the network to ${address ?? target.host} unencrypted.`,
    detail: local
      ? 'Nobody else can read it there; over a network everybody on the way can.'
      : 'Whoever is on the way can read and use it: the connection is without TLS.',
    remedies: [
      {
        text: `Connect over TLS; most brokers offer it${target.webSocket ? ' for WebSocket, too.' : ' on port 8883.'}`,
        command: checkAgain({
          ...target,
          url: target.webSocket
            ? `wss://${hostAndPort({ ...target, port: 443 })}${target.path}`
            : `mqtts://${hostAndPort({ ...target, port: 8883 })}`,
        }),
      },
      ...(local ? [] : [{ text: 'Then change the password: it has been sent in the clear.' }]),
    ],
  }),
});
