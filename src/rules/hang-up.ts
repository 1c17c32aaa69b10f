// What may be behind a broker that ends the connection during the round trip, as far as the
// settings allow it.

import { ownTopicCaveat, type Stop } from './round-trip.ts';
import { type Case, facts } from './rule.ts';

/** Codes of a DISCONNECT that a finding of their own is about. */
export const namedElsewhere = [135, 142, 143, 144, 149, 151, 153, 154, 155, 158, 161, 162];

/** `deed`: `read`, or `write to`. */
export function hangUpCauses(c: Case, deed: 'read' | 'write to'): readonly string[] {
  const { topic, topicIsOurs, qos, retain, payloadSize } = c.target.roundTrip;
  const { clientId, clientIdIsOurs } = c.target.mqtt;
  const publishing = deed === 'write to';
  return [
    `the account may not ${deed} ${topicIsOurs ? 'this topic' : `"${topic}"`}, and the broker hangs up on what it denies`,
    ...(qos === 0 ? [] : [`it does not take QoS ${qos}`]),
    ...(publishing && retain
      ? ['it does not take retained messages, or not from this account']
      : []),
    ...(publishing && payloadSize > 1024
      ? [`messages of ${payloadSize} bytes are too large for it`]
      : []),
    ...(clientIdIsOurs ? [] : [`another client with the id "${clientId}" has connected`]),
    'a limit for messages or subscriptions is reached',
  ];
}

/** What the broker said at the end, and the caveat about a topic of ours, as sentences. */
export function hangUpNotes(c: Case, { packet, name, code }: Stop): readonly string[] {
  const { received = 0 } = facts(c, 'pubsub');
  return [
    ...(packet === null ? [] : [`It sent ${packet} ${code}, ${name}.`]),
    ...(received > 0
      ? [`${received} messages had come back before, so a limit is more likely than a right.`]
      : []),
    ...(c.target.roundTrip.topicIsOurs && received === 0 ? [ownTopicCaveat] : []),
  ];
}
