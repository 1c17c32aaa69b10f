import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { test } from 'node:test';
import { readServerFlight, type ServerFlight } from '../../src/checks/tls-flight.ts';
import { readRecords } from '../../src/checks/tls-records.ts';
import { expandLabel } from '../../src/checks/tls-secrets.ts';
import { name, selfSigned } from './der-writer.ts';
import { recordFlight } from './recorded-flight.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const u8 = (bytes: Buffer) => Buffer.concat([Buffer.from([bytes.length]), bytes]);
const u16 = (bytes: Buffer) =>
  Buffer.concat([hex('0000'), bytes])
    .fill(bytes.length >> 8, 0, 1)
    .fill(bytes.length & 0xff, 1, 2);
const u24 = (bytes: Buffer) => Buffer.concat([Buffer.from([0]), u16(bytes)]);
const record = (type: number, fragment: Buffer) =>
  Buffer.concat([Buffer.from([type, 3, 3]), u16(fragment)]);
const message = (type: number, body: Buffer) => Buffer.concat([Buffer.from([type]), u24(body)]);

/** Version, random, session id, cipher suite, compression, extensions. */
const serverHello = (version: string, suite: string, extensions: Buffer) =>
  message(
    2,
    Buffer.concat([
      hex(version),
      Buffer.alloc(32, 1),
      hex('00'),
      hex(suite),
      hex('00'),
      extensions,
    ]),
  );
const hello13 = serverHello('0303', '1301', u16(hex('002b 0002 0304')));

const secret = (fill: number) => Buffer.alloc(32, fill);
const keyLog = [
  `SERVER_HANDSHAKE_TRAFFIC_SECRET ${'00'.repeat(32)} ${secret(1).toString('hex')}\n`,
  `SERVER_TRAFFIC_SECRET_0 ${'00'.repeat(32)} ${secret(2).toString('hex')}\n`,
];

/** An encrypted record: content, its type, padding. */
function sealed(key: Buffer, sequence: number, type: number, content: Buffer, padding = 0): Buffer {
  const inner = Buffer.concat([content, Buffer.from([type]), Buffer.alloc(padding)]);
  const header = Buffer.concat([
    hex('17 03 03'),
    u16(Buffer.alloc(inner.length + 16)).subarray(0, 2),
  ]);
  const nonce = expandLabel('sha256', key, 'iv', 12);
  nonce[11] = (nonce[11] ?? 0) ^ sequence;
  const cipher = createCipheriv('aes-128-gcm', expandLabel('sha256', key, 'key', 16), nonce);
  cipher.setAAD(header);
  return Buffer.concat([header, cipher.update(inner), cipher.final(), cipher.getAuthTag()]);
}

const namesOf = ({ messages }: ServerFlight) => messages.map((each) => each.name);

const encryptedExtensions = message(
  8,
  u16(Buffer.concat([hex('0010'), u16(u16(u8(Buffer.from('mqtt'))))])),
);
const certificateRequest = message(
  13,
  Buffer.concat([hex('00'), u16(Buffer.concat([hex('002f'), u16(u16(u16(name('CA', 'Org'))))]))]),
);
const finished = message(20, Buffer.alloc(32));

test('messages that share a padded record are all read, and the keys change after Finished', () => {
  const together = Buffer.concat([encryptedExtensions, certificateRequest, finished]);
  const seen = readServerFlight(
    Buffer.concat([
      record(22, hello13),
      record(20, hex('01')),
      sealed(secret(1), 0, 22, together, 100),
      sealed(secret(2), 0, 23, Buffer.from('application data')),
      sealed(secret(2), 1, 21, hex('02 30')),
    ]),
    keyLog,
  );
  assert.deepEqual(namesOf(seen), [
    'ServerHello',
    'EncryptedExtensions',
    'CertificateRequest',
    'Finished',
  ]);
  assert.equal(seen.alpn, 'mqtt');
  assert.deepEqual(seen.authorities, ['CN=CA, O=Org']);
  assert.deepEqual(seen.alerts, [{ level: 2, number: 48, encrypted: true }]);
});

