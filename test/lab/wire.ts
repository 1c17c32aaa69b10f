// One accepted TCP connection as a stream that remembers what came in raw, can be looked at
// before anyone reads, and can keep back what is written. It decides nothing.

import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** The peer ended it with FIN or RST, or the lab did. */
export type Ending = 'closed' | 'reset' | 'by-lab';

/** Of raw bytes kept; the rest is only counted. */
const maxSeen = 256 * 1024;

export class Wire extends Duplex {
  readonly #socket: Socket;
  readonly #seen: Buffer[] = [];
  #seenBytes = 0;
  #bytes = 0;
  #ending: Ending | null = null;
  /** null: writes go out at once. */
  #held: Buffer[] | null = null;
  #muted = false;
  readonly ended: Promise<Ending>;
  /** Called with every chunk before anyone else can read it. */
  onInbound: (chunk: Buffer) => void = () => {};

  constructor(socket: Socket) {
    // The peer's FIN is answered with ours, once all that came before it was read.
    super({ allowHalfOpen: false, readableHighWaterMark: 64 * 1024 });
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('end', () => {
      this.#ending ??= 'closed';
      this.push(null);
    });
    socket.on('error', (error) => {
      this.#ending ??= 'reset';
      this.destroy(error);
    });
    // A peer that resets is part of the experiment; `ended` tells of it.
    this.on('error', () => {});
    this.ended = new Promise((resolve) => {
      socket.on('close', () => {
        this.destroy();
        resolve(this.#ending ?? 'by-lab');
      });
    });
  }

  /** What came in, raw, up to 256 KiB. */
  get seen(): Buffer {
    return Buffer.concat(this.#seen);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Resolves with what came once `enough` holds for it, or when no more will come. Takes nothing away. */
  first(enough: (seen: Buffer) => boolean): Promise<Buffer> {
    return new Promise((resolve) => {
      const look = () => {
        const over = this.#ending !== null || this.destroyed || this.#seenBytes >= maxSeen;
        if (!over && !enough(this.seen)) return;
        for (const event of ['data', 'end', 'close']) this.#socket.off(event, look);
        resolve(this.seen);
      };
      for (const event of ['data', 'end', 'close']) this.#socket.on(event, look);
      look();
    });
  }

  /** RST instead of FIN. */
  reset(): void {
    this.#ending ??= 'by-lab';
    this.#socket.resetAndDestroy();
  }

  /** FIN, whatever a TLS layer above may think of it. */
  hangUp(): void {
    this.#ending ??= 'by-lab';
    this.mute();
    this.#socket.end();
  }

  /** Keeps back what is written from now on. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const chunk of held) this.#socket.write(chunk);
  }

  /** What is held, and whatever is written from now on, never goes out. */
  mute(): void {
    this.#muted = true;
    this.#held = null;
  }

  /** Writes past `hold` and `mute`. */
  writeRaw(bytes: Uint8Array): void {
    if (this.#socket.writable) this.#socket.write(bytes);
  }

  #take(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#seenBytes < maxSeen) {
      this.#seen.push(chunk);
      this.#seenBytes += chunk.length;
    }
    this.onInbound(chunk);
    if (!this.push(chunk)) this.#socket.pause();
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void) {
    if (this.#muted || !this.#socket.writable) return done();
    if (this.#held === null) return void this.#socket.write(chunk, done);
    this.#held.push(chunk);
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#ending ??= 'by-lab';
    this.#socket.end(() => done());
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#ending ??= 'by-lab';
    this.#socket.destroy();
    done(error);
  }
}
