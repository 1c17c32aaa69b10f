// The broker turns the client away because of a limit: load, quota or rate.

import { refusedWith, said } from '../refusal.ts';
import { defineRule } from '../rule.ts';

const limits: Readonly<Record<number, { readonly what: string; readonly todo: string }>> = {
  137: {
    what: 'it has more to do than it can take on',
    todo: 'See how loaded the broker is; give it more room or fewer clients.',
  },
  150: {
    what: 'messages come faster than it allows',
    todo: 'Have the clients send less often, or raise the limit.',
  },
  151: {
    what: 'a quota is used up: sessions, connections or traffic of the plan or account',
    todo: 'Look up the limits of the plan and what is in use; sessions of clients that never come back count as well.',
  },
  159: {
    what: 'connections are made faster than it allows',
    todo: 'Find the client that reconnects in a loop, and have it wait longer after each failure.',
  },
};

export default defineRule({
  code: 'connect/server-busy',
  check: 'connect',
  severity: 'error',
  side: 'server',
  when: (c) => refusedWith(c, 137, 150, 151, 159),
  say: (answer) => ({
    title: 'The broker turns the client away because a limit is reached.',
    detail: `It answers CONNECT with ${said(answer)}: ${limits[answer.code]?.what ?? 'a limit is reached'}.`,
    remedies: [
      { text: limits[answer.code]?.todo ?? 'Look up the limits of the broker.' },
      { text: 'Try again later: the settings of this client are not what it objects to.' },
    ],
  }),
});
