// The same message comes back more than once.

import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'pubsub/duplicate',
  check: 'pubsub',
  severity: 'warning',
  side: 'unclear',
  when: (c) => {
    const { duplicates = 0, received = 0, qos = 0 } = facts(c, 'pubsub');
    return duplicates > 0 && { duplicates, received, qos };
  },
  say: ({ duplicates, received, qos }, { target }) => ({
    title: `Messages come back more than once: ${received} sent, ${received + duplicates} received.`,
    detail: `${
      qos === 2
        ? 'QoS 2 promises that each comes once.'
        : `QoS ${qos} does not promise that each comes once, but on a connection that lasts they should.`
    } ${
      target.mqtt.cleanStart
        ? 'A bridge that leads in a circle, or a program that publishes again what it receives, does that.'
        : 'A kept session with a second subscription that matches the topic does that; so does a bridge that leads in a circle.'
    }`,
    remedies: [
      { text: 'Look for bridges and rules on the broker that send the topic back to itself.' },
      ...(target.mqtt.cleanStart
        ? []
        : [{ text: 'Start the session anew once, to be rid of subscriptions that it holds.' }]),
    ],
  }),
});
