// How the broker answers SUBSCRIBE and UNSUBSCRIBE.

import type { ISubscribePacket, ISubscription, IUnsubscribePacket } from 'mqtt-packet';
import type { Qos } from '../../../src/target.ts';
import type { Connection } from './connection.ts';
import type { HangUp } from './refusal.ts';
import { isAllowed } from './topics.ts';

export interface SubscribeTraits {
  /** Prefixes of filters that may be subscribed. Absent: any. */
  readonly allowed?: readonly string[];
  /** Default `refuse`. */
  readonly whenDenied?: SubscribeDenial;
  /** More is granted as this. */
  readonly maxQos?: Qos;
  /** false: SUBACK never comes, and nothing is delivered. */
  readonly answers?: boolean;
}

export type SubscribeDenial =
  /** SUBACK with 0x80, or 0x87 in MQTT 5. */
  | 'refuse'
  | { readonly suback: number }
  /** SUBACK grants it, and nothing is ever delivered: Mosquitto's access list file. */
  | 'granted-silent'
  /** No SUBACK: FIN, RST, nothing; or DISCONNECT with a code (MQTT 5; FIN before). */
  | HangUp
  | { readonly disconnect: number };

/** Returns the filters whose stored messages are due now. */
export function answerSubscribe(
  connection: Connection,
  packet: ISubscribePacket,
  traits: SubscribeTraits,
): readonly string[] {
  const held: string[] = [];
  const granted: number[] = [];
  for (const asked of packet.subscriptions) {
    const answer = judge(connection, asked, traits);
    const code = typeof answer === 'number' ? answer : null;
    connection.record.subscriptions.push({
      filter: asked.topic,
      requested: asked.qos,
      granted: code,
    });
    if (typeof answer !== 'number') {
      if (typeof answer === 'object') connection.disconnect(answer.disconnect);
      else if (answer !== 'silent') connection.leave(answer);
      return [];
    }
    granted.push(answer);
    if (answer > 2) continue;
    const deaf = !isAllowed(asked.topic, traits.allowed);
    const identifier = packet.properties?.subscriptionIdentifier;
    // At most 2, as just seen.
    const qos = answer as Qos;
    connection.subscriptions.set(asked.topic, { ...asked, qos, deaf, identifier });
    // Retain Handling 2: no stored messages wanted (MQTT 5 §3.8.3.1).
    if (!deaf && asked.rh !== 2) held.push(asked.topic);
  }
  connection.send({ cmd: 'suback', granted, ...answering(packet) });
  return held;
}

/** A SUBACK code, or what happens instead of the SUBACK. */
function judge(
  { version }: Connection,
  asked: ISubscription,
  traits: SubscribeTraits,
): number | HangUp | { readonly disconnect: number } {
  if (traits.answers === false) return 'silent';
  const granted = Math.min(asked.qos, traits.maxQos ?? 2);
  if (isAllowed(asked.topic, traits.allowed)) return granted;
  const { whenDenied = 'refuse' } = traits;
  if (whenDenied === 'granted-silent') return granted;
  if (whenDenied === 'refuse') return version === 5 ? 0x87 : 0x80;
  return typeof whenDenied === 'object' && 'suback' in whenDenied ? whenDenied.suback : whenDenied;
}

export function answerUnsubscribe(connection: Connection, packet: IUnsubscribePacket): void {
  const granted = packet.unsubscriptions.map((filter) =>
    // No subscription existed: 0x11 (MQTT 5 §3.11.3).
    connection.subscriptions.delete(filter) ? 0 : 0x11,
  );
  connection.send({ cmd: 'unsuback', granted, ...answering(packet) });
}

function answering({ messageId }: { readonly messageId?: number }) {
  return messageId === undefined ? {} : { messageId };
}
