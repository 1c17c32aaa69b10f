// Mosquitto with `require_certificate`. In TLS 1.3 the client believes to be in before the
// broker has looked at its certificate: the refusal comes late, and still is the handshake's.

import { test } from 'node:test';
import type { FindingCode } from '../../src/finding.ts';
import { type Identity, mintAuthority } from '../lab/certificates.ts';
import { expired, forClients, forServers, notYetValid } from '../lab/order.ts';
import { check } from './doctor.ts';
import { type Mosquitto, startMosquitto } from './mosquitto.ts';
import { anyone, overTls } from './setup.ts';
import { assertCause, assertFound, assertWell } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const devices = await mintAuthority({ name: 'Lab Device CA' });
const line2 = await devices.intermediate({ commonName: 'Lab Device Intermediate CA' });
const stranger = await mintAuthority({ name: 'Another Device CA' });
const namesake = await mintAuthority({ name: 'Lab Device CA' });
const server = await ca.issue({ commonName: 'broker.test' });

const commonName = 'kitchen-17';
const good = await devices.issue({ commonName, ...forClients });

const required = ['require_certificate true', 'cafile devices.crt'];

function listener(client: Identity | null, config: readonly string[] = [...required, ...anyone]) {
  return overTls(server, {
    config,
    files: {
      'ca.crt': ca.cert,
      'devices.crt': devices.cert,
      ...(client ? { 'client.crt': client.fullchain, 'client.key': client.key } : {}),
      acl: `user ${commonName}\ntopic readwrite mqtt-doctor/#\n`,
    },
  });
}

const nothing = (broker: Mosquitto) => [...broker.secure, '--ca', broker.file('ca.crt')];
const showing = (broker: Mosquitto) => [
  ...nothing(broker),
  ...['--cert', broker.file('client.crt'), '--key', broker.file('client.key')],
];

const accepted: readonly (readonly [string, Identity])[] = [
  ['a good certificate', good],
  ['a certificate with its intermediate', await line2.issue({ commonName, ...forClients })],
  ['a certificate for any purpose', await devices.issue({ commonName, purposes: [] })],
  ['an RSA certificate', await devices.issue({ commonName, key: 'rsa2048', ...forClients })],
];

const refused: readonly (readonly [string, Identity, FindingCode, FindingCode?])[] = [
  [
    'a certificate of another CA',
    await stranger.issue({ commonName, ...forClients }),
    'tls/client-cert-unknown-ca',
  ],
  [
    'a certificate of a CA with the same name and another key',
    await namesake.issue({ commonName, ...forClients }),
    'tls/client-cert-unknown-ca',
  ],
  [
    'a certificate without its intermediate',
    await line2
      .issue({ commonName, ...forClients })
      .then((issued) => ({ ...issued, fullchain: issued.cert })),
    'tls/client-cert-unknown-ca',
  ],
  [
    'a certificate for servers',
    await devices.issue({ commonName, ...forServers }),
    'tls/client-cert-rejected',
    'input/client-cert-purpose',
  ],
  // These are seen before anything is sent.
  [
    'an expired certificate',
    await devices.issue({ commonName, ...forClients, ...expired }),
    'input/client-cert-expired',
  ],
  [
    'a certificate of tomorrow',
    await devices.issue({ commonName, ...forClients, ...notYetValid }),
    'input/client-cert-not-yet-valid',
  ],
  ['the certificate of the CA itself', devices, 'input/cert-wrong-kind'],
];

for (const tls of ['1.2', '1.3']) {
  const limit = ['--tls-min', tls, '--tls-max', tls];

  for (const version of ['3.1', '3.1.1', '5']) {
    test(`TLS ${tls}, MQTT ${version}: without a certificate the client is refused`, async () => {
      await using broker = await startMosquitto(listener(null));
      const visit = await check([...nothing(broker), '-V', version, ...limit]);
      assertCause(visit, 'tls/client-cert-required', broker);
    });

    test(`TLS ${tls}, MQTT ${version}: a good certificate is let in`, async () => {
      await using broker = await startMosquitto(listener(good));
      assertWell(await check([...showing(broker), '-V', version, ...limit]), broker);
    });
  }

  for (const [name, identity] of accepted) {
    test(`TLS ${tls}: ${name} is let in`, async () => {
      await using broker = await startMosquitto(listener(identity));
      assertWell(await check([...showing(broker), ...limit]), broker);
    });
  }

  for (const [name, identity, cause, beside] of refused) {
    test(`TLS ${tls}: ${name} is refused`, async () => {
      await using broker = await startMosquitto(listener(identity));
      const visit = await check([...showing(broker), ...limit]);
      assertCause(visit, cause, broker);
      if (beside) assertFound(visit, beside);
    });
  }

  test(`TLS ${tls}: a certificate that nobody asked for does no harm`, async () => {
    await using broker = await startMosquitto(listener(good, anyone));
    assertWell(await check([...showing(broker), ...limit]), broker);
  });
}

const asUser = [...required, 'use_identity_as_username true', 'acl_file acl'];

for (const version of ['3.1.1', '5']) {
  test(`MQTT ${version}: the name in the certificate is the user, and may publish`, async () => {
    await using broker = await startMosquitto(listener(good, asUser));
    assertWell(await check([...showing(broker), '-V', version]), broker);
    await broker.logged(/as mqtt-doctor-\S+ \(p\d, c1, k60, u'kitchen-17'\)/);
  });

  test(`MQTT ${version}: the name in another certificate may not publish`, async () => {
    const other = await devices.issue({ commonName: 'cellar-3', ...forClients });
    await using broker = await startMosquitto(listener(other, asUser));
    const visit = await check([...showing(broker), '-V', version]);
    assertCause(visit, version === '5' ? 'pubsub/publish-denied' : 'pubsub/not-delivered', broker);
  });

  test(`MQTT ${version}: where the certificate is the user, none at all is no user`, async () => {
    const optional = ['cafile devices.crt', 'use_identity_as_username true', 'acl_file acl'];
    await using broker = await startMosquitto(listener(null, optional));
    const visit = await check([...nothing(broker), '-V', version]);
    assertCause(visit, 'connect/anonymous-refused', broker);
  });
}
