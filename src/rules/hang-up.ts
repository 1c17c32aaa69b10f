// What may be behind a broker that ends the connection during the round trip, as far as the
// settings allow it.

import { ruledOut } from './proof.ts';
import { either } from './prose.ts';
import { ownTopicCaveat, type Stop } from './round-trip.ts';
import { type Case, facts } from './rule.ts';

/** Codes of a DISCONNECT that a finding of their own is about. */
export const namedElsewhere = [135, 142, 143, 144, 149, 151, 153, 154, 155, 158, 161, 162];

/** Codes of a DISCONNECT that leave no doubt, whatever the client did last. */
const reasons: Readonly<Record<number, string>> = {
  137: 'It has more to do than it can take on.',
  139: 'It is being stopped or restarted.',
  141: 'It takes the client for gone, because nothing came in the time of the keep-alive.',
  147: 'More messages are under way at once than it allows (Receive Maximum).',
  148: 'It does not take the topic alias.',
  150: 'Messages come faster than it allows.',
  152: 'Somebody, or a rule, has thrown the client off: an operator, an account that was changed or has expired.',
  156: 'It sends its clients to another server.',
  157: 'It has moved to another server.',
  159: 'Connections are made faster than it allows.',
  160: 'The longest time that it allows a connection is over.',
};

/** The broker's own reason for hanging up, as a sentence; null: it gave none that says anything. */
export function reasonOf({ code }: Stop): string | null {
  return (code === null ? null : reasons[code]) ?? null;
}

/** `deed`: `read`, or `write to`. */
export function hangUpCauses(c: Case, deed: 'read' | 'write to'): string {
  const { topic, topicIsOurs, qos, retain, payloadSize } = c.target.roundTrip;
  const { clientId, clientIdIsOurs } = c.target.mqtt;
  const publishing = deed === 'write to';
  const causes = [
    `the account may not ${deed} ${topicIsOurs ? 'this topic' : `"${topic}"`}, and the broker hangs up on what it denies`,
    ...(qos === 0 || lowerRuledOut(c) ? [] : [`it does not take QoS ${qos}`]),
    ...(publishing && retain && !ruledOut(c, 'no-retain')
      ? ['it does not take retained messages, or not from this account']
      : []),
    ...(publishing && payloadSize > 1024 && !ruledOut(c, 'small-payload')
      ? [`messages of ${payloadSize} bytes are too large for it`]
      : []),
    ...(clientIdIsOurs || ruledOut(c, 'client-id-fresh')
      ? []
      : [`another client with the id "${clientId}" has connected`]),
    ...(publishing ? [] : ['it drops clients soon after CONNECT, whatever they do']),
    'a limit for messages, subscriptions or connections is reached',
  ];
  return `That looks the same for several causes: ${either(causes)}.`;
}

function lowerRuledOut(c: Case): boolean {
  return ruledOut(c, 'qos-0') || ruledOut(c, 'qos-1');
}

/** What the broker said at the end, its reason, or the caveat about a topic of ours: sentences. */
export function hangUpNotes(c: Case, stop: Stop): readonly string[] {
  const { packet, name, code } = stop;
  const { received = 0 } = facts(c, 'pubsub');
  const reason = reasonOf(stop);
  return [
    ...(packet === null ? [] : [`It sent ${packet} ${code}, ${name}.`]),
    ...(reason === null ? [] : [reason]),
    ...(received > 0 && reason === null
      ? [`${received} messages had come back before, so a limit is more likely than a right.`]
      : []),
    ...(c.target.roundTrip.topicIsOurs && received === 0 && reason === null
      ? [ownTopicCaveat]
      : []),
  ];
}
