// `openssl s_server`, which does with TLS exactly what it is told. It speaks no MQTT: where
// the handshake is well, what is missing is an answer to CONNECT.

import assert from 'node:assert/strict';
import { getDiffieHellman } from 'node:crypto';
import { describe, test } from 'node:test';
import { mintAuthority, selfSigned } from '../lab/certificates.ts';
import { shutPort } from '../lab/dead-ports.ts';
import { expired, forClients, forServers } from '../lab/order.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { check, factsIn, type Visit } from './doctor.ts';
import { loopback } from './setup.ts';
import { assertCause } from './verdict.ts';

const commonName = 'broker.test';
const ca = await mintAuthority({ name: 'Lab Root CA' });
const stranger = await mintAuthority({ name: 'Another Root CA' });
const intermediate = await ca.intermediate({ commonName: 'Lab Intermediate CA' });
const server = await ca.issue({ commonName });
const rsa = await ca.issue({ commonName, key: 'rsa2048' });
const below = await intermediate.issue({ commonName });
const device = { commonName: 'device-7', ...forClients };
const clients = {
  good: await ca.issue(device),
  stranger: await stranger.issue(device),
  expired: await ca.issue({ ...device, ...expired }),
  self: await selfSigned(device),
  server: await ca.issue({ ...device, ...forServers }),
};

/** No option lets it take the group. */
const lenient = `openssl_conf = a
[a]
ssl_conf = b
[b]
system_default = c
[c]
CipherString = DEFAULT@SECLEVEL=0
`;

const files: Record<string, string> = {
  'ca.crt': ca.cert,
  'intermediate.crt': intermediate.cert,
  'server.crt': server.cert,
  'server.key': server.key,
  'rsa.crt': rsa.cert,
  'rsa.key': rsa.key,
  'below.crt': below.cert,
  'below.key': below.key,
  'dh.pem': smallGroup(),
  'lenient.cnf': lenient,
};
for (const [name, { cert, key }] of Object.entries(clients)) {
  files[`client-${name}.crt`] = cert;
  files[`client-${name}.key`] = key;
}

/** Of 1024 bits: the second group of RFC 2409, as `DHParameter` (PKCS #3). */
function smallGroup(): string {
  const prime = getDiffieHellman('modp2').getPrime();
  const head = [0x30, 0x81, 0x87, 0x02, 0x81, 0x81, 0x00];
  const der = Buffer.from([...head, ...prime, 0x02, 0x01, 0x02]);
  return `-----BEGIN DH PARAMETERS-----\n${der.toString('base64')}\n-----END DH PARAMETERS-----\n`;
}

const shows = (name: string) => ['-cert', `${name}.crt`, '-key', `${name}.key`];

async function serve(...args: readonly string[]): Promise<Daemon> {
  const port = await shutPort(loopback);
  return startDaemon({
    port,
    command: 'openssl',
    args: ['s_server', '-accept', `${loopback}:${port}`, ...args],
    comesIn: 'openssl',
    ready: /^ACCEPT/m,
    files,
    env: args.includes('-dhparam') ? { OPENSSL_CONF: 'lenient.cnf' } : {},
  });
}

const visitTo = (daemon: Daemon, ...args: readonly string[]) =>
  check([...daemon.secure, '--ca', daemon.file('ca.crt'), '--timeout', '1500', ...args]);
const limitedTo = (tls: string) => ['--tls-min', tls, '--tls-max', tls];
const keysOf = (daemon: Daemon, name: keyof typeof clients) => [
  ...['--cert', daemon.file(`client-${name}.crt`)],
  ...['--key', daemon.file(`client-${name}.key`)],
];

/** TLS is well, and then nothing answers. */
function assertShook(visit: Visit, daemon: Daemon) {
  assertCause(visit, 'connect/timeout', daemon);
  assert.equal(visit.report.checks.find(({ id }) => id === 'tls')?.status, 'ok');
}

