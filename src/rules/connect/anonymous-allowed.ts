// The same broker lets clients in without credentials. Known only where a trial asked.

import { defineRule, trial } from '../rule.ts';
import { certificateSent, credentialsSent } from '../sign-in.ts';

export default defineRule({
  code: 'connect/anonymous-allowed',
  check: 'connect',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const without = trial(c, 'no-credentials');
    // A client certificate is a credential too, and the trial keeps it.
    if (!without || !credentialsSent(c) || certificateSent(c)) return null;
    const { connect } = without.attempt.outcomes;
    return connect.status === 'ok' && { code: connect.facts.connack?.code ?? 0 };
  },
  say: () => ({
    title: 'The broker lets clients in without a user name and password as well.',
    detail:
      'A CONNECT without credentials is accepted. Whoever reaches the port can connect, and may do what the broker allows to anonymous clients.',
    remedies: [
      {
        text: 'Switch anonymous access off, unless it is meant: in Mosquitto "allow_anonymous false", in others an authenticator or the like.',
      },
    ],
  }),
});
