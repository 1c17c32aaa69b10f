// Mosquitto with limits. MQTT 5 has words for them; before it the broker hangs up, or
// acknowledges a message and drops it, and trials tell why.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { check, factsIn } from './doctor.ts';
import { startMosquitto } from './mosquitto.ts';
import { anyone } from './setup.ts';
import { assertCause, assertWell } from './verdict.ts';

const limited = (...lines: string[]) => ({ config: [...anyone, ...lines] });

test('MQTT 5: a long keep-alive is shortened by the broker, and all is well', async () => {
  await using broker = await startMosquitto(limited('max_keepalive 30'));
  const visit = await check([broker.plain, '-V', '5', '-k', '600']);
  assertWell(visit, broker);
  const { serverKeepAlive } = factsIn(visit, 'connect').connack?.properties ?? {};
  assert.equal(serverKeepAlive, 30);
});

for (const version of ['3.1', '3.1.1']) {
  test(`MQTT ${version}: a keep-alive within the limit is well`, async () => {
    await using broker = await startMosquitto(limited('max_keepalive 30'));
    assertWell(await check([broker.plain, '-V', version, '-k', '30']), broker);
  });

  test(`MQTT ${version}: a keep-alive above the limit is refused, if it is looked at`, async () => {
    await using broker = await startMosquitto(limited('max_keepalive 30'));
    const visit = await check([broker.plain, '-V', version, '-k', '600']);
    // Up to 2.0.11 the limit was for MQTT 5 only; since then the answer is "identifier rejected".
    if (broker.version <= 20_011) assertWell(visit, broker);
    else assertCause(visit, 'connect/keepalive-refused', broker);
  });
}

for (const version of ['3.1', '3.1.1', '5']) {
  const as = ['-V', version];

  for (const limit of ['message_size_limit', 'max_packet_size']) {
    const big = [...as, '--payload-size', '5000'];

    test(`MQTT ${version}: a message below ${limit} is well`, async () => {
      await using broker = await startMosquitto(limited(`${limit} 6000`));
      assertWell(await check([broker.plain, ...big]), broker);
    });

    for (const qos of ['0', '1', '2']) {
      test(`MQTT ${version}, QoS ${qos}: a message above ${limit} is too large`, async () => {
        await using broker = await startMosquitto(limited(`${limit} 1000`));
        const visit = await check([broker.plain, ...big, '-q', qos]);
        assertCause(visit, 'pubsub/payload-too-large', broker);
      });
    }
  }

  test(`MQTT ${version}: QoS 2 where 1 is the highest is unsupported`, async () => {
    await using broker = await startMosquitto(limited('max_qos 1'));
    const visit = await check([broker.plain, ...as, '-q', '2']);
    assertCause(visit, 'pubsub/qos-unsupported', broker);
  });

  test(`MQTT ${version}: QoS 1 where 1 is the highest is well`, async () => {
    await using broker = await startMosquitto(limited('max_qos 1'));
    assertWell(await check([broker.plain, ...as]), broker);
  });

  test(`MQTT ${version}: a retained message where none are kept is unsupported`, async () => {
    await using broker = await startMosquitto(limited('retain_available false'));
    const visit = await check([broker.plain, ...as, '--retain']);
    assertCause(visit, 'pubsub/retain-unsupported', broker);
  });

  test(`MQTT ${version}: an ordinary message where none are kept is well`, async () => {
    await using broker = await startMosquitto(limited('retain_available false'));
    assertWell(await check([broker.plain, ...as]), broker);
  });

  test(`MQTT ${version}: one connection too many is closed at once`, async () => {
    await using broker = await startMosquitto(limited('max_connections 1'));
    const other = connect(broker.port, broker.host);
    await once(other, 'connect');
    await broker.logged(/New connection from /);
    const visit = await check([broker.plain, ...as]);
    other.destroy();
    assertCause(visit, 'tcp/closed-at-once', broker);
  });
}
