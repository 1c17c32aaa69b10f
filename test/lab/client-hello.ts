// Reads a TLS ClientHello off the first bytes of a connection (RFC 8446 §4.1.2), so that a
// front can decide before TLS begins. It never throws: what is no ClientHello is null.

export interface ClientHello {
  /** null: no SNI was sent. */
  readonly serverName: string | null;
  /** Empty: the extension was not sent. */
  readonly alpn: readonly string[];
  /** 0x0304 = TLS 1.3, 0x0303 = 1.2...; without the extension, the one legacy version. */
  readonly versions: readonly number[];
  readonly ciphers: readonly number[];
}

const handshakeRecord = 22;

/** Whether nothing more is needed: the whole ClientHello is there, or it will never be one. */
export function helloIsDecided(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  if (bytes[0] !== handshakeRecord) return true;
  const message = handshakeBytes(bytes);
  return message.length >= 4 && message.length >= 4 + message.readUIntBE(1, 3);
}

export function readClientHello(bytes: Buffer): ClientHello | null {
  if (bytes[0] !== handshakeRecord) return null;
  try {
    return read(new Reader(handshakeBytes(bytes)));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A ClientHello may be cut into several records. */
function handshakeBytes(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === handshakeRecord; ) {
    const end = at + 5 + bytes.readUInt16BE(at + 3);
    parts.push(bytes.subarray(at + 5, end));
    at = end;
  }
  return Buffer.concat(parts);
}

function read(hello: Reader): ClientHello | null {
  if (hello.number(1) !== 1) return null;
  hello.bytes(3);
  const legacyVersion = hello.number(2);
  hello.bytes(32);
  hello.vector(1);
  const ciphers = hello.vector(2).numbers(2);
  hello.vector(1);
  let serverName: string | null = null;
  let alpn: string[] = [];
  let versions = [legacyVersion];
  const extensions = hello.more ? hello.vector(2) : new Reader(Buffer.alloc(0));
  while (extensions.more) {
    const type = extensions.number(2);
    const body = extensions.vector(2);
    if (type === 0) serverName = readServerName(body);
    if (type === 16) alpn = readProtocols(body.vector(2));
    if (type === 43) versions = body.vector(1).numbers(2);
  }
  return { serverName, alpn, versions, ciphers };
}

function readServerName(body: Reader): string {
  const list = body.vector(2);
  list.number(1);
  return list.vector(2).rest().toString('latin1').toLowerCase();
}

function readProtocols(list: Reader): string[] {
  const protocols: string[] = [];
  while (list.more) protocols.push(list.vector(1).rest().toString('latin1'));
  return protocols;
}

/** Throws RangeError past the end, as Buffer does. */
class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get more(): boolean {
    return this.#at < this.#bytes.length;
  }

  number(size: number): number {
    this.#at += size;
    return this.#bytes.readUIntBE(this.#at - size, size);
  }

  bytes(size: number): Buffer {
    if (this.#at + size > this.#bytes.length) throw new RangeError('cut short');
    this.#at += size;
    return this.#bytes.subarray(this.#at - size, this.#at);
  }

  /** A length of `size` bytes, and what it covers. */
  vector(size: number): Reader {
    return new Reader(this.bytes(this.number(size)));
  }

  numbers(size: number): number[] {
    const all: number[] = [];
    while (this.more) all.push(this.number(size));
    return all;
  }

  rest(): Buffer {
    return this.bytes(this.#bytes.length - this.#at);
  }
}
