// Something at the edge of a value that was hardly meant: it goes to the broker as it is.

import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'input/stray-characters',
  check: 'input',
  severity: 'warning',
  side: 'client',
  when: (c) => {
    const { stray = [], clientKey } = facts(c, 'input');
    const [first] = stray;
    return first && { first, stray, keyFile: clientKey?.file ?? null };
  },
  say: ({ first, stray, keyFile }) => ({
    title: `The ${first.where} has a stray character: ${first.what}.`,
    detail: `${stray.length > 1 ? `Found: ${stray.map(({ where, what }) => `${where}, ${what}`).join('; ')}. ` : ''}${
      stray.every(({ where }) => where === 'key file')
        ? 'Some clients cannot read such a file.'
        : 'It counts as part of the value, and a broker compares every character.'
    }`,
    remedies: [
      { text: 'If it got there by copying, take it away and try again.' },
      ...(stray.some(({ where }) => where === 'password')
        ? [
            {
              text: 'Write a password to a file without a newline.',
              command: '(umask 077 && read -rs P && printf %s "$P" > FILE)',
            },
          ]
        : []),
      ...(stray.some(({ where }) => where === 'key file') && keyFile
        ? [
            {
              text: 'Make the characters of the key file visible at its start.',
              command: `head -n 1 ${quote(keyFile)} | od -c`,
            },
          ]
        : []),
    ],
  }),
});
