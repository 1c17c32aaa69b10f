// A WebSocket as a stream of bytes: each write is one binary message [MQTT-6.0.0-1], each
// message that comes is bytes to read; where one ends means nothing to MQTT [MQTT-6.0.0-2].

import { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';

/** A normal end (RFC 6455 §7.4.1). */
const normal = 1000;

export class WebSocketStream extends Duplex {
  readonly #socket: WebSocket;
  readonly #below: Duplex;

  /** `below`: what the open WebSocket lies on. */
  constructor(socket: WebSocket, below: Duplex) {
    super({ allowHalfOpen: false });
    this.#socket = socket;
    this.#below = below;
    socket.on('message', (data: RawData) => {
      // One Buffer each: that is the library's `nodebuffer`.
      if (!this.push(data)) socket.pause();
    });
    socket.on('error', (error) => this.destroy(error));
    socket.on('close', () => this.push(null));
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    // A failed write says less than what the other side sent before it hung up.
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(chunk, () => done());
    else done();
  }

  /** A Close frame, then the end of our side; the server's own Close is not waited for. */
  override _final(done: () => void): void {
    this.#socket.close(normal);
    if (this.#below.writable) this.#below.end(() => done());
    else done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.terminate();
    done(error);
  }
}
