// A TCP relay that makes a path long or broken: it delays what passes each way, and can lose
// large pieces or everything after a number of bytes. It cannot delay the TCP handshake, which
// the kernel answers by itself.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface RelayTraits {
  /** Added in each direction: a round trip costs twice this. */
  readonly delayMs?: number;
  /** What the path does to the two directions; `up` is towards the server. */
  readonly up?: PathTraits;
  readonly down?: PathTraits;
}

export interface PathTraits {
  /** After so many bytes of one connection and direction it ends as `beyond` says. */
  readonly maxBytes?: number;
  /** Default `swallow`: the rest is lost, both sides stay connected. */
  readonly beyond?: 'swallow' | 'close' | 'reset';
  /**
   * A piece larger than this never arrives, and nothing after it: what a path does that drops
   * packets above its MTU without saying so. Small packets pass. 1200 is a good figure.
   */
  readonly swallowAbove?: number;
}

export class Relay {
  readonly host: string;
  readonly port: number;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #waiting = new Set<NodeJS.Timeout>();

  constructor(server: Server, to: { host: string; port: number }, traits: RelayTraits) {
    // The server listens on TCP, so its address is no pipe's name.
    const { address, port } = server.address() as AddressInfo;
    this.host = address;
    this.port = port;
    this.#server = server;
    server.on('connection', (near) => {
      const far = connect(to.port, to.host);
      this.#pass(near, far, traits.up ?? {}, traits.delayMs ?? 0);
      this.#pass(far, near, traits.down ?? {}, traits.delayMs ?? 0);
    });
  }

  async close(): Promise<void> {
    for (const timer of this.#waiting) clearTimeout(timer);
    for (const socket of this.#open) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #pass(from: Socket, to: Socket, path: PathTraits, delayMs: number): void {
    this.#open.add(from);
    from.setNoDelay(true);
    let passed = 0;
    let lost = false;
    from.on('data', (chunk) => {
      if (chunk.length > (path.swallowAbove ?? Number.POSITIVE_INFINITY)) lost = true;
      if (lost) return;
      const room = (path.maxBytes ?? Number.POSITIVE_INFINITY) - passed;
      passed += chunk.length;
      const whole = chunk.length <= room;
      this.#later(delayMs, () => {
        to.write(whole ? chunk : chunk.subarray(0, room));
        if (!whole) breakPath(from, to, path.beyond ?? 'swallow');
      });
      if (!whole) lost = true;
    });
    from.on('end', () => {
      if (!lost) this.#later(delayMs, () => to.end());
    });
    // RST on one side is RST on the other.
    from.on('error', () => this.#later(delayMs, () => to.resetAndDestroy()));
    from.on('close', () => this.#open.delete(from));
  }

  /** Timers of one duration fire in the order they were set. */
  #later(delayMs: number, act: () => void) {
    if (delayMs === 0) return act();
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      act();
    }, delayMs);
    this.#waiting.add(timer);
  }
}

function breakPath(from: Socket, to: Socket, how: 'swallow' | 'close' | 'reset'): void {
  if (how === 'swallow') return;
  for (const socket of [from, to]) {
    if (how === 'reset') socket.resetAndDestroy();
    else socket.end();
  }
}

/** Relays to `to`; listens on 127.0.0.1 and any free port unless told otherwise. */
export async function relay(
  to: { readonly host: string; readonly port: number },
  traits: RelayTraits = {},
  listen: { readonly host?: string; readonly port?: number } = {},
): Promise<Relay> {
  const server = createServer({ allowHalfOpen: true });
  server.listen(listen.port ?? 0, listen.host ?? '127.0.0.1');
  await once(server, 'listening');
  return new Relay(server, to, traits);
}
