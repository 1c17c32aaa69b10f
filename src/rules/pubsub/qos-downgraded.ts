// It works, with less assurance of delivery than was asked for.

import { deepTrials } from '../deep.ts';
import { type Case, defineRule, factsOf } from '../rule.ts';

export default defineRule({
  code: 'pubsub/qos-downgraded',
  check: 'pubsub',
  severity: 'warning',
  side: 'server',
  when: (c) => {
    const { pubsub } = c.main.outcomes;
    if (pubsub.status !== 'ok') return null;
    const { qos, suback, echoQos } = pubsub.facts;
    if (suback === null) return null;
    // A message comes with the lower of what was published and what was granted (MQTT 5 §4.3).
    const delivered = echoQos ?? Math.min(qos, suback.code);
    if (suback.code < qos || delivered < qos) {
      return { asked: qos, granted: suback.code, delivered };
    }
    return deeper(c);
  },
  say: ({ asked, granted, delivered }) => ({
    title: `QoS ${asked} is asked for, and the broker gives QoS ${Math.min(granted, delivered)}.`,
    detail: `SUBACK grants QoS ${granted}, and messages come with QoS ${delivered}. ${
      Math.min(granted, delivered) === 0
        ? 'With QoS 0 a message is lost where the connection breaks at the wrong moment.'
        : 'With QoS 1 a message may come twice.'
    }`,
    remedies: [
      {
        text: `Ask for QoS ${Math.min(granted, delivered)} in the client and have the application cope with it: that is what this broker gives.`,
      },
      {
        text: 'Or raise the highest QoS of the broker or the account, if there is such a setting.',
      },
    ],
  }),
});

/** `--deep`: a higher QoS than the user asks for. */
function deeper(c: Case) {
  for (const { trial } of deepTrials(c, 'qos')) {
    const { qos = 0, suback, echoQos } = factsOf(trial.attempt, 'pubsub');
    if (trial.attempt.outcomes.pubsub.status !== 'ok' || !suback) continue;
    const delivered = echoQos ?? Math.min(qos, suback.code);
    if (suback.code < qos || delivered < qos) {
      return { asked: qos, granted: suback.code, delivered };
    }
  }
  return null;
}