test('an alert between ServerHello and Finished is read under the handshake keys', () => {
  const bytes = Buffer.concat([
    record(22, hello13),
    sealed(secret(1), 0, 22, encryptedExtensions),
    sealed(secret(1), 1, 21, hex('02 50')),
  ]);
  const seen = readServerFlight(bytes, keyLog);
  assert.deepEqual(seen.alerts, [{ level: 2, number: 80, encrypted: true }]);
  // It may have wanted one: the flight broke off before that was known.
  assert.equal(seen.clientCertificateRequested, null);
});

test('a message in records of one byte each is put together', async () => {
  const { bytes } = await recordFlight(selfSigned('broker.example.com'), { maxVersion: 'TLSv1.2' });
  const pieces: Buffer[] = [];
  for (const { type, fragment } of readRecords(bytes)) {
    if (type !== 22) break;
    for (const byte of fragment) pieces.push(record(22, Buffer.from([byte])));
  }
  const { messages, certificates } = readServerFlight(bytes, []);
  const seen = readServerFlight(Buffer.concat([...pieces, record(20, hex('01'))]), []);
  assert.equal(certificates.length, 1);
  assert.deepEqual(seen.messages, messages);
  assert.deepEqual(seen.certificates, certificates);
});

test('half a message before the keys change is not joined to what comes after', () => {
  const bytes = Buffer.concat([
    record(22, Buffer.concat([hello13, hex('0b 00')])),
    sealed(secret(1), 0, 22, encryptedExtensions),
  ]);
  assert.deepEqual(namesOf(readServerFlight(bytes, keyLog)), [
    'ServerHello',
    'EncryptedExtensions',
  ]);
});

test('what comes in the clear after a ServerHello of TLS 1.3 is not believed, alerts aside', () => {
  const bytes = Buffer.concat([
    record(22, hello13),
    record(22, certificateRequest),
    record(21, hex('02 28 00')),
    record(21, hex('02 28')),
  ]);
  const seen = readServerFlight(bytes, keyLog);
  assert.deepEqual(namesOf(seen), ['ServerHello']);
  assert.equal(seen.clientCertificateRequested, null);
  assert.deepEqual(seen.alerts, [{ level: 2, number: 40, encrypted: false }]);
});

test('a ServerHello that ends too soon, or of an unknown version, is none', () => {
  const short = message(2, hex('0303'));
  assert.equal(readServerFlight(record(22, short), []).serverHello, null);
  const unknown = serverHello('0399', 'c02f', hex(''));
  assert.equal(readServerFlight(record(22, unknown), []).serverHello, null);
});

test('a certificate that is empty or reaches past its list is left out', () => {
  const list = Buffer.concat([u24(hex('')), u24(hex('30 00')), hex('00 00 09 30')]);
  const bytes = record(
    22,
    Buffer.concat([serverHello('0303', 'c02f', hex('')), message(11, u24(list))]),
  );
  assert.deepEqual(readServerFlight(bytes, []).certificates.map(Buffer.from), [hex('30 00')]);
});

test('an SSLv3 server that sends no extensions is named', () => {
  const seen = readServerFlight(record(22, serverHello('0300', '002f', hex(''))), []);
  assert.deepEqual(seen.serverHello, { version: 'SSLv3', cipherSuite: 0x2f });
});

test('a flight that is cut before ServerHelloDone does not tell whether a certificate is wanted', () => {
  const hello = serverHello('0303', 'c02f', hex(''));
  const begun = Buffer.concat([hello, message(11, u24(u24(Buffer.from('der'))))]);
  assert.equal(readServerFlight(record(22, begun), []).clientCertificateRequested, null);
  const done = record(22, Buffer.concat([begun, message(14, hex(''))]));
  assert.equal(readServerFlight(done, []).clientCertificateRequested, false);
  assert.equal(readServerFlight(done.subarray(0, -1), []).serverHello, null);
});

test('after ChangeCipherSpec of TLS 1.2 nothing encrypted is mistaken for an alert', () => {
  const bytes = Buffer.concat([
    record(22, serverHello('0303', 'c02f', hex(''))),
    record(20, hex('01')),
    record(21, hex('02 28')),
  ]);
  assert.deepEqual(readServerFlight(bytes, []).alerts, []);
});

