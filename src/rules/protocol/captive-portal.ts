// A network that wants to be signed in to first.

import { defineRule, facts } from '../rule.ts';
import { strangeAnswer } from './answer.ts';

/** Network Authentication Required, RFC 6585 §6. */
const authenticationRequired = 511;
/** A web server answers bytes that are no request with 400; only a portal sends them elsewhere. */
const elsewhere: readonly number[] = [302, 303, 307];

export default defineRule({
  code: 'protocol/captive-portal',
  check: 'connect',
  severity: 'error',
  side: 'network',
  explains: [
    'protocol/http',
    'connect/malformed-reply',
    'connect/closed',
    'tls/closed-in-handshake',
  ],
  when: (c) => {
    const strange = strangeAnswer(c);
    const status = strange?.answer.httpStatus ?? facts(c, 'websocket').status ?? 0;
    if (status === authenticationRequired) return { status, certainty: 'observed' };
    return (
      strange && elsewhere.includes(status) && !strange.inTls && { status, certainty: 'likely' }
    );
  },
  say: ({ status, certainty }) => ({
    title: `The network here ${certainty === 'likely' ? 'seems to want' : 'wants'} to be signed in to before it lets anything out.`,
    detail: `Instead of the broker, a web server answers, and ${
      certainty === 'likely'
        ? `sends us to another page (HTTP ${status}), although we did not ask in HTTP. Guest and hotel networks do that; so does a web server that moves everyone to HTTPS`
        : `asks to sign in to the network (HTTP ${status}). Guest and hotel networks do that`
    }.`,
    remedies: [
      { text: 'Open any web page in a browser on this network, sign in, and try again.' },
      ...(certainty === 'likely'
        ? [
            {
              text: 'If the same happens on another network, the port is a web server: use another.',
            },
          ]
        : []),
    ],
  }),
});
