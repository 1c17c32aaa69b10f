// The broker wants, or does not know, an enhanced way of signing in (MQTT 5 §4.12).

import { refusal, refusedWith, said } from '../refusal.ts';
import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'connect/auth-method',
  check: 'connect',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const requested = failureOf(c, 'connect') === 'auth-requested';
    if (!requested && !refusedWith(c, 140)) return null;
    return { method: facts(c, 'connect').authMethod || null, requested };
  },
  say: ({ method, requested }, c) => {
    const answer = refusal(c);
    const named = method === null ? '' : ` "${method.slice(0, 100)}"`;
    return {
      title: `The broker asks for another way of signing in${named}.`,
      detail: `${
        requested
          ? `Instead of a CONNACK it sends AUTH, with ${method === null ? 'no method named' : `the method${named}`}`
          : `It answers CONNECT with ${answer ? said(answer) : 'another method'}`
      }. mqtt-doctor signs in with user name, password and certificate only, so what follows cannot be examined.`,
      remedies: [
        {
          text: `Set the authentication method${named} of MQTT 5 in the client; if it has no such setting, it cannot sign in here.`,
        },
        {
          text: 'Or have this listener of the broker take user name and password, or a client certificate.',
        },
      ],
    };
  },
});
