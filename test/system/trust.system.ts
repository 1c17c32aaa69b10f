// Mosquitto with a TLS listener: whether a client may trust the certificate.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingCode } from '../../src/finding.ts';
import { type Identity, mintAuthority, selfSigned } from '../lab/certificates.ts';
import { expired, expiresSoon, forClients, inDays, notYetValid } from '../lab/order.ts';
import { check } from './doctor.ts';
import { type Mosquitto, startMosquitto } from './mosquitto.ts';
import { loopback, overTls } from './setup.ts';
import { assertCause, assertNowhere, assertWell } from './verdict.ts';

const commonName = 'broker.test';
const ca = await mintAuthority({ name: 'Lab Root CA' });
const stranger = await mintAuthority({ name: 'Another Root CA' });
const namesake = await mintAuthority({ name: 'Lab Root CA' });
const oldAuthority = await mintAuthority({ name: 'Old Root CA', ...expired });
const intermediate = await ca.intermediate({ commonName: 'Lab Intermediate CA' });

const server = await ca.issue({ commonName });
const itself = await selfSigned({ commonName });
const files = {
  'ca.crt': ca.cert,
  'another.crt': stranger.cert,
  'namesake.crt': namesake.cert,
  'old.crt': oldAuthority.cert,
  'itself.crt': itself.cert,
};

const limitedTo = (tls: string) => ['--tls-min', tls, '--tls-max', tls];
const trusting = (broker: Mosquitto, file = 'ca.crt') => [
  ...broker.secure,
  ...['--ca', broker.file(file)],
];

interface Fault {
  readonly name: string;
  readonly cause: FindingCode;
  readonly identity?: Identity;
  readonly args?: (broker: Mosquitto) => readonly string[];
}

const faults: readonly Fault[] = [
  { name: 'no CA given', cause: 'tls/unknown-ca', args: (broker) => broker.secure },
  { name: 'the wrong CA', cause: 'tls/wrong-ca', args: (b) => trusting(b, 'another.crt') },
  {
    name: 'a CA of the same name with another key',
    cause: 'tls/wrong-ca',
    args: (broker) => trusting(broker, 'namesake.crt'),
  },
  {
    name: 'a certificate that signed itself',
    cause: 'tls/self-signed',
    identity: itself,
    args: (broker) => broker.secure,
  },
  {
    name: 'a certificate without its intermediate',
    cause: 'tls/missing-intermediate',
    identity: await intermediate
      .issue({ commonName })
      .then((issued) => ({ ...issued, fullchain: issued.cert })),
  },
  {
    name: 'an expired certificate',
    cause: 'tls/expired',
    identity: await ca.issue({ commonName, ...expired }),
  },
  {
    name: 'an expired intermediate',
    cause: 'tls/expired',
    identity: await ca
      .intermediate({ commonName: 'Lab Intermediate CA', ...expired })
      .then((issuer) => issuer.issue({ commonName })),
  },
  {
    name: 'an expired CA',
    cause: 'tls/expired',
    identity: await oldAuthority.issue({ commonName }),
    args: (broker) => trusting(broker, 'old.crt'),
  },
  {
    name: 'a certificate of tomorrow',
    cause: 'tls/not-yet-valid',
    identity: await ca.issue({ commonName, ...notYetValid }),
  },
  {
    name: 'a certificate for another name',
    cause: 'tls/hostname-mismatch',
    identity: await ca.issue({ commonName: 'other.test' }),
  },
  {
    name: 'a certificate for another address',
    cause: 'tls/hostname-mismatch',
    identity: await ca.issue({ commonName, names: [commonName, '192.0.2.1'] }),
    args: ({ host, port, file }) => [`mqtts://${host}:${port}`, '--ca', file('ca.crt')],
  },
  {
    name: 'an address dialled, and names alone in the certificate',
    cause: 'tls/address-as-name',
    args: ({ host, port, file }) => [`mqtts://${host}:${port}`, '--ca', file('ca.crt')],
  },
  {
    name: 'a certificate for clients',
    cause: 'tls/wrong-purpose',
    identity: await ca.issue({ commonName, names: [commonName], ...forClients }),
  },
];

for (const tls of ['1.2', '1.3']) {
  for (const { name, cause, identity = server, args = trusting } of faults) {
    test(`TLS ${tls}: ${name} stops the client before it says who it is`, async () => {
      const password = 'Kanarienvogel-7';
      await using broker = await startMosquitto(overTls(identity, { files }));
      const visit = await check([...args(broker), ...limitedTo(tls), '-u', 'alice'], {
        env: { MQTT_DOCTOR_PASSWORD: password },
      });
      assertCause(visit, cause, broker);
      assertNowhere(password, visit);
      await broker.stop();
      assert.doesNotMatch(broker.log, /u'alice'/, 'no trial says who it is either');
    });
  }

  test(`TLS ${tls}: a chain with its intermediate is well`, async () => {
    const identity = await intermediate.issue({ commonName });
    await using broker = await startMosquitto(overTls(identity, { files }));
    assertWell(await check([...trusting(broker), ...limitedTo(tls)]), broker);
  });

  test(`TLS ${tls}: a certificate that signed itself is well where it is trusted`, async () => {
    await using broker = await startMosquitto(overTls(itself, { files }));
    assertWell(await check([...trusting(broker, 'itself.crt'), ...limitedTo(tls)]), broker);
  });

  test(`TLS ${tls}: an RSA certificate is well`, async () => {
    const identity = await ca.issue({ commonName, key: 'rsa2048' });
    await using broker = await startMosquitto(overTls(identity, { files }));
    assertWell(await check([...trusting(broker), ...limitedTo(tls)]), broker);
  });

  test(`TLS ${tls}: an address is well that is in the certificate`, async () => {
    const identity = await ca.issue({ commonName, names: [commonName, loopback] });
    await using broker = await startMosquitto(overTls(identity, { files }));
    const target = `mqtts://${broker.host}:${broker.port}`;
    const visit = await check([target, '--ca', broker.file('ca.crt'), ...limitedTo(tls)]);
    assertWell(visit, broker);
  });

  test(`TLS ${tls}: with --insecure an unknown CA is a warning`, async () => {
    await using broker = await startMosquitto(overTls(server, { files }));
    const visit = await check([...broker.secure, '--insecure', '-u', 'alice', ...limitedTo(tls)]);
    assertWell(visit, broker, 'tls/verification-off');
    await broker.logged(/u'alice'/);
  });

  test(`TLS ${tls}: a certificate that ends in three days is a warning`, async () => {
    const identity = await ca.issue({ commonName, ...expiresSoon });
    await using broker = await startMosquitto(overTls(identity, { files }));
    assertWell(await check([...trusting(broker), ...limitedTo(tls)]), broker, 'tls/expires-soon');
  });
}

test('a certificate of many years is well', async () => {
  const identity = await ca.issue({ commonName, notAfter: inDays(3650) });
  await using broker = await startMosquitto(overTls(identity, { files }));
  assertWell(await check(trusting(broker)), broker);
});
