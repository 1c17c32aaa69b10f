// The broker lets the client in with a clean session only: proven by a trial.

import { failedToo, flipped, otherVersions } from '../proof.ts';
import { endsIt } from '../prose.ts';
import { refusal, said } from '../refusal.ts';
import { defineRule, failureOf } from '../rule.ts';

export default defineRule({
  code: 'connect/session-refused',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: [
    'connect/not-authorized',
    'connect/client-id-rejected',
    'connect/server-unavailable',
    'connect/server-busy',
    'connect/closed',
    'connect/timeout',
    'connect/refused',
    'protocol/silent',
  ],
  when: (c) => {
    const failure = failureOf(c, 'connect');
    if (c.target.mqtt.cleanStart || failure === null) return null;
    // The trial takes a fresh id as well, not to empty the session of a real device: the control
    // is the one with nothing but a fresh id, which must have failed.
    const { clientIdIsOurs } = c.target.mqtt;
    if (!clientIdIsOurs && !failedToo(c, 'client-id-fresh')) return null;
    if (!flipped(c, 'clean-session', ...otherVersions)) return null;
    return { code: refusal(c)?.code ?? null, failure, certainty: 'proven' };
  },
  say: ({ failure }, c) => {
    const answer = refusal(c);
    const seen = answer ? `answers with ${said(answer)}` : `${endsIt(failure)} without a CONNACK`;
    return {
      title: 'The broker does not let this client resume or keep a session; a clean one works.',
      detail: `With the session to be kept the broker ${failure === 'timeout' ? 'does not answer' : seen}; with a clean session${
        c.target.mqtt.clientIdIsOurs ? '' : ' (and another client id, which alone does not help)'
      } it lets the client in. It does not keep sessions, has no room for more, or cannot read the one of this client id.`,
      remedies: [
        {
          text: 'Set a clean session (clean start) in the client, and subscribe anew after each connect.',
        },
        {
          text: 'Or switch persistent sessions on in the broker, and see whether their number is limited; sessions of clients that never come back count as well.',
        },
      ],
    };
  },
});
