// Everything one test or scenario started, and its end. `await using lab = await openLab()`
// leaves no socket, thread or file behind.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Broker, type BrokerTraits } from './broker.ts';
import { type Authority, type Identity, mintAuthority } from './certificates.ts';
import { type BlackHole, openBlackHole, shutPort } from './dead-ports.ts';
import { type DnsOptions, type DnsServer, serveDns } from './dns.ts';
import { type Front, type FrontOptions, listen } from './listen.ts';
import { type Relay, type RelayTraits, relay } from './relay.ts';
import type { Service } from './service.ts';
import type { TlsTraits } from './tls-front.ts';
import { WebSocketFront, type WebSocketTraits } from './web-socket-front.ts';
import type { Zone } from './zone.ts';

/** A broker with one front before it. */
export interface BrokerAt {
  readonly broker: Broker;
  readonly front: Front;
  readonly host: string;
  readonly port: number;
}

export interface WebSocketBrokerAt extends BrokerAt {
  readonly web: WebSocketFront;
}

/** Names and addresses of `lab.identity()`. */
export const labNames = ['broker.test', 'localhost', '127.0.0.1', '::1'];

export class Lab {
  /** A temporary folder of its own. */
  readonly dir: string;
  readonly #closers: (() => Promise<void> | void)[] = [];
  #authority: Promise<Authority> | null = null;
  #identity: Promise<Identity> | null = null;

  constructor(dir: string) {
    this.dir = dir;
    this.#closers.push(() => rm(dir, { recursive: true, force: true }));
  }

  /** The lab's own root, `Lab Root CA`. */
  authority(): Promise<Authority> {
    this.#authority ??= mintAuthority({ name: 'Lab Root CA' });
    return this.#authority;
  }

  /** A healthy server certificate of the lab's root for `labNames`. */
  identity(): Promise<Identity> {
    this.#identity ??= this.authority().then((ca) =>
      ca.issue({ commonName: 'broker.test', names: labNames }),
    );
    return this.#identity;
  }

  /** Writes a file into `dir` and gives its path. */
  async file(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.dir, name);
    await writeFile(path, content, { mode: 0o600 });
    return path;
  }

  broker(traits?: BrokerTraits): Broker {
    return this.#owns(new Broker(traits));
  }

  async listen(service: Service, options?: FrontOptions): Promise<Front> {
    return this.#owns(await listen(service, options));
  }

  /** A broker on a plain port. */
  async mqtt(traits?: BrokerTraits, options?: FrontOptions): Promise<BrokerAt> {
    const broker = this.broker(traits);
    const front = await this.listen(broker, options);
    return { broker, front, host: front.host, port: front.port };
  }

  /** A broker behind TLS; `tls` says what differs from a healthy front with `identity()`. */
  async mqtts(
    traits?: BrokerTraits,
    tls: TlsTraits = {},
    options?: Omit<FrontOptions, 'tls'>,
  ): Promise<BrokerAt> {
    const { fullchain, key } = await this.identity();
    return this.mqtt(traits, { ...options, tls: { cert: fullchain, key, ...tls } });
  }

  /** A broker behind WebSocket on a plain port. */
  async ws(webSocket?: WebSocketTraits, options?: FrontOptions): Promise<WebSocketBrokerAt> {
    const broker = this.broker();
    const web = new WebSocketFront(broker, webSocket);
    const front = await this.listen(web, options);
    return { broker, web, front, host: front.host, port: front.port };
  }

  /** A broker behind WebSocket in TLS, with `identity()`. */
  async wss(webSocket?: WebSocketTraits, tls: TlsTraits = {}): Promise<WebSocketBrokerAt> {
    const { fullchain, key } = await this.identity();
    return this.ws(webSocket, { tls: { cert: fullchain, key, ...tls } });
  }

  async dns(zone: Zone, options?: DnsOptions): Promise<DnsServer> {
    return this.#owns(await serveDns(zone, options));
  }

  async relay(
    to: { readonly host: string; readonly port: number },
    traits?: RelayTraits,
    at?: { readonly host?: string; readonly port?: number },
  ): Promise<Relay> {
    return this.#owns(await relay(to, traits, at));
  }

  /** A port that refuses. */
  shutPort(host?: string): Promise<number> {
    return shutPort(host);
  }

  /** A port that drops every packet (Linux). */
  async blackHole(host?: string, port?: number): Promise<BlackHole> {
    return this.#owns(await openBlackHole(host, port));
  }

  /** Ends everything, the youngest first. */
  async close(): Promise<void> {
    for (const end of this.#closers.splice(0).reverse()) await end();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Something that was started elsewhere, to be ended with the rest. */
  owns(close: () => Promise<void> | void): void {
    this.#closers.push(close);
  }

  #owns<T extends { close(): Promise<void> | void }>(thing: T): T {
    this.#closers.push(() => thing.close());
    return thing;
  }
}

export async function openLab(): Promise<Lab> {
  return new Lab(await mkdtemp(join(tmpdir(), 'lab-')));
}
