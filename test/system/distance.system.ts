// A healthy Mosquitto that is far away.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { relay } from '../lab/relay.ts';
import { check, factsIn } from './doctor.ts';
import { startMosquitto } from './mosquitto.ts';
import { anyone, overTls } from './setup.ts';
import { assertCause, assertWell } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const server = await ca.issue({ commonName: 'broker.test' });

for (const delayMs of [30, 150]) {
  for (const qos of ['0', '1', '2']) {
    test(`plain, ${2 * delayMs} ms there and back, QoS ${qos}: all is well`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      const path = await relay(broker, { delayMs });
      const visit = await check([`mqtt://${path.host}:${path.port}`, '-q', qos]);
      await path.close();
      assertWell(visit, broker);
      assert.ok((factsIn(visit, 'pubsub').latency?.minMs ?? 0) >= 2 * delayMs);
    });
  }

  test(`TLS, ${2 * delayMs} ms there and back: all is well`, async () => {
    const files = { 'ca.crt': ca.cert };
    await using broker = await startMosquitto(overTls(server, { files }));
    const path = await relay(broker, { delayMs });
    const target = [`mqtts://broker.test:${path.port}`, '--connect-to', path.host];
    const visit = await check([...target, '--ca', broker.file('ca.crt')]);
    await path.close();
    assertWell(visit, broker);
  });

  test(`${2 * delayMs} ms there and back: a message that never comes is waited for`, async () => {
    const files = { acl: 'topic write mqtt-doctor/#\n' };
    await using broker = await startMosquitto({ config: [...anyone, 'acl_file acl'], files });
    const path = await relay(broker, { delayMs });
    const visit = await check([`mqtt://${path.host}:${path.port}`]);
    await path.close();
    assertCause(visit, 'pubsub/not-delivered', broker);
  });
}
