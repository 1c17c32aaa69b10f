// The server does not agree to `mqtt` as the subprotocol (RFC 6455 §4.2.2, [MQTT-6.0.0-4]).

import { defineRule, facts, failureOf } from '../rule.ts';
import { refusedWith, switched } from './upgrade.ts';

export default defineRule({
  code: 'websocket/subprotocol-refused',
  check: 'websocket',
  severity: 'error',
  side: 'server',
  explains: [
    'websocket/upgrade-refused',
    'websocket/forbidden',
    'protocol/silent',
    'tcp/closed-at-once',
  ],
  when: (c) => {
    const failure = failureOf(c, 'websocket');
    if (failure === null) return null;
    const { offered = [], chosen = null } = facts(c, 'websocket');
    const works = switched(c, 'subprotocol-');
    const status = refusedWith(c);
    const seen = { offered, chosen, status, works };
    // The same settings work under another path: then it is the path.
    if (works.length > 0 && switched(c, 'path-').length === 0) {
      return { ...seen, certainty: 'proven' };
    }
    return failure === 'subprotocol-not-agreed' && seen;
  },
  say: ({ offered, chosen, status, works }) => {
    const asked = offered.join(', ') || 'none';
    const [first] = works;
    return {
      title:
        status === null
          ? chosen === null
            ? `The server switches to WebSocket without agreeing to the subprotocol ${asked}.`
            : `The server chooses the subprotocol ${chosen}, and ${asked} was offered.`
          : `The server refuses the WebSocket subprotocol ${asked} (HTTP ${status}).`,
      detail: `Browsers and many libraries end the connection unless the server answers with the subprotocol they asked for, which for MQTT is "mqtt".${
        first === undefined
          ? ''
          : ` With ${first === 'none' ? 'no subprotocol' : `the subprotocol ${first}`} the server switches.`
      }`,
      remedies: [
        {
          text: 'Let the proxy pass the header Sec-WebSocket-Protocol on, both ways, or set the broker to the subprotocol mqtt.',
        },
        ...(first === undefined
          ? []
          : [
              {
                text: `Or let the client offer ${first === 'none' ? 'no subprotocol' : first}, if it has a setting for that.`,
              },
            ]),
      ],
    };
  },
});
