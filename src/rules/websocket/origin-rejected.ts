// The server looks at the page that a browser says it is on (Origin, RFC 6455 §10.2).

import { checkAgain } from '../commands.ts';
import { defineRule, trial } from '../rule.ts';
import { quote } from '../shell.ts';
import { refusedWith, switched } from './upgrade.ts';

export default defineRule({
  code: 'websocket/origin-rejected',
  check: 'websocket',
  severity: 'error',
  side: 'server',
  explains: [
    'websocket/forbidden',
    'websocket/unauthorized',
    'websocket/upgrade-refused',
    'websocket/subprotocol-refused',
    'protocol/silent',
    'tcp/closed-at-once',
  ],
  when: (c) => {
    if (switched(c, 'path-').length > 0) return null;
    const status = refusedWith(c);
    if (switched(c, 'origin-none').length > 0) {
      return { status, given: true, works: null, certainty: 'proven' };
    }
    const ran = trial(c, 'origin');
    if (ran?.attempt.outcomes.websocket.status !== 'ok') return null;
    return { status, given: false, works: ran.attempt.changed?.to ?? null, certainty: 'proven' };
  },
  say: ({ status, given, works }, c) => ({
    title: given
      ? 'The server does not accept the Origin that the client sends.'
      : 'The server only accepts WebSocket requests that name an Origin.',
    detail: `${status === null ? 'It gives no answer' : `It answers HTTP ${status}`} ${
      given
        ? 'with the Origin, and switches without it'
        : `without one, and switches when the Origin is ${works}`
    }. Servers use it to keep pages of other sites away; a client that is no browser sends none.`,
    remedies: [
      given
        ? {
            text: "Add the page's address to the list of allowed origins of the broker or proxy, or leave the header out where the client is no browser.",
          }
        : {
            text: 'Let the broker or proxy accept clients that send no Origin, or let the client send one.',
            command: checkAgain(c.target, `--header ${quote(`Origin: ${works}`)}`),
          },
    ],
  }),
});
