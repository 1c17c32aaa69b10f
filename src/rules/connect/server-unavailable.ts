// The broker is there and says that it cannot serve now.

import { checkAgain } from '../commands.ts';
import { refusedWith, said } from '../refusal.ts';
import { defineRule, trial } from '../rule.ts';

export default defineRule({
  code: 'connect/server-unavailable',
  check: 'connect',
  severity: 'error',
  side: 'server',
  when: (c) => refusedWith(c, 3, 136, 139),
  say: (answer, c) => ({
    title: 'The broker answers, and says that its MQTT service is unavailable.',
    detail: `It answers CONNECT with ${said(answer)}: it is starting, stopping, stopped by its owner, or overloaded.${
      answer.code === 3
        ? ' In MQTT 3 some brokers also use this code where a limit of the plan or of connections is reached.'
        : ''
    }`,
    remedies: [
      ...(answer.code === 3 && trial(c, 'mqtt-5') === null
        ? [
            {
              text: 'Ask again with MQTT 5: its codes tell an outage from a limit.',
              command: checkAgain(c.target, '-V', '5'),
            },
          ]
        : []),
      {
        text: 'See on the broker, or on the status page of the service, whether it runs and whether a limit is reached.',
      },
      { text: 'Have clients wait longer after each refusal, so that they do not keep it down.' },
    ],
  }),
});
