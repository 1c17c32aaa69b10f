// The broker turns this client id away and takes another one: proven by a trial. A fresh id
// cannot tell a policy from a broker that refuses a second holder, so both are said.

import { flipped, otherVersions } from '../proof.ts';
import { endsIt } from '../prose.ts';
import { refusal, refusedWith, said } from '../refusal.ts';
import { defineRule, factsOf, failureOf } from '../rule.ts';

export default defineRule({
  code: 'connect/client-id-not-allowed',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: [
    'connect/not-authorized',
    'connect/anonymous-refused',
    'connect/bad-credentials',
    'connect/closed',
    'connect/timeout',
    'connect/refused',
    'protocol/silent',
  ],
  when: (c) => {
    const { clientId, clientIdIsOurs } = c.target.mqtt;
    const failure = failureOf(c, 'connect');
    // A fresh id in place of a fresh id changes nothing: if that helps, it was chance.
    if (clientIdIsOurs || failure === null) return null;
    const mute = ['closed', 'reset', 'timeout'].includes(failure);
    // 2 and 133 name the id themselves: connect/client-id-rejected.
    if (!mute && !refusedWith(c, 4, 5, 128, 131, 134, 135)) return null;
    const fresh = flipped(c, 'client-id-fresh', ...otherVersions);
    if (!fresh) return null;
    const { clientId: other = null } = factsOf(fresh.attempt, 'connect');
    return { clientId, fresh: other, code: refusal(c)?.code ?? null, failure, certainty: 'proven' };
  },
  say: ({ clientId, fresh, failure }, c) => {
    const answer = refusal(c);
    const seen = answer
      ? `answers with ${said(answer)}`
      : failure === 'timeout'
        ? 'does not answer'
        : `${endsIt(failure)} without a CONNACK`;
    return {
      title: `The broker does not let this client connect as "${clientId}"; another client id works.`,
      detail: `With the client id "${clientId}" the broker ${seen}. With a fresh one${
        fresh === null ? '' : ` ("${fresh}")`
      }, and everything else the same, it lets the client in. Either a policy or the access list allows this account other ids only, or the id is in use and the broker refuses a second client with it.`,
      remedies: [
        {
          text: 'On the broker, allow this client id for the account, in its policy or access list; or take an id that is allowed.',
        },
        {
          text: 'See in the list of clients on the broker whether one with this id is connected; each client needs an id of its own.',
        },
      ],
    };
  },
});
