// The message is larger than the broker takes: by its own word (Maximum Packet Size, 149), or
// proven by a trial with a small one.

import { checkAgain } from '../commands.ts';
import { flippedHere, hungUp, seen, stopOf } from '../round-trip.ts';
import { type Case, defineRule, facts } from '../rule.ts';

const packetTooLarge = 149;

export default defineRule({
  code: 'pubsub/payload-too-large',
  check: 'pubsub',
  severity: 'error',
  side: 'client',
  explains: [
    'pubsub/dropped-on-publish',
    'pubsub/publish-denied',
    'pubsub/not-delivered',
    'pubsub/unanswered',
  ],
  when: (c) => {
    const stop = stopOf(c);
    if (!stop || stop.stage === 'subscribe') return null;
    const { payloadBytes = c.target.roundTrip.payloadSize, alive } = facts(c, 'pubsub');
    // Not even a PINGREQ behind it is answered: the message never arrived.
    if (stop.failure === 'timeout' && alive === false) return null;
    const { maximumPacketSize } = facts(c, 'connect').connack?.properties ?? {};
    const maxBytes = typeof maximumPacketSize === 'number' ? maximumPacketSize : null;
    const found = { ...stop, payloadBytes, maxBytes };
    if (flippedHere(c, 'small-payload')) return { ...found, certainty: 'proven' };
    if (stop.code === packetTooLarge) return { ...found, certainty: 'observed' };
    const fits = stop.code === null ? hungUp(stop) : [129, 130, 131].includes(stop.code);
    const over = maxBytes !== null && publishBytes(c, payloadBytes) > maxBytes;
    return over && fits && { ...found, certainty: 'observed' };
  },
  say: ({ payloadBytes, maxBytes, certainty, ...stop }, { target }) => ({
    title:
      stop.failure === 'timeout'
        ? `Messages of ${payloadBytes} bytes do not get through; small ones do.`
        : `Messages of ${payloadBytes} bytes are too large for the broker.`,
    detail: [
      `PUBLISH is followed by ${seen(stop)}.`,
      ...(maxBytes === null
        ? []
        : [
            `Its CONNACK announces ${maxBytes} bytes as the largest packet, topic and header included.`,
          ]),
      ...(certainty === 'proven'
        ? ['A small message, with everything else the same, goes through.']
        : []),
      ...(stop.failure === 'timeout'
        ? ['Either the broker drops what is too large, or the path loses large packets (MTU).']
        : []),
    ].join(' '),
    remedies: [
      {
        text: 'Split the message, or make it smaller. Find the limit with other sizes.',
        command: checkAgain(
          target,
          '--payload-size',
          String(Math.max(32, Math.floor(payloadBytes / 2))),
        ),
      },
      { text: 'Or raise the largest packet or message size in the settings of the broker.' },
      ...(stop.failure === 'timeout'
        ? [{ text: 'See whether another network, without tunnel or VPN, carries it.' }]
        : []),
    ],
  }),
});

/** A PUBLISH of MQTT 5 with this payload, at least: header, topic, identifier, properties. */
function publishBytes({ target }: Case, payloadBytes: number): number {
  const { topic, qos } = target.roundTrip;
  return 2 + 2 + new TextEncoder().encode(topic).length + (qos > 0 ? 2 : 0) + 1 + payloadBytes;
}
