// A lab that keeps what it started, so that a test can read off the wire what came to it, and
// that notices two sessions at once under one client id.

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import type { ConnectionRecord } from '../lab/broker/record.ts';
import { Broker, type BrokerTraits } from '../lab/broker.ts';
import { Lab } from '../lab/lab.ts';
import type { Front, FrontOptions } from '../lab/listen.ts';
import type { Arrival, Service } from '../lab/service.ts';

export class WatchedLab extends Lab {
  readonly brokers: WatchedBroker[] = [];
  readonly fronts: Front[] = [];

  get connections(): readonly ConnectionRecord[] {
    return this.brokers.flatMap(({ connections }) => connections);
  }

  override broker(traits?: BrokerTraits): Broker {
    const broker = new WatchedBroker(traits);
    this.brokers.push(broker);
    this.owns(() => broker.close());
    return broker;
  }

  override async listen(service: Service, options?: FrontOptions): Promise<Front> {
    const front = await super.listen(service, options);
    this.fronts.push(front);
    return front;
  }
}

export class WatchedBroker extends Broker {
  /** Client ids of a CONNECT that came while another connection with the same id was open. */
  readonly crowded: string[] = [];

  override accept(stream: Duplex, arrival: Arrival): void {
    super.accept(stream, arrival);
    const record = this.connections.at(-1);
    if (record) this.#watch(record);
  }

  #watch(record: ConnectionRecord): void {
    let connect = record.connect;
    Object.defineProperty(record, 'connect', {
      get: () => connect,
      set: (packet: ConnectionRecord['connect']) => {
        connect = packet;
        const id = packet?.clientId;
        const sharing = this.connections.some(
          (other) => other !== record && other.ended === null && other.connect?.clientId === id,
        );
        if (id && sharing) this.crowded.push(id);
      },
    });
  }
}

export async function openWatchedLab(): Promise<WatchedLab> {
  return new WatchedLab(await mkdtemp(join(tmpdir(), 'lab-')));
}
