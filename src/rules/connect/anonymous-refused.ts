// The client shows nothing of itself, and the broker does not want such clients.

import { checkAgain } from '../commands.ts';
import { refusedWith, said } from '../refusal.ts';
import { defineRule } from '../rule.ts';
import { certificateSent, credentialsSent, serverNameMissing } from '../sign-in.ts';

export default defineRule({
  code: 'connect/anonymous-refused',
  check: 'connect',
  severity: 'error',
  side: 'client',
  when: (c) => {
    if (credentialsSent(c) || certificateSent(c)) return null;
    const answer = refusedWith(c, 4, 5, 134, 135);
    if (!answer) return null;
    const nameless = serverNameMissing(c);
    return { ...answer, nameless, certainty: nameless ? 'likely' : 'observed' };
  },
  say: ({ nameless, ...answer }, { target }) => ({
    title: nameless
      ? 'The broker refuses this client, which gives no user name, no password and no server name (SNI).'
      : 'The broker refuses this client, which gives no user name and no password.',
    detail: [
      `No user name, password or client certificate is sent, and the broker answers with ${said(answer)}.`,
      nameless
        ? 'Either it lets nobody in without them, or it cannot tell which broker is meant: servers that keep many behind one address give this answer too where the server name is missing.'
        : `Mostly it lets nobody in without them${answer.code === 4 || answer.code === 134 ? '' : '; a rule for client ids or a ban looks the same'}.`,
    ].join(' '),
    remedies: [
      ...(nameless
        ? [
            {
              text: 'First have the client send the server name: connect by name instead of by address, or give the name.',
              command: checkAgain(target, '--sni', 'NAME'),
            },
          ]
        : []),
      {
        text: 'Give the client a user name and password.',
        command: checkAgain(target, '-u', 'USER', '--password-file', 'FILE'),
      },
      {
        text: 'Or let anonymous clients in on the broker, if anybody who reaches it may use it. Mosquitto 2 and later do not by default: "allow_anonymous true".',
      },
    ],
  }),
});
