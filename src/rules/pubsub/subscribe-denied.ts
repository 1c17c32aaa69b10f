// The broker does not let this client subscribe to the topic.

import { checkAgain } from '../commands.ts';
import { flippedHere, hungUp, ownTopicCaveat, seen, stopOf, topicInWords } from '../round-trip.ts';
import { defineRule, facts } from '../rule.ts';

/** Codes about the topic, the account's rights or its limits, in SUBACK and in DISCONNECT. */
const meanings: Readonly<Record<number, string>> = {
  128: 'It does not say why: mostly the account has no right to read there, or the broker has a rule for the form of topics.',
  131: 'The broker has a rule of its own against it.',
  135: 'The account has no right to read there.',
  143: 'The form of the topic is not one the broker allows: its levels, its beginning, or its characters.',
  151: 'A quota is used up: the number of subscriptions of this client or plan.',
  158: 'The broker does not offer shared subscriptions ($share/).',
  161: 'The broker does not offer subscription identifiers.',
  162: 'The broker does not offer wildcards in subscriptions.',
};
const inDisconnect = [135, 143, 151, 158, 161, 162];
/** Other rules are about these. */
const elsewhere = [142, 149, 155];

export default defineRule({
  code: 'pubsub/subscribe-denied',
  check: 'pubsub',
  severity: 'error',
  side: 'server',
  explains: ['pubsub/dropped-on-subscribe', 'pubsub/unanswered'],
  when: (c) => {
    const stop = stopOf(c);
    if (stop?.stage !== 'subscribe' || (stop.code !== null && elsewhere.includes(stop.code))) {
      return null;
    }
    const { topic, topicIsOurs } = c.target.roundTrip;
    const refused =
      stop.packet === 'SUBACK' ||
      (stop.packet === 'DISCONNECT' && inDisconnect.includes(stop.code ?? 0));
    const proven =
      !topicIsOurs &&
      (refused || hungUp(stop) || stop.failure === 'timeout') &&
      flippedHere(c, 'topic-fresh') !== null;
    if (!refused && !proven) return null;
    const certainty = proven ? 'proven' : 'observed';
    return { ...stop, topic, topicIsOurs, certainty, side: topicIsOurs ? 'unclear' : 'server' };
  },
  say: ({ topic, topicIsOurs, certainty, ...stop }, c) => {
    const { version } = facts(c, 'connect');
    return {
      title: `The broker does not let this client subscribe to ${topicInWords(c)}.`,
      detail: [
        `SUBSCRIBE is followed by ${seen(stop)}.`,
        ...(certainty === 'proven'
          ? ['With a fresh topic, and everything else the same, it works.']
          : []),
        ...(stop.code === null || meanings[stop.code] === undefined ? [] : [meanings[stop.code]]),
        ...(topicIsOurs ? [ownTopicCaveat] : []),
      ].join(' '),
      remedies: [
        ...(topicIsOurs
          ? [
              {
                text: 'Check with a topic that your client uses.',
                command: checkAgain(c.target, '-t', 'TOPIC'),
              },
            ]
          : [{ text: remedyFor(stop.code, topic) }]),
        ...(stop.code === 128 && version !== '5' && c.main.changed === null
          ? [
              {
                text: 'Ask again with MQTT 5: its codes tell missing rights from an invalid topic.',
                command: checkAgain(c.target, '-V', '5'),
              },
            ]
          : []),
      ],
    };
  },
});

function remedyFor(code: number | null, topic: string): string {
  switch (code) {
    case 151:
      return 'Look up the limits of the broker or plan, and what is in use.';
    case 143:
      return 'Subscribe to a topic of the form that the broker asks for: look up its rules for topics.';
    case 158:
    case 161:
    case 162:
      return 'Subscribe without it, or use a broker that offers it.';
    default:
      return `On the broker, give the account the right to read "${topic}" (Mosquitto: "topic read" in its access list), or subscribe to a topic it may read.`;
  }
}
