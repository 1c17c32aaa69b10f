// The token given as password or user name is valid only from a later time.

import { elapsed, minuteOf } from '../elapsed.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'input/token-not-yet-valid',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, token } = facts(c, 'input');
    if (!token?.notBefore || !problems?.includes('token-not-yet-valid')) return null;
    return { kind: token.kind, where: token.where, notBefore: token.notBefore };
  },
  say: ({ where, notBefore }, { at }) => ({
    title: `The JWT given as ${where} is not valid before ${minuteOf(notBefore)}.`,
    detail: `By this machine's clock it is ${minuteOf(new Date(at).toISOString())}, so the token begins in ${elapsed(Date.parse(notBefore) - at)} (its claim nbf). Either that clock is slow, or the one of the issuer was fast. Nothing was sent.`,
    remedies: [
      {
        text: 'Compare the clock of this machine with another one.',
        command: 'date -u',
      },
      {
        text: 'If the clock is right, have the token issued with an earlier nbf.',
      },
    ],
  }),
});
