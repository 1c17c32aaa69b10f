// Mosquitto with a TLS listener whose certificate is in order: which versions meet.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { check, factsIn } from './doctor.ts';
import { type Mosquitto, startMosquitto } from './mosquitto.ts';
import { anyone, overTls } from './setup.ts';
import { assertCause, assertNowhere, assertWell } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const server = await ca.issue({ commonName: 'broker.test' });
const files = { 'ca.crt': ca.cert };

/** What OpenSSL offers in Mosquitto, whose own option sets the lower end only. */
const openssl = (...settings: string[]) => ({
  files: {
    ...files,
    'openssl.cnf': `openssl_conf = a\n[a]\nssl_conf = b\n[b]\nsystem_default = c\n[c]\n${settings.join('\n')}\n`,
  },
  env: { OPENSSL_CONF: 'openssl.cnf' },
});

const limitedTo = (tls: string) => ['--tls-min', tls, '--tls-max', tls];
const trusting = (broker: Mosquitto) => [...broker.secure, '--ca', broker.file('ca.crt')];

for (const tls of ['1.2', '1.3']) {
  for (const version of ['3.1', '3.1.1', '5']) {
    test(`TLS ${tls}, MQTT ${version}: all is well`, async () => {
      await using broker = await startMosquitto(overTls(server, { files }));
      const visit = await check([...trusting(broker), '-V', version, ...limitedTo(tls)]);
      assertWell(visit, broker);
      assert.equal(factsIn(visit, 'tls').version, `TLSv${tls}`);
      assert.equal(factsIn(visit, 'connect').version, version);
    });

    test(`TLS ${tls}, MQTT ${version}: a wrong password is not authorised`, async () => {
      const password = 'Goldfisch-9';
      const config = ['password_file passwords'];
      const passwords = { alice: 'Kanarienvogel-7' };
      await using broker = await startMosquitto(overTls(server, { config, passwords, files }));
      const args = [...trusting(broker), '-V', version, ...limitedTo(tls), '-u', 'alice'];
      const visit = await check(args, { env: { MQTT_DOCTOR_PASSWORD: password } });
      assertCause(visit, 'connect/not-authorized', broker);
      assertNowhere(password, visit);
    });
  }
}

const upTo12 = overTls(server, openssl('MaxProtocol = TLSv1.2'));
const from13 = overTls(server, { files, config: [...anyone, 'tls_version tlsv1.3'] });

test('a broker with TLS 1.2 at most is well', async () => {
  await using broker = await startMosquitto(upTo12);
  const visit = await check(trusting(broker));
  assertWell(visit, broker);
  assert.equal(factsIn(visit, 'tls').version, 'TLSv1.2');
});

test('a broker with TLS 1.2 at most shares no version with a client from 1.3 on', async () => {
  await using broker = await startMosquitto(upTo12);
  const visit = await check([...trusting(broker), '--tls-min', '1.3']);
  assertCause(visit, 'tls/version-unsupported', broker);
});

test('a broker with TLS 1.3 alone is well', async () => {
  await using broker = await startMosquitto(from13);
  const visit = await check(trusting(broker));
  assertWell(visit, broker);
  assert.equal(factsIn(visit, 'tls').version, 'TLSv1.3');
});

test('a broker with TLS 1.3 alone shares no version with a client up to 1.2', async () => {
  await using broker = await startMosquitto(from13);
  const visit = await check([...trusting(broker), '--tls-max', '1.2']);
  assertCause(visit, 'tls/version-unsupported', broker);
});

test('a broker with TLS 1.1 at most shares no version with a client of today', async () => {
  const setup = openssl('MaxProtocol = TLSv1.1', 'CipherString = DEFAULT@SECLEVEL=0');
  const config = [...anyone, 'tls_version tlsv1.1'];
  await using broker = await startMosquitto(overTls(server, { ...setup, config }));
  assertCause(await check(trusting(broker)), 'tls/version-unsupported', broker);
});
