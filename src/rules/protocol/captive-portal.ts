// A network that wants to be signed in to first.

import { defineRule } from '../rule.ts';
import { strangeAnswer } from './answer.ts';

/** Network Authentication Required, RFC 6585 §6. */
const authenticationRequired = 511;

export default defineRule({
  code: 'protocol/captive-portal',
  check: 'connect',
  severity: 'error',
  side: 'network',
  explains: ['protocol/http', 'connect/malformed-reply', 'connect/closed'],
  when: (c) =>
    strangeAnswer(c)?.answer.httpStatus === authenticationRequired && {
      status: authenticationRequired,
    },
  say: ({ status }) => ({
    title: `The network here wants to be signed in to before it lets anything out`,
    detail: `Instead of the broker, a sign-in page answers (HTTP ${status}). Guest and hotel networks do that.`,
    remedies: [{ text: 'Open any web page in a browser on this network, sign in, and try again' }],
  }),
});
