// The broker does not let this client publish to the topic.

import { checkAgain } from '../commands.ts';
import {
  flippedHere,
  hungUp,
  ownTopicCaveat,
  seen,
  stopOf,
  topicInWords,
  whilePublishing,
} from '../round-trip.ts';
import { defineRule } from '../rule.ts';

const meanings: Readonly<Record<number, string>> = {
  128: 'It does not say why: mostly the account has no right to write there.',
  131: 'The broker has a rule of its own against it, for example the size of a message.',
  135: 'The account has no right to write there.',
  144: 'The name of the topic is not one the broker allows: its levels, its beginning, or its characters.',
  151: 'A quota is used up: messages or traffic of this client or plan.',
  153: 'The broker checks payloads and does not take this one.',
};
const inDisconnect = [135, 144, 151, 153];
/** Other rules are about these. */
const elsewhere = [142, 149, 154, 155];

export default defineRule({
  code: 'pubsub/publish-denied',
  check: 'pubsub',
  severity: 'error',
  side: 'server',
  explains: ['pubsub/dropped-on-publish', 'pubsub/unanswered'],
  when: (c) => {
    const stop = stopOf(c);
    if (!stop || !whilePublishing(stop)) return null;
    if (stop.code !== null && elsewhere.includes(stop.code)) return null;
    const { topic, topicIsOurs } = c.target.roundTrip;
    const refused =
      stop.failure === 'publish-refused' ||
      (stop.packet === 'DISCONNECT' && inDisconnect.includes(stop.code ?? 0));
    const mute = hungUp(stop) || stop.failure === 'timeout';
    const proven = !topicIsOurs && (refused || mute) && flippedHere(c, 'topic-fresh') !== null;
    if (!refused && !proven) return null;
    const certainty = proven ? 'proven' : 'observed';
    return { ...stop, topic, topicIsOurs, certainty, side: topicIsOurs ? 'unclear' : 'server' };
  },
  say: ({ topic, topicIsOurs, certainty, ...stop }, c) => ({
    title: `The broker does not let this client publish to ${topicInWords(c)}.`,
    detail: [
      `PUBLISH is followed by ${seen(stop)}.`,
      ...(certainty === 'proven'
        ? ['With a fresh topic, and everything else the same, it works.']
        : []),
      ...(stop.code === null || meanings[stop.code] === undefined ? [] : [meanings[stop.code]]),
      ...(topicIsOurs ? [ownTopicCaveat] : []),
    ].join(' '),
    remedies: [
      topicIsOurs
        ? {
            text: 'Check with a topic that your client uses; what it publishes reaches whoever subscribes to it.',
            command: checkAgain(c.target, '-t', 'TOPIC'),
          }
        : { text: remedyFor(stop.code, topic) },
      { text: 'Look into the log of the broker at this moment: most log what they deny.' },
    ],
  }),
});

function remedyFor(code: number | null, topic: string): string {
  switch (code) {
    case 151:
      return 'Look up the limits of the broker or plan, and what is in use.';
    case 153:
      return 'See what the broker wants payloads on this topic to be: its schema, its encoding.';
    case 144:
      return 'Publish to a topic of the form that the broker asks for: look up its rules for topics.';
    default:
      return `On the broker, give the account the right to write to "${topic}" (Mosquitto: "topic write" in its access list), or publish to a topic it may write to.`;
  }
}
