// Cuts what came in on a connection into TLS records (RFC 8446 §5.1), and these into
// handshake messages. Says nothing about what is in them.

export const contentTypes = {
  changeCipherSpec: 20,
  alert: 21,
  handshake: 22,
  applicationData: 23,
} as const;

export interface TlsRecord {
  readonly type: number;
  /** The five bytes that TLS 1.3 authenticates with the fragment. */
  readonly header: Uint8Array;
  readonly fragment: Uint8Array;
}

const headerLength = 5;
/** RFC 5246 §6.2.3; TLS 1.3 allows less. */
const maxFragment = 2 ** 14 + 2048;

/** The bytes are a record's header, or begin one. False for none. */
export function startsLikeTls(bytes: Uint8Array): boolean {
  const [type, major = 3, minor = 0, high = 0, low = 0] = bytes;
  if (type === undefined || type < 20 || type > 24) return false;
  return major === 3 && minor <= 4 && high * 256 + low <= maxFragment;
}

/** The whole records, up to where the bytes are cut or stop being TLS. */
export function* readRecords(bytes: Uint8Array): Generator<TlsRecord> {
  let rest = bytes;
  while (rest.length >= headerLength && startsLikeTls(rest)) {
    const [type = 0, , , high = 0, low = 0] = rest;
    const end = headerLength + high * 256 + low;
    if (end > rest.length) return;
    yield {
      type,
      header: rest.subarray(0, headerLength),
      fragment: rest.subarray(headerLength, end),
    };
    rest = rest.subarray(end);
  }
}

export interface HandshakeMessage {
  readonly type: number;
  readonly body: Uint8Array;
}

/** Puts messages together that span records, and takes those apart that share one. */
export class MessageAssembly {
  #pending: Uint8Array = new Uint8Array(0);

  /** The messages that `fragment` completes. */
  *take(fragment: Uint8Array): Generator<HandshakeMessage> {
    this.#pending = Buffer.concat([this.#pending, fragment]);
    for (;;) {
      const [type, high = 0, middle = 0, low] = this.#pending;
      if (type === undefined || low === undefined) return;
      const end = 4 + high * 65536 + middle * 256 + low;
      if (end > this.#pending.length) return;
      const body = this.#pending.subarray(4, end);
      this.#pending = this.#pending.subarray(end);
      yield { type, body };
    }
  }

  /** Messages never span a change of keys (RFC 8446 §5.1). */
  drop(): void {
    this.#pending = new Uint8Array(0);
  }
}
