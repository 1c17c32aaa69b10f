import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IPublishPacket } from 'mqtt-packet';
import type { DeliverTraits } from './broker/deliver.ts';
import type { PublishTraits } from './broker/publish.ts';
import type { SubscribeTraits } from './broker/subscribe.ts';
import type { BrokerTraits } from './broker.ts';
import { type Client, dial } from './client.ts';
import { type BrokerAt, type Lab, openLab } from './lab.ts';

async function connected(
  lab: Lab,
  traits: BrokerTraits,
  protocolVersion: 4 | 5 = 5,
): Promise<{ at: BrokerAt; client: Client }> {
  const at = await lab.mqtt(traits);
  const client = await dial(at, { protocolVersion });
  await client.next();
  return { at, client };
}

async function subackOf(traits: SubscribeTraits, version: 4 | 5, topic = 'b/#'): Promise<unknown> {
  await using lab = await openLab();
  const { client } = await connected(lab, { subscribe: traits }, version);
  client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic, qos: 1 }] });
  return await client.nextOf('cmd', 'granted', 'reasonCode');
}

function message(over: Partial<IPublishPacket>): IPublishPacket {
  const packet = { topic: 'b/c', payload: 'hello', qos: 1, retain: false, dup: false } as const;
  return { cmd: 'publish', messageId: 7, ...packet, ...over };
}

async function answerTo(
  traits: PublishTraits,
  version: 4 | 5,
  over: Partial<IPublishPacket> = {},
): Promise<unknown> {
  await using lab = await openLab();
  const { client } = await connected(lab, { publish: traits }, version);
  client.send(message(over));
  return await client.nextOf('cmd', 'reasonCode');
}

/** The messages that come back to a subscriber of its own, after `over` was published. */
async function echoes(
  traits: BrokerTraits,
  count: number,
  over: Partial<IPublishPacket> = {},
): Promise<IPublishPacket[]> {
  await using lab = await openLab();
  const { client } = await connected(lab, traits);
  client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'b/#', qos: 2 }] });
  client.send(message(over));
  client.send({ cmd: 'pingreq' });
  const found: IPublishPacket[] = [];
  for (let pinged = false; found.length < count || !pinged; ) {
    const event = await client.next();
    assert.ok(typeof event === 'object' && 'cmd' in event, String(event));
    if (event.cmd === 'publish') found.push(event);
    if (event.cmd === 'pingresp') pinged = true;
  }
  return found;
}

test('a denied SUBSCRIBE is refused, hung up on, or granted in vain', async () => {
  const allowed = ['a/'];
  assert.deepEqual(await subackOf({ allowed }, 5, 'a/#'), { cmd: 'suback', granted: [1] });
  assert.deepEqual(await subackOf({ allowed }, 5), { cmd: 'suback', granted: [0x87] });
  assert.deepEqual(await subackOf({ allowed }, 4), { cmd: 'suback', granted: [0x80] });
  const coded = await subackOf({ allowed, whenDenied: { suback: 0x8f } }, 5);
  assert.deepEqual(coded, { cmd: 'suback', granted: [0x8f] });
  assert.equal(await subackOf({ allowed, whenDenied: 'close' }, 5), 'closed');
  assert.deepEqual(await subackOf({ allowed, whenDenied: 'reset' }, 5), { error: 'ECONNRESET' });
  const parting = await subackOf({ allowed, whenDenied: { disconnect: 0x87 } }, 5);
  assert.deepEqual(parting, { cmd: 'disconnect', reasonCode: 0x87 });
  const subscribe: SubscribeTraits = { allowed, whenDenied: 'granted-silent' };
  assert.deepEqual(await subackOf(subscribe, 5), { cmd: 'suback', granted: [1] });
  assert.deepEqual(await echoes({ subscribe }, 0), []);
});

test('a subscription can be granted with less, or never answered', async () => {
  assert.deepEqual(await subackOf({ maxQos: 0 }, 5), { cmd: 'suback', granted: [0] });
  await using lab = await openLab();
  const { client } = await connected(lab, { subscribe: { answers: false } });
  client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'a', qos: 0 }] });
  client.send({ cmd: 'pingreq' });
  assert.deepEqual(await client.nextOf('cmd'), { cmd: 'pingresp' });
});

