// There is no WebSocket under this path; perhaps there is under another.

import { checkAgain } from '../commands.ts';
import { defineRule, failureOf } from '../rule.ts';
import { refusedWith, server, switched, under } from './upgrade.ts';

export default defineRule({
  code: 'websocket/wrong-path',
  check: 'websocket',
  severity: 'error',
  side: 'client',
  explains: [
    'websocket/unauthorized',
    'websocket/forbidden',
    'websocket/upgrade-refused',
    'websocket/redirected',
    'protocol/silent',
    'tcp/closed-at-once',
  ],
  when: (c) => {
    if (failureOf(c, 'websocket') === null) return null;
    const path = c.target.path ?? '/';
    const status = refusedWith(c);
    const works = switched(c, 'path-');
    if (works.length > 0) return { path, status, works, certainty: 'proven' };
    return (status === 404 || status === 410) && { path, status, works };
  },
  say: ({ path, status, works }, c) => {
    const [first] = works;
    return {
      title:
        first === undefined
          ? `The server has nothing under the path ${path}.`
          : `MQTT over WebSocket is not under the path ${path} here, but under ${works.join(' and ')}.`,
      detail: `${
        status === null
          ? 'Our request got no answer'
          : `The server${server(c)} answers HTTP ${status}`
      }${first === undefined ? '. The path of a WebSocket address is a setting of the broker, or of the proxy before it; the usual ones (/mqtt, /, /ws, /mqtt/) were tried as well.' : `; under ${first} it switches to WebSocket.`}`,
      remedies: [
        first === undefined
          ? {
              text: 'Look up the path in the settings of the broker, or of the proxy before it, and give it to the client.',
              command: checkAgain({ ...c.target, url: under(c, '/PATH') }),
            }
          : {
              text: `Set the path of the WebSocket address to ${first} in the client.`,
              command: checkAgain({ ...c.target, url: under(c, first) }),
            },
      ],
    };
  },
});
