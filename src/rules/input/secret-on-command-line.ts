// The password stands on the command line, where other processes and the history see it.

import { checkAgain } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'input/secret-on-command-line',
  check: 'input',
  severity: 'warning',
  side: 'client',
  when: (c) => {
    const { passwordFrom } = facts(c, 'input');
    return (
      (passwordFrom === 'argument' || passwordFrom === 'url') && {
        passwordFrom,
      }
    );
  },
  say: ({ passwordFrom }, { target }) => ({
    title:
      passwordFrom === 'url'
        ? 'The password stands in the URL on the command line.'
        : 'The password stands on the command line.',
    detail:
      'Every user of this machine can see it in the list of processes while the command runs, and the shell may keep it in its history.',
    remedies: [
      {
        text: 'Put it in a file that only you can read.',
        command: checkAgain(target),
      },
      {
        text: 'Or set the environment variable MQTT_DOCTOR_PASSWORD, or use --password-stdin.',
      },
    ],
  }),
});
