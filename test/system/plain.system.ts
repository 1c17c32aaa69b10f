// Mosquitto as it stands in most homes: one plain port, everyone may come in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shutPort } from '../lab/dead-ports.ts';
import { check, factsIn } from './doctor.ts';
import { startMosquitto } from './mosquitto.ts';
import { loopback } from './setup.ts';
import { assertCause, assertWell } from './verdict.ts';

const open = { config: ['allow_anonymous true'] };

test('without a version given, MQTT 5 is spoken', async () => {
  await using broker = await startMosquitto(open);
  const visit = await check([broker.plain]);
  assertWell(visit, broker);
  assert.equal(factsIn(visit, 'connect').version, '5');
});

for (const version of ['3.1', '3.1.1', '5']) {
  for (const qos of [0, 1, 2]) {
    test(`MQTT ${version}, QoS ${qos}: a message comes back as it was sent`, async () => {
      await using broker = await startMosquitto(open);
      const visit = await check([broker.plain, '-V', version, '-q', `${qos}`]);
      assertWell(visit, broker);
      const { echoQos, received, altered } = factsIn(visit, 'pubsub');
      assert.deepEqual({ echoQos, received, altered }, { echoQos: qos, received: 1, altered: 0 });
      assert.equal(factsIn(visit, 'connect').version, version);
    });
  }
}

test('many large messages come back', async () => {
  await using broker = await startMosquitto(open);
  const visit = await check([broker.plain, '--count', '20', '--payload-size', '100000']);
  assertWell(visit, broker);
  assert.equal(factsIn(visit, 'pubsub').received, 20);
});

test('a client id, a topic, a will and a kept session are taken as given', async () => {
  await using broker = await startMosquitto(open);
  const given = [
    '-i',
    'kitchen-17',
    '-t',
    'home/kitchen',
    '--will-topic',
    'home/gone',
    '--no-clean',
  ];
  const visit = await check([broker.plain, ...given]);
  assertWell(visit, broker);
  await broker.logged(/New client connected from \S+ as kitchen-17 \(p5, c0, /);
  await broker.logged(/Received PUBLISH from kitchen-17 .*'home\/kitchen'/);
});

test('nobody listens: the connection is refused', async () => {
  assertCause(await check([`mqtt://${loopback}:${await shutPort(loopback)}`]), 'tcp/refused');
});

test('nobody listens on the TLS port: the connection is refused', async () => {
  assertCause(await check([`mqtts://${loopback}:${await shutPort(loopback)}`]), 'tcp/refused');
});

test('a broker that stopped refuses the connection', async () => {
  const broker = await startMosquitto(open);
  await broker.stop();
  assertCause(await check([broker.plain]), 'tcp/refused', broker);
});
