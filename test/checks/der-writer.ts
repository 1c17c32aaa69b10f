// Writes DER, as much of it as names and a server's certificate need.

import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  if (length < 0x100) return Buffer.concat([Buffer.from([tag, 0x81, length]), content]);
  return Buffer.concat([Buffer.from([tag, 0x82, length >> 8, length & 0xff]), content]);
}

export const sequence = (...contents: readonly Uint8Array[]) => der(0x30, ...contents);

export function oid(dotted: string): Buffer {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  return der(0x06, ...[first * 40n + second, ...rest].map(arcBytes));
}

function arcBytes(arc: bigint): Buffer {
  const bytes = [Number(arc & 0x7fn)];
  for (let left = arc >> 7n; left > 0n; left >>= 7n) bytes.unshift(Number(left & 0x7fn) | 0x80);
  return Buffer.from(bytes);
}

export const utf8 = (text: string) => der(0x0c, Buffer.from(text));

/** One set with one attribute. */
export const part = (type: string, value: Buffer) => der(0x31, sequence(oid(type), value));

/** A name of `CN=` and `O=`, in the order of certificates: the organisation first. */
export function name(commonName: string, organisation: string): Buffer {
  return sequence(part('2.5.4.10', utf8(organisation)), part('2.5.4.3', utf8(commonName)));
}

export interface Identity {
  readonly cert: string;
  readonly key: string;
  readonly der: Buffer;
}

/** A self-signed authority of its own that lists `names`. */
export function selfSigned(commonName: string, names: readonly string[] = [commonName]): Identity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('1.2.840.10045.4.3.2'));
  const subject = name(commonName, 'Example');
  const time = (text: string) => der(0x18, Buffer.from(text));
  const alternatives = sequence(...names.map((each) => der(0x82, Buffer.from(each))));
  const extension = (id: string, value: Buffer) => sequence(oid(id), der(0x04, value));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    subject,
    sequence(time('20200101000000Z'), time('20991231000000Z')),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        extension('2.5.29.17', alternatives),
        extension('2.5.29.19', sequence(der(0x01, Buffer.from([0xff])))),
      ),
    ),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const bytes = sequence(body, algorithm, signature);
  return { cert: pem(bytes), key: pemKey(privateKey), der: bytes };
}

function pem(bytes: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`;
}

function pemKey(key: KeyObject): string {
  return String(key.export({ type: 'pkcs8', format: 'pem' }));
}
