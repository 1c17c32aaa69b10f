// No certificate can be read from a CA file.

import { remediesFor, troubleOf } from '../credential-file.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'input/ca-unreadable',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, ca = [] } = facts(c, 'input');
    if (!problems?.includes('ca-unreadable')) return null;
    for (const { file, problem, holds, certificates } of ca) {
      if (problem === null || problem === 'no-authority') continue;
      // One that is damaged further down still has its first certificates.
      if (!certificates.some(({ isCa, selfSigned }) => isCa || selfSigned))
        return { file, problem, holds };
    }
    return null;
  },
  say: (found) => ({
    title: `The CA file ${found.file} ${troubleOf(found, 'certificate')}.`,
    detail:
      'The server can only be verified against the certificate of an authority, and this file gives none. Nothing was sent.',
    remedies: remediesFor(found, 'certificate'),
  }),
});
