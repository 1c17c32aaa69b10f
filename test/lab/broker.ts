// A scripted MQTT broker for 3.1, 3.1.1 and 5. Without traits it behaves well: anonymous,
// QoS 0 to 2 both ways, wildcards, retained messages. Each trait makes it misbehave in one
// named way. It opens no socket: fronts (listen.ts) hand it streams. It keeps no sessions and
// delivers no wills.

import type { Duplex } from 'node:stream';
import type { IPublishPacket, Packet } from 'mqtt-packet';
import {
  type Announcements,
  answerConnect,
  type ConnectTraits,
  refuseVersion,
} from './broker/connect.ts';
import { Connection } from './broker/connection.ts';
import { type DeliverTraits, deliver } from './broker/deliver.ts';
import { answerPublish, answerPubrel, type PublishTraits } from './broker/publish.ts';
import type { ConnectionRecord } from './broker/record.ts';
import { answerSubscribe, answerUnsubscribe, type SubscribeTraits } from './broker/subscribe.ts';
import { topicMatches } from './broker/topics.ts';
import type { Arrival, Service } from './service.ts';

export interface BrokerTraits {
  readonly connect?: ConnectTraits;
  readonly subscribe?: SubscribeTraits;
  readonly publish?: PublishTraits;
  readonly deliver?: DeliverTraits;
  /** false: PINGREQ is never answered. */
  readonly answersPings?: boolean;
  /** What happens to clients that send something else than MQTT. Default `close`. */
  readonly whenNotMqtt?: 'close' | 'reset' | 'silent';
}

export class Broker implements Service {
  /** May be replaced while it runs; the next packet meets the new ones. */
  traits: BrokerTraits;
  /** Every connection so far, the closed ones too, in order. */
  readonly connections: ConnectionRecord[] = [];
  /** What is stored: empty when nothing was left behind. */
  readonly retained = new Map<string, IPublishPacket>();
  readonly #open = new Set<Connection>();

  constructor(traits: BrokerTraits = {}) {
    this.traits = traits;
  }

  accept(stream: Duplex, arrival: Arrival): void {
    const connection = new Connection(stream, arrival);
    this.connections.push(connection.record);
    this.#open.add(connection);
    stream.on('close', () => this.#open.delete(connection));
    connection.start(
      (packet) => this.#handle(connection, packet),
      () => this.#answerNonsense(connection),
    );
  }

  /** Ends all connections. */
  close(): void {
    for (const connection of this.#open) connection.raw.destroy();
  }

  #handle(connection: Connection, packet: Packet): Promise<void> | void {
    const { traits } = this;
    if (packet.cmd === 'connect' && connection.record.connect === null) {
      const { connect = {} } = traits;
      return answerConnect(connection, packet, connect, this.#announcements(), (id) =>
        this.#takeOver(connection, id),
      );
    }
    // Anything before CONNECT, and a second CONNECT [MQTT-3.1.0-1] [MQTT-3.1.0-2].
    if (connection.clientId === null || packet.cmd === 'connect') return connection.close();
    switch (packet.cmd) {
      case 'subscribe':
        return this.#sendStored(
          connection,
          answerSubscribe(connection, packet, traits.subscribe ?? {}),
        );
      case 'unsubscribe':
        return answerUnsubscribe(connection, packet);
      case 'publish':
        return answerPublish(connection, packet, traits.publish ?? {}, () =>
          this.#take(connection, packet),
        );
      case 'pubrel':
        return answerPubrel(connection, packet.messageId ?? 0);
      case 'pubrec':
        return connection.send({ cmd: 'pubrel', messageId: packet.messageId ?? 0, reasonCode: 0 });
      case 'pingreq':
        return traits.answersPings === false ? undefined : connection.send({ cmd: 'pingresp' });
      case 'disconnect':
        return connection.close();
      case 'puback':
      case 'pubcomp':
        return;
      default:
        return connection.close();
    }
  }

  #announcements(): Announcements {
    const { maxQos, retain, maxBytes, announcesLimits = true } = this.traits.publish ?? {};
    if (!announcesLimits) return {};
    return {
      // Maximum QoS 2 is not a value of the property (MQTT 5 §3.2.2.3.4).
      ...(maxQos === undefined || maxQos === 2 ? {} : { maximumQoS: maxQos }),
      ...(retain === false ? { retainAvailable: retain } : {}),
      ...(maxBytes === undefined ? {} : { maximumPacketSize: maxBytes }),
    };
  }

  /** The older client with the same id is disconnected [MQTT-3.1.4-3]. */
  #takeOver(connection: Connection, clientId: string): void {
    for (const other of this.#open) {
      if (other !== connection && other.clientId === clientId && other.open) other.disconnect(0x8e);
    }
  }

  #take(from: Connection, packet: IPublishPacket): void {
    if (packet.retain && packet.payload.length === 0) this.retained.delete(packet.topic);
    else if (packet.retain) this.retained.set(packet.topic, packet);
    deliver(this.#open, from, packet, this.traits.deliver ?? {});
  }

  #sendStored(connection: Connection, filters: readonly string[]): void {
    for (const stored of this.retained.values()) {
      if (!filters.some((filter) => topicMatches(filter, stored.topic))) continue;
      deliver([connection], null, stored, this.traits.deliver ?? {});
    }
  }

  /** A CONNECT of an unknown level is still answered as one. */
  #answerNonsense(connection: Connection) {
    const { malformed } = connection.record;
    if (malformed === 'Invalid protocol version') {
      return refuseVersion(connection, this.traits.connect ?? {});
    }
    connection.leave(this.traits.whenNotMqtt ?? 'close');
  }
}
