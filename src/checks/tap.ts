// A stream laid over another that counts what passes, keeps the first bytes, remembers how
// it ended, and stops a flood. TCP wears one under TLS; TLS wears one under MQTT.

import { Duplex } from 'node:stream';
import type { Ended } from '../evidence.ts';

/** Enough for any certificate chain seen in practice. */
const maxHead = 64 * 1024;

export class Tap extends Duplex {
  readonly inner: Duplex;
  bytesIn = 0;
  bytesOut = 0;
  /** How the other side ended the connection; null: it did not. */
  ended: Ended | null = null;
  /** The first error of the stream below, whether or not it reached a listener. */
  error: Error | null = null;
  /** It sent more than `maxBytesIn`. */
  flooded = false;
  /** Called for every write, with its size. */
  onWrite: ((bytes: number) => void) | null = null;
  maxBytesIn = 1024 * 1024;
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  #lastWriteAt = performance.now();
  #firstByteAt: number | null = null;
  #endedListeners: (() => void)[] = [];

  constructor(inner: Duplex) {
    super({ allowHalfOpen: false });
    this.inner = inner;
    // Kept in `error`; there may be nobody above to hear it yet.
    this.on('error', () => {});
    inner.on('data', (chunk: Buffer) => this.#arrived(chunk));
    inner.on('end', () => {
      this.#end('closed');
      this.push(null);
    });
    inner.on('error', (error: NodeJS.ErrnoException) => this.#failed(error));
    inner.on('close', () => {
      this.#end('closed');
      this.destroy();
    });
  }

  /** The first bytes that came in, at most 64 KiB. */
  get head(): Buffer {
    return Buffer.concat(this.#head);
  }

  get sinceFirstByteMs(): number {
    return this.#firstByteAt === null ? 0 : performance.now() - this.#firstByteAt;
  }

  /** Settles once the other side has ended the connection, after everything it sent was read. */
  whenEnded(): Promise<void> {
    return new Promise((resolve) => {
      if (this.ended || this.destroyed) resolve();
      else this.#endedListeners.push(resolve);
    });
  }

  #arrived(chunk: Buffer): void {
    this.bytesIn += chunk.length;
    this.#firstByteAt ??= performance.now();
    if (this.#headBytes < maxHead) {
      const kept = chunk.subarray(0, maxHead - this.#headBytes);
      this.#head.push(kept);
      this.#headBytes += kept.length;
    }
    if (this.bytesIn > this.maxBytesIn) {
      this.flooded = true;
      this.destroy();
      return;
    }
    if (!this.push(chunk)) this.inner.pause();
  }

  #failed(error: NodeJS.ErrnoException): void {
    this.error ??= error;
    if (error.code === 'ECONNRESET' || error.code === 'EPIPE') this.#end('reset');
    this.destroy(error);
  }

  #end(how: Ended['how']): void {
    if (this.ended || this.destroyed) return;
    this.ended = { how, afterMs: performance.now() - this.#lastWriteAt };
    for (const listener of this.#endedListeners.splice(0)) listener();
  }

  override _read(): void {
    this.inner.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#send(chunk, done);
  }

  // One segment per packet: MQTT and TLS libraries write theirs in several pieces.
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  #send(bytes: Buffer, done: () => void): void {
    this.bytesOut += bytes.length;
    this.#lastWriteAt = performance.now();
    this.onWrite?.(bytes.length);
    // A failed write says less than what the other side sent before it hung up (a late TLS
    // alert, a DISCONNECT): the reading side tells how it ended.
    if (this.inner.writable) this.inner.write(bytes, () => done());
    else done();
  }

  override _final(done: () => void): void {
    if (this.inner.writable) this.inner.end(() => done());
    else done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    for (const listener of this.#endedListeners.splice(0)) listener();
    this.inner.destroy();
    done(error);
  }
}
