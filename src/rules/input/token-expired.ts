// The token given as password or user name is past its end.

import { elapsed, minuteOf } from '../elapsed.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'input/token-expired',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, token } = facts(c, 'input');
    if (!token?.expires || !problems?.includes('token-expired')) return null;
    return { kind: token.kind, where: token.where, expires: token.expires };
  },
  say: ({ kind, where, expires }, { at }) => ({
    title: `The ${kind === 'jwt' ? 'JWT' : 'SAS token'} given as ${where} expired ${elapsed(at - Date.parse(expires))} ago.`,
    detail: `It was valid until ${minuteOf(expires)} (${kind === 'jwt' ? 'its claim exp' : 'its field se'}); by this machine's clock it is ${minuteOf(new Date(at).toISOString())}. A broker that reads it refuses the connection. Nothing was sent.`,
    remedies: [
      { text: 'Have a new token issued, and give that.' },
      {
        text: 'If the token should still be valid, compare the clock of this machine with another one.',
        command: 'date -u',
      },
      {
        text: 'Let the client renew its token in time: each one ends after a while.',
      },
    ],
  }),
});
