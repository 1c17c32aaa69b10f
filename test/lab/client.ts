// A bare MQTT client for the lab's own tests: sends what it is told and gives back what comes,
// in order. It decides nothing and hides nothing.

import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import type { Duplex } from 'node:stream';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { generate, type IConnectPacket, type Packet, parser } from 'mqtt-packet';

/** What comes next: a packet, or the end with the error's code. */
export type Event = Packet | 'closed' | { readonly error: string };

export interface Place {
  readonly host: string;
  readonly port: number;
}

export class Client {
  readonly stream: Duplex;
  readonly #version: 3 | 4 | 5;
  readonly #events: Event[] = [];
  #wake: () => void = () => {};

  constructor(stream: Duplex, version: 3 | 4 | 5) {
    this.stream = stream;
    this.#version = version;
    const parse = parser({ protocolVersion: version });
    parse.on('packet', (packet) => this.#add(packet));
    parse.on('error', (error: Error) => this.#add({ error: error.message }));
    stream.on('data', (chunk) => parse.parse(chunk));
    stream.on('end', () => this.#add('closed'));
    stream.on('error', (error: Error & { code?: string }) => {
      this.#add({ error: error.code ?? error.message });
    });
  }

  send(packet: Packet): void {
    this.stream.write(generate(packet, { protocolVersion: this.#version }));
  }

  /** Waits for what comes next. */
  async next(): Promise<Event> {
    for (;;) {
      const event = this.#events.shift();
      if (event !== undefined) return event;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** The parts of the next packet that are named; a test compares them at a glance. */
  async nextOf(...parts: readonly string[]): Promise<unknown> {
    const event = await this.next();
    if (typeof event !== 'object' || 'error' in event) return event;
    return Object.fromEntries(Object.entries(event).filter(([part]) => parts.includes(part)));
  }

  #add(event: Event): void {
    this.#events.push(event);
    this.#wake();
  }
}

/** Connects, says CONNECT (unless null), and gives the client. */
export async function dial(
  { host, port }: Place,
  connect: Partial<IConnectPacket> | null = {},
  tls?: ConnectionOptions,
): Promise<Client> {
  const stream = tls ? connectTls({ host, port, ...tls }) : connectTcp({ host, port });
  const { protocolVersion = 5 } = connect ?? {};
  const client = new Client(stream, protocolVersion);
  await once(stream, tls ? 'secureConnect' : 'connect');
  if (connect !== null) client.send(connectPacket(connect));
  return client;
}

/** The CONNACK code that a CONNECT gets, or how it is hung up on. */
export async function connackOf(place: Place, connect: Partial<IConnectPacket> = {}) {
  const client = await dial(place, connect);
  const event = await client.next();
  client.stream.destroy();
  if (typeof event === 'string') return event;
  if ('error' in event) return event.error;
  return event.cmd === 'connack' ? (event.reasonCode ?? event.returnCode) : event.cmd;
}

export function connectPacket(over: Partial<IConnectPacket>): IConnectPacket {
  const old = over.protocolVersion === 3;
  return {
    cmd: 'connect',
    protocolId: old ? 'MQIsdp' : 'MQTT',
    protocolVersion: 5,
    clientId: 'lab-client',
    clean: true,
    keepalive: 60,
    ...over,
  };
}
