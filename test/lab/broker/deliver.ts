// How a message that was taken reaches subscribers, and what may become of it on the way.

import type { IPublishPacket } from 'mqtt-packet';
import type { Qos } from '../../../src/target.ts';
import type { Connection, Subscription } from './connection.ts';
import { topicMatches } from './topics.ts';

export interface DeliverTraits {
  /** true: nobody gets anything. */
  readonly nothing?: boolean;
  readonly delayMs?: number;
  /** How often each message is delivered. Default 1. */
  readonly copies?: number;
  /** No delivery has more than this, whatever was granted. */
  readonly maxQos?: Qos;
  readonly alter?: Alteration;
}

/**
 * `append` one byte more · `truncate` one less · `scramble` same length, other bytes ·
 * `text` what is not UTF-8 becomes U+FFFD · `empty`.
 */
export type Alteration = 'append' | 'truncate' | 'scramble' | 'text' | 'empty';

/**
 * To every subscriber in `connections`, the publisher included unless it asked for no echo.
 * @param from null: the message was stored
 */
export function deliver(
  connections: Iterable<Connection>,
  from: Connection | null,
  packet: IPublishPacket,
  traits: DeliverTraits,
): void {
  if (traits.nothing) return;
  for (const connection of connections) {
    const matching = [...connection.subscriptions.values()].filter(
      ({ topic, deaf, nl }) =>
        !deaf && topicMatches(topic, packet.topic) && !(nl && connection === from),
    );
    if (matching.length > 0) send(connection, packet, from === null, matching, traits);
  }
}

function send(
  connection: Connection,
  packet: IPublishPacket,
  stored: boolean,
  matching: readonly Subscription[],
  traits: DeliverTraits,
): void {
  const granted = Math.max(...matching.map(({ qos }) => qos));
  // The least of three QoS values.
  const qos = Math.min(packet.qos, granted, traits.maxQos ?? 2) as Qos;
  const identifiers = matching.flatMap(({ identifier }) => identifier ?? []);
  const { topicAlias: _, ...properties } = packet.properties ?? {};
  const message: IPublishPacket = {
    cmd: 'publish',
    topic: packet.topic,
    payload: altered(Buffer.from(packet.payload), traits.alter),
    qos,
    dup: false,
    // The flag says "stored", except to those who asked to see it as published.
    retain: stored || (packet.retain && matching.some(({ rap }) => rap)),
    properties:
      identifiers.length > 0 ? { ...properties, subscriptionIdentifier: identifiers } : properties,
  };
  const go = () => {
    for (let copy = 0; copy < (traits.copies ?? 1); copy++) {
      connection.send(qos === 0 ? message : { ...message, messageId: connection.nextMessageId() });
    }
  };
  if (traits.delayMs === undefined) go();
  else setTimeout(go, traits.delayMs).unref();
}

function altered(payload: Buffer, alter: Alteration | undefined): Buffer {
  switch (alter) {
    case undefined:
      return payload;
    case 'append':
      return Buffer.concat([payload, Buffer.from('!')]);
    case 'truncate':
      return payload.subarray(0, -1);
    case 'scramble':
      return Buffer.from(payload.map((byte) => byte ^ 0x55));
    case 'text':
      return Buffer.from(payload.toString('utf8'));
    case 'empty':
      return Buffer.alloc(0);
  }
}
