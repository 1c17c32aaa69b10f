// The check began with MQTT 5 and went on with 3.1.1.

import { factsOf, failureIn } from '../../evidence.ts';
import { checkAgain } from '../commands.ts';
import { endsIt } from '../prose.ts';
import { defineRule, succeeded, trial } from '../rule.ts';

export default defineRule({
  code: 'connect/version-fallback',
  check: 'connect',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const { changed } = c.main;
    if (changed?.setting !== 'mqttVersion' || !succeeded(c, 'connect')) return null;
    const first = trial(c, 'mqtt-5')?.attempt;
    const code = first ? (factsOf(first, 'connect').connack?.code ?? null) : null;
    const failure = first ? failureIn(first, 'connect') : null;
    // Who hangs up once may do so for another reason that has passed.
    const certainty = code === null ? 'likely' : 'observed';
    return { from: changed.from, to: changed.to, code, failure, certainty };
  },
  say: ({ from, to, code, failure }, { target }) => ({
    title: `The broker does not take MQTT ${from}; the check goes on with ${to}.`,
    detail: `${
      code === null
        ? `It ${endsIt(failure)} on a CONNECT of MQTT ${from}`
        : `It answers a CONNECT of MQTT ${from} with CONNACK ${code}`
    } and accepts one of ${to}. Clients that insist on ${from} fail here; all others work, without the reasons that only MQTT 5 can give.`,
    remedies: [
      {
        text: `Set MQTT ${to} in the client.`,
        command: checkAgain(target, '-V', to ?? '3.1.1'),
      },
      { text: `Or switch MQTT ${from} on for this listener of the broker.` },
    ],
  }),
});
