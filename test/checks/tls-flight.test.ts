import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConnectionOptions, TlsOptions } from 'node:tls';
import { readServerFlight, type ServerFlight } from '../../src/checks/tls-flight.ts';
import { selfSigned } from './der-writer.ts';
import { recordFlight } from './recorded-flight.ts';

const broker = selfSigned('broker.example.com');
const authority = selfSigned('Device CA, "new"');

const only = (version: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') => ({
  minVersion: version,
  maxVersion: version,
  ...(version < 'TLSv1.2' ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
});

async function flight(server: TlsOptions, client: ConnectionOptions = {}): Promise<ServerFlight> {
  const { bytes, keyLog } = await recordFlight({ ...broker, ...server }, client);
  return readServerFlight(bytes, keyLog);
}

const namesOf = ({ messages }: ServerFlight) => messages.map((message) => message.name);

test('a TLS 1.2 server is read up to its ChangeCipherSpec', async () => {
  const seen = await flight(
    { ALPNProtocols: ['mqtt'] },
    { ...only('TLSv1.2'), ALPNProtocols: ['x', 'mqtt'] },
  );
  assert.equal(seen.serverHello?.version, 'TLSv1.2');
  assert.equal(seen.alpn, 'mqtt');
  assert.deepEqual(seen.certificates.map(Buffer.from), [broker.der]);
  assert.equal(seen.clientCertificateRequested, false);
  assert.deepEqual(seen.alerts, []);
  assert.equal(seen.notTls, false);
  assert.deepEqual(namesOf(seen), [
    'ServerHello',
    'Certificate',
    'ServerKeyExchange',
    'ServerHelloDone',
    'NewSessionTicket',
  ]);
  // Type and length, the list's length, the certificate's length.
  assert.equal(seen.messages[1]?.bytes, 4 + 3 + 3 + broker.der.length);
});

test('a TLS 1.2 server names the authorities it accepts, and refuses in the clear', async () => {
  const seen = await flight(
    { requestCert: true, ca: [authority.cert, broker.cert] },
    only('TLSv1.2'),
  );
  assert.equal(seen.clientCertificateRequested, true);
  assert.deepEqual(seen.authorities, [
    'CN=Device CA\\, \\"new\\", O=Example',
    'CN=broker.example.com, O=Example',
  ]);
  assert.deepEqual(seen.alerts, [{ level: 2, number: 40, encrypted: false }]);
});

for (const version of ['TLSv1', 'TLSv1.1'] as const) {
  test(`a ${version} server is read, with its request for a certificate`, async () => {
    const options = { requestCert: true, rejectUnauthorized: false, ca: authority.cert };
    const seen = await flight({ ...options, ...only(version) }, only(version));
    assert.equal(seen.serverHello?.version, version);
    assert.equal(seen.clientCertificateRequested, true);
    assert.deepEqual(seen.authorities, ['CN=Device CA\\, \\"new\\", O=Example']);
    assert.equal(seen.certificates.length, 1);
  });
}

for (const [cipher, number] of [
  ['TLS_AES_128_GCM_SHA256', 0x1301],
  ['TLS_AES_256_GCM_SHA384', 0x1302],
  ['TLS_CHACHA20_POLY1305_SHA256', 0x1303],
] as const) {
  test(`a TLS 1.3 server's encrypted messages are read under ${cipher}`, async () => {
    const seen = await flight(
      { ALPNProtocols: ['mqtt'], requestCert: true, rejectUnauthorized: false, ca: authority.cert },
      { ...only('TLSv1.3'), ciphers: cipher, ALPNProtocols: ['mqtt'] },
    );
    assert.deepEqual(seen.serverHello, { version: 'TLSv1.3', cipherSuite: number });
    assert.equal(seen.alpn, 'mqtt');
    assert.deepEqual(seen.certificates.map(Buffer.from), [broker.der]);
    assert.equal(seen.clientCertificateRequested, true);
    assert.deepEqual(seen.authorities, ['CN=Device CA\\, \\"new\\", O=Example']);
    assert.deepEqual(namesOf(seen).slice(0, 6), [
      'ServerHello',
      'EncryptedExtensions',
      'CertificateRequest',
      'Certificate',
      'CertificateVerify',
      'Finished',
    ]);
    // The close_notify with which the server ends, under the application keys.
    assert.deepEqual(seen.alerts, [{ level: 1, number: 0, encrypted: true }]);
  });
}

test('a TLS 1.3 server that wants no certificate and no ALPN is known to want none', async () => {
  const seen = await flight({}, only('TLSv1.3'));
  assert.equal(seen.clientCertificateRequested, false);
  assert.equal(seen.alpn, null);
  assert.ok(namesOf(seen).includes('NewSessionTicket'));
});

