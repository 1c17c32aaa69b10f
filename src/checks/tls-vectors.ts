// Reads the presentation language of TLS (RFC 8446 §3): numbers and length-prefixed vectors.
// Never throws: past the end everything is zero or empty, and `cut` says so.

export class VectorReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #cut = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Something was read that is not there: what was read since is not to be believed. */
  get cut(): boolean {
    return this.#cut;
  }

  /** There is more to read. */
  get more(): boolean {
    return !this.#cut && this.#at < this.#bytes.length;
  }

  bytes(length: number): Uint8Array {
    const end = this.#at + length;
    if (this.#cut || end > this.#bytes.length) {
      this.#cut = true;
      return new Uint8Array(0);
    }
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  number(octets: 1 | 2 | 3): number {
    let value = 0;
    for (const octet of this.bytes(octets)) value = value * 256 + octet;
    return value;
  }

  /** A vector whose length takes so many octets. */
  vector(octets: 1 | 2 | 3): Uint8Array {
    return this.bytes(this.number(octets));
  }
}