test('a denied PUBLISH is acknowledged in vain, refused, or hung up on', async () => {
  const allowed = ['a/'];
  assert.deepEqual(await answerTo({ allowed }, 4), { cmd: 'puback' });
  assert.deepEqual(await echoes({ publish: { allowed } }, 0), []);
  const refused = { allowed, whenDenied: { ack: 0x87 } };
  assert.deepEqual(await answerTo(refused, 5), { cmd: 'puback', reasonCode: 0x87 });
  assert.deepEqual(await answerTo(refused, 5, { qos: 2 }), { cmd: 'pubrec', reasonCode: 0x87 });
  assert.deepEqual(await answerTo(refused, 4), { cmd: 'puback' });
  assert.equal(await answerTo({ allowed, whenDenied: 'close' }, 5), 'closed');
  assert.deepEqual(await answerTo({ allowed, whenDenied: 'reset' }, 5), { error: 'ECONNRESET' });
  const parting = { allowed, whenDenied: { disconnect: 0x87 } };
  assert.deepEqual(await answerTo(parting, 5), { cmd: 'disconnect', reasonCode: 0x87 });
  assert.equal(await answerTo(parting, 4), 'closed');
});

test('QoS, retain and size above the limits end the connection', async () => {
  const disconnect = (reasonCode: number) => ({ cmd: 'disconnect', reasonCode });
  assert.deepEqual(await answerTo({ maxQos: 1 }, 5, { qos: 2 }), disconnect(0x9b));
  assert.equal(await answerTo({ maxQos: 1 }, 4, { qos: 2 }), 'closed');
  assert.deepEqual(await answerTo({ maxQos: 1 }, 5), { cmd: 'puback', reasonCode: 0 });
  assert.deepEqual(await answerTo({ retain: false }, 5, { retain: true }), disconnect(0x9a));
  const gentle = { retain: false, whenRetained: 'ack-silent' } as const;
  assert.deepEqual(await answerTo(gentle, 5, { retain: true }), { cmd: 'puback', reasonCode: 0 });
  const large = { payload: 'x'.repeat(2000) };
  assert.deepEqual(await answerTo({ maxBytes: 1000 }, 5, large), disconnect(0x95));
  assert.equal(await answerTo({ maxBytes: 1000 }, 4, large), 'closed');
});

test('limits are announced in CONNACK, or kept quiet', async () => {
  await using lab = await openLab();
  const publish = { maxQos: 1, retain: false } as const;
  const open = await dial(await lab.mqtt({ publish }));
  assert.deepEqual(await open.nextOf('properties'), {
    properties: { maximumQoS: 1, retainAvailable: false },
  });
  const quiet = await dial(await lab.mqtt({ publish: { ...publish, announcesLimits: false } }));
  assert.deepEqual(await quiet.nextOf('properties'), {});
});

test('a broker that never acknowledges still delivers', async () => {
  const publish = { acknowledges: false };
  const [echo] = await echoes({ publish }, 1);
  assert.equal(String(echo?.payload), 'hello');
  await using lab = await openLab();
  const { client } = await connected(lab, { publish });
  client.send(message({ qos: 1 }));
  client.send(message({ qos: 2 }));
  client.send({ cmd: 'pingreq' });
  assert.deepEqual(await client.nextOf('cmd'), { cmd: 'pingresp' });
});

test('a message can be lost, doubled, delayed, downgraded or altered', async () => {
  const back = (deliver: DeliverTraits, count: number) => echoes({ deliver }, count);
  assert.deepEqual(await back({ nothing: true }, 0), []);
  const twice = await back({ copies: 2 }, 2);
  assert.notEqual(twice[0]?.messageId, twice[1]?.messageId);
  const began = performance.now();
  assert.equal((await back({ delayMs: 60 }, 1)).length, 1);
  assert.ok(performance.now() - began >= 59);
  assert.equal((await back({ maxQos: 0 }, 1))[0]?.qos, 0);
  const altered = async (alter: DeliverTraits['alter'], payload: Buffer) =>
    (await echoes({ deliver: alter === undefined ? {} : { alter } }, 1, { payload }))[0]?.payload;
  const payload = Buffer.from([0x68, 0x69, 0xff]);
  assert.deepEqual(await altered(undefined, payload), payload);
  assert.deepEqual(await altered('append', payload), Buffer.from([0x68, 0x69, 0xff, 0x21]));
  assert.deepEqual(await altered('truncate', payload), Buffer.from('hi'));
  assert.deepEqual(await altered('text', payload), Buffer.from('hi\ufffd'));
  assert.deepEqual(await altered('empty', payload), Buffer.alloc(0));
  assert.equal((await altered('scramble', payload))?.length, 3);
});

test('what was published and left retained is on record', async () => {
  await using lab = await openLab();
  const { at, client } = await connected(lab, {});
  client.send(message({ retain: true }));
  await client.next();
  assert.deepEqual(at.broker.connections[0]?.publishes, [
    { topic: 'b/c', qos: 1, retain: true, payload: Buffer.from('hello') },
  ]);
  assert.ok(at.broker.retained.has('b/c'));
});
