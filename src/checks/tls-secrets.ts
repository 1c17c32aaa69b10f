// Opens TLS 1.3 records with the secrets of our own connection's key log, so that the server's
// handshake can be read from the wire. Secrets stay in here: nothing of them is ever returned.

import { createDecipheriv, createHmac } from 'node:crypto';
import type { TlsRecord } from './tls-records.ts';

/** Of the cipher suites in RFC 8446 §B.4 those that Node offers. */
const suites: ReadonlyMap<number, Suite> = new Map([
  [0x1301, { cipher: 'aes-128-gcm', hash: 'sha256', hashLength: 32, keyLength: 16 }],
  [0x1302, { cipher: 'aes-256-gcm', hash: 'sha384', hashLength: 48, keyLength: 32 }],
  [0x1303, { cipher: 'chacha20-poly1305', hash: 'sha256', hashLength: 32, keyLength: 32 }],
]);

interface Suite {
  readonly cipher: string;
  readonly hash: string;
  readonly hashLength: number;
  readonly keyLength: number;
}

const tagLength = 16;
const ivLength = 12;

/** What a record held once it was open. */
export interface Opened {
  readonly type: number;
  readonly content: Uint8Array;
}

/** Opens the records of one traffic secret, which must be given in order. */
export class RecordOpener {
  readonly #suite: Suite;
  readonly #key: Buffer;
  readonly #iv: Buffer;
  #sequence = 0;

  constructor(suite: Suite, secret: Buffer) {
    this.#suite = suite;
    // RFC 8446 §7.3
    this.#key = expandLabel(suite.hash, secret, 'key', suite.keyLength);
    this.#iv = expandLabel(suite.hash, secret, 'iv', ivLength);
  }

  /** null: this secret does not open it. */
  open(record: TlsRecord): Opened | null {
    const end = record.fragment.length - tagLength;
    if (end < 1) return null;
    // RFC 8446 §5.3; the sequence number fits in the last four bytes by far.
    const nonce = Buffer.from(this.#iv);
    nonce.writeUInt32BE((nonce.readUInt32BE(ivLength - 4) ^ this.#sequence) >>> 0, ivLength - 4);
    try {
      // The types know the options of each cipher by its literal name only; all take these.
      const decipher = createDecipheriv(this.#suite.cipher as 'aes-128-gcm', this.#key, nonce, {
        authTagLength: tagLength,
      });
      decipher.setAAD(record.header);
      decipher.setAuthTag(record.fragment.subarray(end));
      const inner = Buffer.concat([
        decipher.update(record.fragment.subarray(0, end)),
        decipher.final(),
      ]);
      this.#sequence += 1;
      return unpadded(inner);
    } catch {
      // Not this key, altered, or a cipher that this runtime was built without.
      return null;
    }
  }
}

/**
 * The opener for a line of the key log, `SERVER_HANDSHAKE_TRAFFIC_SECRET` or
 * `SERVER_TRAFFIC_SECRET_0`; null: no such line, or an unknown cipher suite.
 */
export function openerFor(
  label: string,
  keyLog: readonly string[],
  cipherSuite: number,
): RecordOpener | null {
  const suite = suites.get(cipherSuite);
  // <label> <client random> <secret>; one connection has one such line.
  const line = keyLog.findLast((entry) => entry.startsWith(`${label} `));
  if (!suite || !line) return null;
  const secret = Buffer.from(line.trim().split(' ')[2] ?? '', 'hex');
  return secret.length === suite.hashLength ? new RecordOpener(suite, secret) : null;
}

/** The content's type is the last byte that is not zero (RFC 8446 §5.2). */
function unpadded(inner: Uint8Array): Opened | null {
  const at = inner.findLastIndex((byte) => byte !== 0);
  const type = inner[at];
  return type === undefined ? null : { type, content: inner.subarray(0, at) };
}

/** HKDF-Expand-Label with an empty context (RFC 8446 §7.1), for at most one block of the hash. */
export function expandLabel(hash: string, secret: Buffer, label: string, length: number): Buffer {
  const name = Buffer.from(`tls13 ${label}`);
  const info = Buffer.from([length >> 8, length & 0xff, name.length, ...name, 0, 1]);
  return createHmac(hash, secret).update(info).digest().subarray(0, length);
}
