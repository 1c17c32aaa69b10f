// What the broker saw of one connection, for tests that ask what went over the wire.

import type { IConnectPacket, PacketCmd } from 'mqtt-packet';
import type { Qos } from '../../../src/target.ts';
import type { Arrival } from '../service.ts';

export interface ConnectionRecord {
  /** The connection below: raw wire bytes, ClientHello, client certificate. */
  readonly arrival: Arrival;
  /** Bytes of MQTT as received (decrypted on TLS), the first 256 KiB. */
  readonly received: () => Buffer;
  /** Every packet the client sent, in order. */
  readonly packets: PacketCmd[];
  /** null: none came that could be read. The password is in it. */
  connect: IConnectPacket | null;
  /** CONNACK 0 was sent. */
  accepted: boolean;
  /** The code CONNECT was refused with, or how the broker hung up on it; null: it was not refused. */
  refused: number | 'close' | 'reset' | 'silent' | null;
  readonly publishes: PublishRecord[];
  readonly subscriptions: SubscriptionRecord[];
  /** What the client sent that is no MQTT, in the parser's words. */
  malformed: string | null;
  /** How it ended; null: it is still open. */
  ended: ConnectionEnding | null;
  /** Resolves with `ended`. */
  readonly over: Promise<ConnectionEnding>;
}

/** A DISCONNECT packet came · FIN or RST without one · the broker ended it first. */
export type ConnectionEnding = 'disconnect' | 'closed' | 'reset' | 'by-broker';

export interface PublishRecord {
  readonly topic: string;
  readonly qos: Qos;
  readonly retain: boolean;
  readonly payload: Buffer;
}

export interface SubscriptionRecord {
  readonly filter: string;
  readonly requested: Qos;
  /** What SUBACK said; null: it was never sent. */
  readonly granted: number | null;
}
