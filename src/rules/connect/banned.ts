// The broker has put the client, its user or its address on a list.

import { refusedWith, said } from '../refusal.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'connect/banned',
  check: 'connect',
  severity: 'error',
  side: 'server',
  when: (c) => {
    const answer = refusedWith(c, 138);
    return answer && { ...answer, local: facts(c, 'tcp').local ?? null };
  },
  say: ({ local, ...answer }, { target }) => ({
    title: 'The broker has banned this client.',
    detail: `It answers CONNECT with ${said(answer)}. The ban is on the client id "${target.mqtt.clientId}"${
      target.mqtt.usernameGiven ? ', the user name' : ''
    } or the address this connection comes from${local === null ? '' : ` (here ${local}; the broker may see another)`}. Brokers also ban on their own for some time, where a client reconnects too often or signs in wrongly many times.`,
    remedies: [
      { text: 'Find the ban in the list of the broker (banned clients, blacklist) and lift it.' },
      {
        text: 'Stop what brought it about: a reconnect loop, often two clients with the same id, or an old password.',
      },
    ],
  }),
});
