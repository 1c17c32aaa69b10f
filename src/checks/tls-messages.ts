// Reads the bodies of the handshake messages that a TLS server sends (RFC 5246 §7.4,
// RFC 8446 §4). Pure; a body that makes no sense gives null or nothing, never an exception.

import { nameText } from './distinguished-name.ts';
import { VectorReader } from './tls-vectors.ts';

/** Far more than honest servers send; each keeps a hostile one from filling a report. */
const maxCertificates = 64;
const maxAuthorities = 64;

export type SeenVersion = 'SSLv3' | 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
const versions: ReadonlyMap<number, SeenVersion> = new Map([
  [0x0300, 'SSLv3'],
  [0x0301, 'TLSv1'],
  [0x0302, 'TLSv1.1'],
  [0x0303, 'TLSv1.2'],
  [0x0304, 'TLSv1.3'],
]);

const names: Readonly<Record<number, string>> = {
  0: 'HelloRequest',
  2: 'ServerHello',
  4: 'NewSessionTicket',
  8: 'EncryptedExtensions',
  11: 'Certificate',
  12: 'ServerKeyExchange',
  13: 'CertificateRequest',
  14: 'ServerHelloDone',
  15: 'CertificateVerify',
  20: 'Finished',
  22: 'CertificateStatus',
  24: 'KeyUpdate',
  25: 'CompressedCertificate',
};

export function messageName(type: number): string {
  return names[type] ?? `handshake message ${type}`;
}

const extensionTypes = { alpn: 16, supportedVersions: 43, certificateAuthorities: 47 } as const;

/** SHA-256 of "HelloRetryRequest", in the place of the random (RFC 8446 §4.1.3). */
const retryRandom = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';

export interface ServerHello {
  /** A HelloRetryRequest, which has the form of a ServerHello. */
  readonly retry: boolean;
  readonly version: SeenVersion;
  readonly cipherSuite: number;
  /** TLS 1.3 has it in EncryptedExtensions instead. */
  readonly alpn: string | null;
}

export function readServerHello(body: Uint8Array): ServerHello | null {
  const reader = new VectorReader(body);
  const legacyVersion = reader.number(2);
  const random = reader.bytes(32);
  reader.vector(1); // the session id
  const cipherSuite = reader.number(2);
  reader.number(1); // the compression
  const extensions = readExtensions(reader);
  const selected = extensions.get(extensionTypes.supportedVersions);
  const version = versions.get(selected ? new VectorReader(selected).number(2) : legacyVersion);
  if (reader.cut || !version) return null;
  const retry = Buffer.from(random).toString('hex') === retryRandom;
  return { retry, version, cipherSuite, alpn: selectedAlpn(extensions) };
}

/** The ALPN name that EncryptedExtensions selects; null: none. */
export function readEncryptedAlpn(body: Uint8Array): string | null {
  return selectedAlpn(readExtensions(new VectorReader(body)));
}

/** The certificates' DER, in the order sent. */
export function readCertificates(body: Uint8Array, version: SeenVersion): readonly Uint8Array[] {
  const reader = new VectorReader(body);
  if (version === 'TLSv1.3') reader.vector(1); // the request's context
  const list = new VectorReader(reader.vector(3));
  const certificates: Uint8Array[] = [];
  while (list.more && certificates.length < maxCertificates) {
    const der = list.vector(3);
    if (version === 'TLSv1.3') list.vector(2); // the certificate's extensions
    if (!list.cut && der.length > 0) certificates.push(der);
  }
  return certificates;
}

/** The subjects of the authorities that a CertificateRequest names, if any. */
export function readAuthorities(body: Uint8Array, version: SeenVersion): readonly string[] {
  const reader = new VectorReader(body);
  reader.vector(1); // the certificate types; in TLS 1.3 the context
  if (version === 'TLSv1.3') {
    const extension = readExtensions(reader).get(extensionTypes.certificateAuthorities);
    return extension ? readNames(new VectorReader(extension)) : [];
  }
  if (version === 'TLSv1.2') reader.vector(2); // the signature algorithms
  return readNames(reader);
}

function readNames(reader: VectorReader): readonly string[] {
  const list = new VectorReader(reader.vector(2));
  const subjects: string[] = [];
  while (list.more && subjects.length < maxAuthorities) {
    const der = list.vector(2);
    if (!list.cut) subjects.push(nameText(der));
  }
  return subjects;
}

function readExtensions(reader: VectorReader): ReadonlyMap<number, Uint8Array> {
  const extensions = new Map<number, Uint8Array>();
  // Before TLS 1.3 a ServerHello may end without the vector.
  if (!reader.more) return extensions;
  const list = new VectorReader(reader.vector(2));
  while (list.more) {
    const type = list.number(2);
    const data = list.vector(2);
    if (!list.cut) extensions.set(type, data);
  }
  return extensions;
}

function selectedAlpn(extensions: ReadonlyMap<number, Uint8Array>): string | null {
  const extension = extensions.get(extensionTypes.alpn);
  if (!extension) return null;
  // A list of exactly one name (RFC 7301 §3.1).
  const name = new VectorReader(new VectorReader(extension).vector(2)).vector(1);
  return name.length > 0 ? Buffer.from(name).toString('latin1') : null;
}
