// One client of the broker: its packets in order, what it is told, how it is left. What the
// packets mean is decided elsewhere.

import type { Duplex } from 'node:stream';
import {
  generate,
  type IConnackPacket,
  type IDisconnectPacket,
  type ISubscription,
  type Packet,
  parser,
} from 'mqtt-packet';
import { type Arrival, hangUp } from '../service.ts';
import type { ConnectionEnding, ConnectionRecord } from './record.ts';
import type { HangUp } from './refusal.ts';

export interface Subscription extends ISubscription {
  /** Granted, and nothing is ever delivered to it. */
  readonly deaf: boolean;
  readonly identifier: number | undefined;
}

const maxReceived = 256 * 1024;

export class Connection {
  readonly record: ConnectionRecord;
  readonly subscriptions = new Map<string, Subscription>();
  /** QoS 2 messages that wait for PUBREL. */
  readonly unreleased = new Map<number, () => void>();
  version: 3 | 4 | 5 = 4;
  /** null: not connected. */
  clientId: string | null = null;
  readonly #stream: Duplex;
  readonly #parser = parser();
  readonly #received: Buffer[] = [];
  #receivedBytes = 0;
  #lastMessageId = 0;
  #work: Promise<void> = Promise.resolve();
  /** The broker is done with it: what still comes is only recorded. */
  #left = false;
  #settle: (ending: ConnectionEnding) => void = () => {};

  constructor(stream: Duplex, arrival: Arrival) {
    this.#stream = stream;
    this.record = {
      arrival,
      received: () => Buffer.concat(this.#received),
      packets: [],
      connect: null,
      accepted: false,
      refused: null,
      publishes: [],
      subscriptions: [],
      malformed: null,
      ended: null,
      over: new Promise((resolve) => {
        this.#settle = resolve;
      }),
    };
  }

  /** Starts reading. Packets are handled one after the other, a slow one delays the next. */
  start(handle: (packet: Packet) => Promise<void> | void, malformed: (error: Error) => void): void {
    this.#parser.on('packet', (packet) => {
      this.record.packets.push(packet.cmd);
      if (packet.cmd === 'disconnect') this.#end('disconnect');
      this.#work = this.#work.then(() => (this.#left ? undefined : handle(packet)));
    });
    this.#parser.on('error', (error: Error) => {
      this.record.malformed ??= error.message;
      this.#work = this.#work.then(() => (this.#left ? undefined : malformed(error)));
    });
    this.#stream.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#stream.on('end', () => this.#end('closed'));
    this.#stream.on('close', () => {
      this.#left = true;
      this.#end('reset');
    });
  }

  get gone(): boolean {
    return this.#left;
  }

  /** For answers that are no packets. */
  get raw(): Duplex {
    return this.#stream;
  }

  get open(): boolean {
    return !this.#left && this.#stream.writable;
  }

  send(packet: Packet): void {
    if (this.open) this.#stream.write(generate(packet, { protocolVersion: this.version }));
  }

  sendConnack(code: number, sessionPresent: boolean, properties?: IConnackPacket['properties']) {
    const both = { returnCode: code, reasonCode: code };
    this.send({ cmd: 'connack', sessionPresent, ...both, ...(properties && { properties }) });
  }

  /** DISCONNECT with a code, then FIN; servers could not say it before MQTT 5, so FIN alone. */
  disconnect(reasonCode: number, properties?: IDisconnectPacket['properties']): void {
    if (this.version === 5) {
      this.send({ cmd: 'disconnect', reasonCode, ...(properties && { properties }) });
    }
    this.close();
  }

  leave(how: HangUp) {
    if (how === 'close') return this.close();
    if (how === 'reset') return this.reset();
    this.#left = true;
  }

  close(): void {
    this.#left = true;
    this.#end('by-broker');
    hangUp(this.#stream);
  }

  reset(): void {
    this.#left = true;
    this.#end('by-broker');
    this.record.arrival.wire.reset();
  }

  nextMessageId(): number {
    this.#lastMessageId = (this.#lastMessageId % 0xffff) + 1;
    return this.#lastMessageId;
  }

  #take(chunk: Buffer): void {
    if (this.#receivedBytes < maxReceived) this.#received.push(chunk);
    this.#receivedBytes += chunk.length;
    if (this.record.malformed === null) this.#parser.parse(chunk);
  }

  #end(ending: ConnectionEnding): void {
    if (this.record.ended !== null) return;
    this.record.ended = ending;
    this.#settle(ending);
  }
}
