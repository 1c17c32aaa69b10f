// TLS alerts written by hand: Node cannot be told to send one. Before the handshake they go
// in the clear, after it under the server's first application keys (RFC 8446 §5.2).

import { createCipheriv, createHmac } from 'node:crypto';

const fatal = 2;

/** For before any key is agreed, and for TLS 1.2 until the server's ChangeCipherSpec. */
export function plainAlert(number: number): Buffer {
  return Buffer.from([21, 3, 3, 0, 2, fatal, number]);
}

/**
 * The first record that a TLS 1.3 server sends under its application keys. OpenSSL answers
 * a bad client certificate so, because it changed keys with its own Finished.
 * @param secret SERVER_TRAFFIC_SECRET_0
 * @param suite standard name, `TLS_AES_256_GCM_SHA384`...
 */
export function sealedAlert(number: number, secret: Buffer, suite: string): Buffer {
  const hash = suite.endsWith('SHA384') ? 'sha384' : 'sha256';
  const long = suite.includes('AES_128') ? 16 : 32;
  const key = expandLabel(hash, secret, 'key', long);
  const nonce = expandLabel(hash, secret, 'iv', 12); // sequence number 0 leaves it as it is
  const inner = Buffer.from([fatal, number, 21]);
  const header = Buffer.from([23, 3, 3, 0, inner.length + 16]);
  const options = { authTagLength: 16 };
  const cipher = suite.includes('CHACHA20')
    ? createCipheriv('chacha20-poly1305', key, nonce, options)
    : createCipheriv(long === 16 ? 'aes-128-gcm' : 'aes-256-gcm', key, nonce, options);
  cipher.setAAD(header, { plaintextLength: inner.length });
  const sealed = Buffer.concat([cipher.update(inner), cipher.final()]);
  return Buffer.concat([header, sealed, cipher.getAuthTag()]);
}

/** HKDF-Expand-Label (RFC 8446 §7.1); one block of output is all that is asked here. */
function expandLabel(hash: string, secret: Buffer, label: string, length: number): Buffer {
  const full = Buffer.from(`tls13 ${label}`);
  const info = Buffer.concat([Buffer.from([0, length, full.length]), full, Buffer.from([0, 1])]);
  return createHmac(hash, secret).update(info).digest().subarray(0, length);
}