test('the late alert of TLS 1.3 for a missing certificate is read', async () => {
  const options = { ...only('TLSv1.3'), requestCert: true, ca: authority.cert };
  const { bytes, keyLog, error } = await recordFlight({ ...broker, ...options });
  assert.equal(error, 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED');
  const seen = readServerFlight(bytes, keyLog);
  assert.deepEqual(seen.alerts, [{ level: 2, number: 116, encrypted: true }]);
  assert.equal(seen.clientCertificateRequested, true);
});

test('a HelloRetryRequest is told from the ServerHello that follows it', async () => {
  const { bytes, keyLog } = await recordFlight(
    { ...broker, ecdhCurve: 'P-384' },
    { ...only('TLSv1.3'), ecdhCurve: 'X25519:P-384' },
  );
  const seen = readServerFlight(bytes, keyLog);
  assert.deepEqual(namesOf(seen).slice(0, 3), [
    'HelloRetryRequest',
    'ServerHello',
    'EncryptedExtensions',
  ]);
  assert.equal(seen.serverHello?.version, 'TLSv1.3');
  assert.equal(seen.certificates.length, 1);

  const retryOnly = readServerFlight(bytes.subarray(0, 5 + bytes.readUInt16BE(3)), keyLog);
  assert.deepEqual(namesOf(retryOnly), ['HelloRetryRequest']);
  assert.equal(retryOnly.serverHello, null);
});

test('without the secrets TLS 1.3 shows its ServerHello and nothing else', async () => {
  const { bytes, keyLog } = await recordFlight(broker, only('TLSv1.3'));
  const wrong = keyLog.map((line) =>
    line.replace(/[0-9a-f]+\n$/, (hex) => `${'0'.repeat(hex.length - 1)}\n`),
  );
  for (const lines of [[], wrong, ['nonsense', '']]) {
    const seen = readServerFlight(bytes, lines);
    assert.equal(seen.serverHello?.version, 'TLSv1.3');
    assert.deepEqual(namesOf(seen), ['ServerHello']);
    assert.equal(seen.clientCertificateRequested, null);
    assert.deepEqual(seen.certificates, []);
    assert.deepEqual(seen.alerts, []);
  }
});

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`a resumed ${version} handshake shows no certificate, and asks for none`, async () => {
    const server = { ...broker, ticketKeys: Buffer.alloc(48, 7) };
    const first = await recordFlight(server, only(version));
    assert.ok(first.session);
    const { bytes, keyLog } = await recordFlight(server, {
      ...only(version),
      session: first.session,
    });
    const seen = readServerFlight(bytes, keyLog);
    assert.equal(seen.serverHello?.version, version);
    assert.deepEqual(seen.certificates, []);
    assert.equal(seen.clientCertificateRequested, false);
  });
}

const refusals: [string, TlsOptions, ConnectionOptions, number][] = [
  ['no common version', { minVersion: 'TLSv1.3' }, only('TLSv1.2'), 70],
  ['no common cipher', { ciphers: 'ECDHE-RSA-AES128-GCM-SHA256', ...only('TLSv1.2') }, {}, 40],
  ['no common ALPN name', { ALPNProtocols: ['mqtt'] }, { ALPNProtocols: ['x'] }, 120],
];
for (const [what, server, client, number] of refusals) {
  test(`the alert for ${what} is read, and no ServerHello`, async () => {
    const seen = await flight(server, client);
    assert.deepEqual(seen.alerts, [{ level: 2, number, encrypted: false }]);
    assert.equal(seen.serverHello, null);
    assert.equal(seen.clientCertificateRequested, null);
  });
}

test('a chain is given in the order sent, and spans records where it is large', async () => {
  const names = Array.from({ length: 900 }, (_, n) => `device-${n}.broker.example.com`);
  const large = selfSigned('large.example.com', names);
  assert.ok(large.der.length > 20_000);
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
    const seen = await flight({ ...large, cert: large.cert + authority.cert }, only(version));
    assert.deepEqual(seen.certificates.map(Buffer.from), [large.der, authority.der], version);
  }
});

test('no more than 64 authorities are listed', async () => {
  const many = Array.from({ length: 70 }, (_, n) => selfSigned(`Authority ${n}`).cert);
  const seen = await flight({ requestCert: true, ca: many }, only('TLSv1.3'));
  assert.equal(seen.authorities.length, 64);
  assert.equal(seen.authorities[0], 'CN=Authority 0, O=Example');
});
