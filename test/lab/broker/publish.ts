// How the broker answers PUBLISH and the QoS 2 handshake in both directions.

import type { IPublishPacket } from 'mqtt-packet';
import type { Qos } from '../../../src/target.ts';
import type { Connection } from './connection.ts';
import type { HangUp } from './refusal.ts';
import { isAllowed } from './topics.ts';

export interface PublishTraits {
  /** Prefixes of topics that may be published to. Absent: any. */
  readonly allowed?: readonly string[];
  /** Default `ack-silent`. */
  readonly whenDenied?: PublishDenial;
  readonly maxQos?: Qos;
  /** Default DISCONNECT 0x9B, FIN before MQTT 5. */
  readonly whenQosTooHigh?: PublishDenial;
  /** false: retained messages are not taken. */
  readonly retain?: boolean;
  /** Default DISCONNECT 0x9A, FIN before MQTT 5. */
  readonly whenRetained?: PublishDenial;
  /** The longest PUBLISH in bytes, without its first two to five (fixed header). */
  readonly maxBytes?: number;
  /** Default DISCONNECT 0x95, FIN before MQTT 5. */
  readonly whenTooLarge?: PublishDenial;
  /** false: no PUBACK, PUBREC or PUBCOMP ever; the message is delivered all the same. */
  readonly acknowledges?: boolean;
  /** Default true: MQTT 5 clients are told the three limits in CONNACK. */
  readonly announcesLimits?: boolean;
}

export type PublishDenial =
  /** Acknowledged as if all were well, and dropped. */
  | 'ack-silent'
  /** Acknowledged with this reason code and dropped (MQTT 5; a plain acknowledgement before). */
  | { readonly ack: number }
  /** FIN, RST, or dropped without acknowledgement; or DISCONNECT with a code (MQTT 5; FIN before). */
  | HangUp
  | { readonly disconnect: number };

/** Calls `deliver` where the message is taken: for QoS 2 at PUBREL. */
export function answerPublish(
  connection: Connection,
  packet: IPublishPacket,
  traits: PublishTraits,
  deliver: () => void,
) {
  const { topic, qos, retain } = packet;
  const payload = Buffer.from(packet.payload);
  connection.record.publishes.push({ topic, qos, retain, payload });
  const denial = judge(packet, traits);
  if (typeof denial === 'object' && denial !== null && 'disconnect' in denial) {
    return connection.disconnect(denial.disconnect);
  }
  if (denial === 'close' || denial === 'reset') return connection.leave(denial);
  if (denial === 'silent') return;
  const reasonCode = typeof denial === 'object' && denial !== null ? denial.ack : 0;
  const take = denial === null ? deliver : () => {};
  const { messageId = 0 } = packet;
  if (qos === 2 && reasonCode < 0x80) {
    // A repeated PUBLISH is the same message until PUBREL [MQTT-4.3.3-10].
    if (traits.acknowledges === false) take();
    else connection.unreleased.set(messageId, take);
  } else {
    take();
  }
  if (qos === 0 || traits.acknowledges === false) return;
  connection.send({ cmd: qos === 1 ? 'puback' : 'pubrec', messageId, reasonCode });
}

export function answerPubrel(connection: Connection, messageId: number): void {
  const take = connection.unreleased.get(messageId);
  connection.unreleased.delete(messageId);
  take?.();
  // 0x92: packet identifier not found (MQTT 5 §3.7.2.1).
  connection.send({ cmd: 'pubcomp', messageId, reasonCode: take === undefined ? 0x92 : 0 });
}

function judge(packet: IPublishPacket, traits: PublishTraits): PublishDenial | null {
  if (packet.qos > (traits.maxQos ?? 2)) return traits.whenQosTooHigh ?? { disconnect: 0x9b };
  if (packet.retain && traits.retain === false) {
    return traits.whenRetained ?? { disconnect: 0x9a };
  }
  if ((packet.length ?? 0) > (traits.maxBytes ?? Number.POSITIVE_INFINITY)) {
    return traits.whenTooLarge ?? { disconnect: 0x95 };
  }
  return isAllowed(packet.topic, traits.allowed) ? null : (traits.whenDenied ?? 'ack-silent');
}
