import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectAsync, type IPublishPacket, type MqttClient } from 'mqtt';
import { connackOf, dial } from './client.ts';
import { type BrokerAt, openLab } from './lab.ts';

const versions = [3, 4, 5] as const;

function clientOf({ host, port }: BrokerAt, protocolVersion: 3 | 4 | 5): Promise<MqttClient> {
  return connectAsync({
    host,
    port,
    protocol: 'mqtt',
    protocolVersion,
    protocolId: protocolVersion === 3 ? 'MQIsdp' : 'MQTT',
    clientId: `lab-${protocolVersion}`,
    reconnectPeriod: 0,
  });
}

function nextMessage(client: MqttClient): Promise<IPublishPacket> {
  return new Promise((resolve) => client.once('message', (_, __, packet) => resolve(packet)));
}

for (const version of versions) {
  test(`a healthy broker serves protocol level ${version} with every QoS`, async () => {
    await using lab = await openLab();
    const at = await lab.mqtt();
    const client = await clientOf(at, version);
    for (const qos of [0, 1, 2] as const) {
      const [grant] = await client.subscribeAsync(`a/+/${qos}`, { qos });
      assert.equal(grant?.qos, qos);
      const arrives = nextMessage(client);
      await client.publishAsync(`a/b/${qos}`, `message ${qos}`, { qos });
      const message = await arrives;
      assert.equal(message.topic, `a/b/${qos}`);
      assert.equal(String(message.payload), `message ${qos}`);
      assert.equal(message.qos, qos);
    }
    await client.unsubscribeAsync('a/+/0');
    await client.endAsync();
    const [record] = at.broker.connections;
    assert.equal(record?.connect?.protocolVersion, version);
    assert.equal(await record?.over, 'disconnect');
    assert.deepEqual(
      record?.publishes.map(({ qos }) => qos),
      [0, 1, 2],
    );
    assert.deepEqual(record?.subscriptions[2], { filter: 'a/+/2', requested: 2, granted: 2 });
  });
}

test('a retained message waits for the subscriber, until an empty one removes it', async () => {
  await using lab = await openLab();
  const at = await lab.mqtt();
  const client = await clientOf(at, 5);
  await client.publishAsync('a/b', 'kept', { qos: 1, retain: true });
  assert.deepEqual([...at.broker.retained.keys()], ['a/b']);
  const arrives = nextMessage(client);
  await client.subscribeAsync('a/#');
  const message = await arrives;
  assert.deepEqual([String(message.payload), message.retain], ['kept', true]);
  await client.publishAsync('a/b', '', { qos: 1, retain: true });
  assert.equal(at.broker.retained.size, 0);
  await client.endAsync();
});

test('a second client with the same id throws the first one off', async () => {
  await using lab = await openLab();
  const at = await lab.mqtt();
  const first = await dial(at, { clientId: 'same' });
  await first.next();
  assert.equal(await connackOf(at, { clientId: 'same' }), 0);
  assert.deepEqual(await first.nextOf('cmd', 'reasonCode'), {
    cmd: 'disconnect',
    reasonCode: 0x8e,
  });
  assert.equal(await first.next(), 'closed');
});

test('the record says who ended a connection', async () => {
  await using lab = await openLab();
  const at = await lab.mqtt();
  const endOf = (index: number) => at.broker.connections[index]?.over;
  const polite = await dial(at);
  await polite.next();
  polite.send({ cmd: 'disconnect' });
  assert.equal(await polite.next(), 'closed');
  assert.equal(await endOf(0), 'disconnect');
  const brusque = await dial(at);
  await brusque.next();
  brusque.stream.end();
  assert.equal(await brusque.next(), 'closed');
  assert.equal(await endOf(1), 'closed');
  const early = await dial(at, null);
  early.send({ cmd: 'pingreq' });
  assert.equal(await early.next(), 'closed');
  assert.equal(await endOf(2), 'by-broker');
});

test('a password over TLS is in the MQTT bytes and not in the raw ones', async () => {
  await using lab = await openLab();
  const at = await lab.mqtts({ connect: { users: { dev: 'canary' } } });
  const credentials = { username: 'dev', password: Buffer.from('canary') };
  const client = await dial(at, credentials, { ca: (await lab.authority()).cert });
  assert.deepEqual(await client.nextOf('reasonCode'), { reasonCode: 0 });
  const [record] = at.broker.connections;
  assert.ok(record?.received().includes('canary'));
  assert.ok(!record?.arrival.wire.seen.includes('canary'));
});

test('what is no MQTT is closed, or as told', async () => {
  await using lab = await openLab();
  for (const [whenNotMqtt, expected] of [
    [undefined, 'closed'],
    ['reset', { error: 'ECONNRESET' }],
  ] as const) {
    const at = await lab.mqtt(whenNotMqtt && { whenNotMqtt });
    const client = await dial(at, null);
    client.stream.write('GET / HTTP/1.1\r\n\r\n');
    assert.deepEqual(await client.next(), expected);
    assert.match(at.broker.connections[0]?.malformed ?? '', /header flag bits/);
  }
});

test('pings are answered, unless told otherwise', async () => {
  await using lab = await openLab();
  const at = await lab.mqtt();
  const client = await dial(at);
  await client.next();
  client.send({ cmd: 'pingreq' });
  assert.deepEqual(await client.nextOf('cmd'), { cmd: 'pingresp' });
  at.broker.traits = { answersPings: false };
  client.send({ cmd: 'pingreq' });
  client.send({ cmd: 'disconnect' });
  assert.equal(await client.next(), 'closed');
});
