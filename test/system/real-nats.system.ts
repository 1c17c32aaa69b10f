// NATS with its MQTT gateway: MQTT 3.1.1 only, and ports for its own protocol beside.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { shutPort } from '../lab/dead-ports.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { check, factsIn } from './doctor.ts';
import { loopback } from './setup.ts';
import { assertCause, assertNowhere, assertWell } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const server = await ca.issue({ commonName: 'broker.test' });

interface Nats {
  /** Inside `mqtt {}`. */
  readonly mqtt?: string;
  readonly settings?: string;
}

/** `port` of the daemon is that for MQTT; the other one is for NATS clients. */
async function startNats({ mqtt = '', settings = '' }: Nats = {}) {
  const port = await shutPort(loopback);
  const own = await shutPort(loopback);
  const nats: Daemon = await startDaemon({
    port,
    command: 'nats-server',
    args: ['-c', 'nats.conf'],
    comesIn: 'nats-server',
    ready: /Server is ready/,
    files: {
      'ca.crt': ca.cert,
      'server.crt': server.fullchain,
      'server.key': server.key,
      'nats.conf': `
        server_name: lab
        host: "${loopback}"
        port: ${own}
        jetstream { store_dir: "store", max_memory_store: 64MB, max_file_store: 256MB }
        mqtt { host: "${loopback}", port: ${port}\n${mqtt} }
        ${settings}
      `,
    },
  });
  return { nats, own };
}

const signIn = ['-u', 'alice', '--password-stdin'];
const accounts = (permissions = '') =>
  `authorization { users: [ { user: alice, password: "Kanarienvogel-7"${permissions} } ] }`;
const rightly = { stdin: 'Kanarienvogel-7' };

test('NATS speaks MQTT 3.1.1: all is well', async () => {
  const { nats } = await startNats();
  await using _ = nats;
  assertWell(await check([nats.plain, '-V', '3.1.1']), nats);
  assertWell(await check([nats.plain, '-V', '3.1.1', '-q', '0']), nats);
});

test('NATS does not speak MQTT 5: the check goes on with 3.1.1, and says so', async () => {
  const { nats } = await startNats();
  await using _ = nats;
  const visit = await check([nats.plain]);
  assertWell(visit, nats, 'connect/version-fallback');
  assert.equal(factsIn(visit, 'connect').version, '3.1.1');
});

for (const version of ['5', '3.1']) {
  test(`NATS does not speak MQTT ${version}, and the client insists on it`, async () => {
    const { nats } = await startNats();
    await using _ = nats;
    assertCause(await check([nats.plain, '-V', version]), 'connect/version-unsupported', nats);
  });
}

test('the port for NATS clients, with and without TLS', async () => {
  const { nats, own } = await startNats();
  await using _ = nats;
  const visit = await check([`mqtt://${loopback}:${own}`]);
  assertCause(visit, 'protocol/other-service', nats);
  const secure = await check([`mqtts://broker.test:${own}`, '--connect-to', loopback]);
  assertCause(secure, 'protocol/other-service', nats);
});

const tls = 'tls { cert_file: "server.crt", key_file: "server.key", timeout: 5 }';

test('NATS with TLS: all is well, and plain MQTT is not', async () => {
  const { nats } = await startNats({ mqtt: tls });
  await using _ = nats;
  const trusting = [...nats.secure, '--ca', nats.file('ca.crt'), '-V', '3.1.1'];
  assertWell(await check(trusting), nats);
  assertCause(await check([nats.plain, '-V', '3.1.1']), 'protocol/tls-port', nats);
});

test('NATS without TLS, and a client with it', async () => {
  const { nats } = await startNats();
  await using _ = nats;
  assertCause(await check(nats.secure), 'protocol/plaintext-port', nats);
});

for (const limit of ['1.2', '1.3']) {
  test(`NATS wants a client certificate (TLS ${limit})`, async () => {
    const verify =
      'tls { cert_file: "server.crt", key_file: "server.key", ca_file: "ca.crt", verify: true, timeout: 5 }';
    const { nats } = await startNats({ mqtt: verify });
    await using _ = nats;
    const trusting = [...nats.secure, '--ca', nats.file('ca.crt'), '-V', '3.1.1'];
    const visit = await check([...trusting, '--tls-min', limit, '--tls-max', limit]);
    assertCause(visit, 'tls/client-cert-required', nats);
  });
}

test('NATS and a password', async () => {
  const { nats } = await startNats({ settings: accounts() });
  await using _ = nats;
  const wrongly = { stdin: 'Goldfisch-9' };
  const well = await check([nats.plain, '-V', '3.1.1', ...signIn], rightly);
  assertWell(well, nats);
  assertNowhere('Kanarienvogel-7', well);
  const visit = await check([nats.plain, '-V', '3.1.1', ...signIn], wrongly);
  assertCause(visit, 'connect/not-authorized', nats);
  const nobody = await check([nats.plain, '-V', '3.1.1']);
  assertCause(nobody, 'connect/anonymous-refused', nats);
});

test('NATS lets the account read, and not write', async () => {
  const permissions = ', permissions: { publish: { deny: ["lab.>"] } }';
  const { nats } = await startNats({ settings: accounts(permissions) });
  await using _ = nats;
  const args = [nats.plain, '-V', '3.1.1', ...signIn, '-t', 'lab/a'];
  const visit = await check(args, rightly);
  // It says that all is well, and drops the message.
  assertCause(visit, 'pubsub/not-delivered', nats);
});

test('NATS lets the account write, and not read', async () => {
  const permissions = ', permissions: { subscribe: { deny: ["lab.>"] } }';
  const { nats } = await startNats({ settings: accounts(permissions) });
  await using _ = nats;
  const args = [nats.plain, '-V', '3.1.1', ...signIn, '-t', 'lab/a'];
  assertCause(await check(args, rightly), 'pubsub/subscribe-denied', nats);
});

test('NATS before 2.10 has no QoS 2', async () => {
  const { nats } = await startNats();
  await using _ = nats;
  const [, minor = '0'] = /Version: +2\.(\d+)/.exec(nats.log) ?? [];
  const visit = await check([nats.plain, '-V', '3.1.1', '-q', '2']);
  if (Number(minor) < 10) assertCause(visit, 'pubsub/qos-unsupported', nats);
  else assertWell(visit, nats);
});