test('a hostile server cannot fill a report', () => {
  const certificates = message(
    11,
    u24(Buffer.concat(Array.from({ length: 5000 }, () => u24(hex('30'))))),
  );
  const hello = serverHello('0303', 'c02f', hex(''));
  const seen = readServerFlight(
    Buffer.concat([
      record(22, hello),
      ...[certificates.subarray(0, 15_000), certificates.subarray(15_000)].map((part) =>
        record(22, part),
      ),
      ...Array.from({ length: 500 }, () => record(21, hex('01 00'))),
      ...Array.from({ length: 500 }, () => record(22, message(0, hex('')))),
    ]),
    [],
  );
  assert.equal(seen.certificates.length, 64);
  assert.equal(seen.alerts.length, 100);
  assert.equal(seen.messages.length, 100);
});

test('what begins like TLS is TLS; what does not, is not; nothing is neither', () => {
  for (const text of ['', '15', '16 03', '15 03 03 00 02 02 28', '16 03 01 40']) {
    assert.equal(readServerFlight(hex(text), []).notTls, false, text);
  }
  for (const text of ['48 54 54 50', '20 02 00 05', '16 04', '16 03 05', '16 03 03 ff ff', '00']) {
    assert.equal(readServerFlight(hex(text), []).notTls, true, text);
  }
});

test('garbage after a record leaves what came before it', () => {
  const bytes = Buffer.concat([record(21, hex('02 46')), Buffer.from('HTTP/1.1 400 Bad Request')]);
  assert.deepEqual(readServerFlight(bytes, []).alerts, [
    { level: 2, number: 70, encrypted: false },
  ]);
});

const extra = [record(22, hello13), sealed(secret(1), 0, 22, certificateRequest)];

test('no bytes and no key log make it throw', async () => {
  const broker = selfSigned('broker.example.com');
  const wanted = {
    requestCert: true,
    rejectUnauthorized: false,
    ca: broker.cert,
    ALPNProtocols: ['mqtt'],
  };
  const offered = { ALPNProtocols: ['mqtt'] };
  const flights = [
    await recordFlight({ ...broker, ...wanted }, { ...offered, maxVersion: 'TLSv1.2' }),
    await recordFlight({ ...broker, ...wanted }, { ...offered, minVersion: 'TLSv1.3' }),
    { bytes: Buffer.concat(extra), keyLog },
  ];
  const random = seeded(2026);
  const below = (max: number) => Math.floor(random() * max);
  for (const { bytes, keyLog: lines } of flights) {
    for (let length = 0; length <= bytes.length; length += 1) {
      readOrExplain(bytes.subarray(0, length), lines);
    }
    for (let round = 0; round < 4000; round += 1) {
      const mutant = Buffer.from(bytes);
      for (let n = below(4); n >= 0; n -= 1) mutant[below(mutant.length)] = below(256);
      const from = below(8) === 0 ? below(mutant.length) : 0;
      const mutantLines = below(8) === 0 ? lines.map((line) => line.slice(below(90))) : lines;
      readOrExplain(mutant.subarray(from, mutant.length - below(40)), mutantLines);
    }
  }
});

/** The messages inside a record cannot be reached through its tag: these are altered before. */
test('no message under good keys makes it throw', () => {
  const random = seeded(7);
  const below = (max: number) => Math.floor(random() * max);
  const certificate = message(
    11,
    Buffer.concat([hex('00'), u24(Buffer.concat([u24(selfSigned('b').der), u16(hex(''))]))]),
  );
  const inside = Buffer.concat([encryptedExtensions, certificateRequest, certificate]);
  for (let round = 0; round < 4000; round += 1) {
    const mutant = Buffer.from(inside);
    for (let n = below(4); n >= 0; n -= 1) mutant[below(mutant.length)] = below(256);
    const bytes = Buffer.concat([record(22, hello13), sealed(secret(1), 0, 22, mutant)]);
    const seen = readOrExplain(bytes, keyLog);
    assert.equal(seen.serverHello?.version, 'TLSv1.3');
  }
});

function readOrExplain(bytes: Buffer, lines: readonly string[]): ServerFlight {
  try {
    return readServerFlight(bytes, lines);
  } catch (cause) {
    throw new Error(`thrown by ${bytes.toString('hex')} with ${lines.join('')}`, { cause });
  }
}

/** A linear congruential generator: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
