// Mosquitto with an ACL file. It grants every SUBSCRIBE and then delivers nothing; before MQTT 5
// it acknowledges a PUBLISH that it drops.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, factsIn } from './doctor.ts';
import { startMosquitto } from './mosquitto.ts';
import { assertCause, assertWell } from './verdict.ts';

const withAcl = (...lines: string[]) => ({
  config: ['allow_anonymous true', 'acl_file acl'],
  files: { acl: `${lines.join('\n')}\n` },
});

for (const version of ['3.1', '3.1.1', '5']) {
  for (const qos of ['0', '1', '2']) {
    const how = ['-V', version, '-q', qos];

    test(`MQTT ${version}, QoS ${qos}: a topic that may be read and written is well`, async () => {
      await using broker = await startMosquitto(withAcl('topic readwrite mqtt-doctor/#'));
      assertWell(await check([broker.plain, ...how]), broker);
    });

    test(`MQTT ${version}, QoS ${qos}: a subscription is granted, and delivery filtered`, async () => {
      await using broker = await startMosquitto(withAcl('topic write mqtt-doctor/#'));
      const visit = await check([broker.plain, ...how]);
      assertCause(visit, 'pubsub/not-delivered', broker);
      assert.equal(factsIn(visit, 'pubsub').suback?.code, Number(qos));
    });

    const refused = version === '5' && qos !== '0';
    const what = refused ? 'refused' : 'taken and dropped';
    test(`MQTT ${version}, QoS ${qos}: a message that may not be published is ${what}`, async () => {
      await using broker = await startMosquitto(withAcl('topic read mqtt-doctor/#'));
      const visit = await check([broker.plain, ...how]);
      assertCause(visit, refused ? 'pubsub/publish-denied' : 'pubsub/not-delivered', broker);
      if (refused) assert.equal(factsIn(visit, 'pubsub').acknowledgement?.code, 135);
    });
  }
}

const devices = {
  config: ['password_file passwords', 'acl_file acl'],
  passwords: { alice: 'a', bob: 'b' },
  files: { acl: 'pattern readwrite devices/%u/#\n' },
};
const alice = ['-u', 'alice'];
const env = { MQTT_DOCTOR_PASSWORD: 'a' };

test('a user is well on a topic of its own', async () => {
  await using broker = await startMosquitto(devices);
  const visit = await check([broker.plain, ...alice, '-t', 'devices/alice/state'], { env });
  assertWell(visit, broker);
});

test('a user may not publish to the topic of another', async () => {
  await using broker = await startMosquitto(devices);
  const visit = await check([broker.plain, ...alice, '-t', 'devices/bob/state'], { env });
  assertCause(visit, 'pubsub/publish-denied', broker);
});

test('a user may not publish outside of its topics', async () => {
  await using broker = await startMosquitto(devices);
  const visit = await check([broker.plain, ...alice], { env });
  assertCause(visit, 'pubsub/publish-denied', broker);
});

test('a client that only publishes is not told that it may not read', async () => {
  await using broker = await startMosquitto(withAcl('topic write mqtt-doctor/#'));
  assertWell(await check([broker.plain, '--no-subscribe']), broker);
});

test('a client that only subscribes is not told that it may not write', async () => {
  await using broker = await startMosquitto(withAcl('topic read mqtt-doctor/#'));
  assertWell(await check([broker.plain, '--no-publish']), broker);
});
