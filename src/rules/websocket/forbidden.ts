// The web server knows who asks, or does not care, and says no (403).

import { defineRule } from '../rule.ts';
import { refusedWith, server } from './upgrade.ts';

export default defineRule({
  code: 'websocket/forbidden',
  check: 'websocket',
  severity: 'error',
  side: 'unclear',
  when: (c) => refusedWith(c) === 403 && { path: c.target.path ?? '/' },
  say: ({ path }, c) => ({
    title: `The server forbids the WebSocket request for ${path} (HTTP 403).`,
    detail: `The answer comes from the web server or gateway before the broker${server(c)}; user name and password of MQTT have not been sent yet. Rules for addresses, paths, missing or wrong signatures and firewalls for web applications answer like that.`,
    remedies: [
      {
        text: 'Look into the log of the web server, gateway or firewall for the rule that said no, and see whether it lets this address and this path in.',
      },
      {
        text: 'Where the address has to be signed (AWS), make the signature anew: an old one, or one for another host or path, is refused like that.',
      },
    ],
  }),
});