describe('s_server', { concurrency: 3 }, () => {
  for (const [flag, version] of [
    ['-tls1_2', 'TLSv1.2'],
    ['-tls1_3', 'TLSv1.3'],
  ] as const) {
    test(`s_server with ${version} alone completes the handshake`, async () => {
      await using daemon = await serve(...shows('server'), flag);
      const visit = await visitTo(daemon);
      assertShook(visit, daemon);
      assert.equal(factsIn(visit, 'tls').version, version);
    });
  }

  test('s_server with TLS 1.2 alone, and a client from 1.3 on', async () => {
    await using daemon = await serve(...shows('server'), '-tls1_2');
    assertCause(await visitTo(daemon, '--tls-min', '1.3'), 'tls/version-unsupported', daemon);
  });

  test('s_server with TLS 1.3 alone, and a client up to 1.2', async () => {
    await using daemon = await serve(...shows('server'), '-tls1_3');
    assertCause(await visitTo(daemon, '--tls-max', '1.2'), 'tls/version-unsupported', daemon);
  });

  for (const flag of ['-tls1', '-tls1_1']) {
    test(`s_server with ${flag} alone, and a client of today`, async () => {
      await using daemon = await serve(...shows('rsa'), flag, '-cipher', 'ALL:@SECLEVEL=0');
      assertCause(await visitTo(daemon), 'tls/version-unsupported', daemon);
    });
  }

  const psk = ['-nocert', '-psk', '00112233445566778899aabbccddeeff'];

  test('s_server with pre-shared keys alone (TLS 1.2)', async () => {
    await using daemon = await serve(...psk, '-tls1_2');
    assertCause(await visitTo(daemon), 'tls/cipher-mismatch', daemon);
  });

  test('s_server without any certificate (anonymous Diffie-Hellman)', async () => {
    const anonymous = ['-cipher', 'ADH-AES256-GCM-SHA384:@SECLEVEL=0', '-tls1_2'];
    await using daemon = await serve('-nocert', ...anonymous);
    assertCause(await visitTo(daemon), 'tls/cipher-mismatch', daemon);
  });

  for (const [name, ...args] of [
    ['pre-shared keys alone (TLS 1.3)', ...psk, '-tls1_3'],
    ['encryption off', ...shows('rsa'), '-cipher', 'NULL-SHA256:@SECLEVEL=0', '-tls1_2'],
    [
      'an ECDSA certificate, and ciphers for RSA only',
      ...shows('server'),
      '-cipher',
      'aRSA',
      '-tls1_2',
    ],
    ['a curve that no client of today offers', ...shows('server'), '-groups', 'sect571r1'],
  ] as const) {
    test(`s_server with ${name}`, async () => {
      await using daemon = await serve(...args);
      assertCause(await visitTo(daemon), 'tls/cipher-mismatch', daemon);
    });
  }

  test('s_server with a Diffie-Hellman group that is too small', async () => {
    const small = ['-cipher', 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0', '-tls1_2'];
    await using daemon = await serve(...shows('rsa'), ...small, '-dhparam', 'dh.pem');
    assertCause(await visitTo(daemon), 'tls/cipher-mismatch', daemon);
  });

  for (const tls of ['1.2', '1.3']) {
    const demanding = ['-Verify', '2', '-verify_return_error', '-CAfile', 'ca.crt'];

    test(`TLS ${tls}: s_server demands a client certificate`, async () => {
      await using daemon = await serve(...shows('server'), ...demanding);
      const visit = await visitTo(daemon, ...limitedTo(tls));
      assertCause(visit, 'tls/client-cert-required', daemon);
      assertShook(await visitTo(daemon, ...limitedTo(tls), ...keysOf(daemon, 'good')), daemon);
    });

    for (const [name, cause] of [
      ['stranger', 'tls/client-cert-unknown-ca'],
      ['self', 'tls/client-cert-unknown-ca'],
      ['expired', 'input/client-cert-expired'],
      ['server', 'tls/client-cert-rejected'],
    ] as const) {
      test(`TLS ${tls}: s_server is shown a client certificate (${name})`, async () => {
        await using daemon = await serve(...shows('server'), ...demanding);
        const visit = await visitTo(daemon, ...limitedTo(tls), ...keysOf(daemon, name));
        assertCause(visit, cause, daemon);
      });
    }

    test(`TLS ${tls}: s_server asks for a certificate, and goes on without`, async () => {
      await using daemon = await serve(...shows('server'), '-verify', '2', '-CAfile', 'ca.crt');
      assertShook(await visitTo(daemon, ...limitedTo(tls)), daemon);
    });

    test(`TLS ${tls}: s_server knows one protocol (ALPN) and refuses others`, async () => {
      await using daemon = await serve(...shows('server'), '-alpn', 'mqtt');
      const limit = limitedTo(tls);
      assertCause(await visitTo(daemon, ...limit, '--alpn', 'h2'), 'alpn/rejected', daemon);
      assertShook(await visitTo(daemon, ...limit, '--alpn', 'mqtt'), daemon);
      assertShook(await visitTo(daemon, ...limit), daemon);
    });

    test(`TLS ${tls}: s_server knows one name (SNI) and refuses others`, async () => {
      const fatal = ['-servername', commonName, '-servername_fatal'];
      const second = ['-cert2', 'server.crt', '-key2', 'server.key'];
      await using daemon = await serve(...shows('server'), ...fatal, ...second);
      const limit = limitedTo(tls);
      assertCause(
        await visitTo(daemon, ...limit, '--sni', 'other.test'),
        'tls/sni-unknown',
        daemon,
      );
      assertShook(await visitTo(daemon, ...limit), daemon);
    });

    test(`TLS ${tls}: s_server with and without its intermediate certificate`, async () => {
      await using alone = await serve(...shows('below'));
      assertCause(await visitTo(alone, ...limitedTo(tls)), 'tls/missing-intermediate', alone);
      await using whole = await serve(...shows('below'), '-cert_chain', 'intermediate.crt');
      assertShook(await visitTo(whole, ...limitedTo(tls)), whole);
    });

    test(`TLS ${tls}: s_server as a web server`, async () => {
      await using daemon = await serve(...shows('server'), '-www');
      assertCause(await visitTo(daemon, ...limitedTo(tls)), 'protocol/http', daemon);
    });
  }
});
