import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import type { IConnectPacket } from 'mqtt-packet';
import type { ConnectTraits } from './broker/connect.ts';
import { refusals } from './broker/refusal.ts';
import { connackOf, dial } from './client.ts';
import { openLab } from './lab.ts';

/** A CONNECT, and what each answer is: a code, how it was hung up on, or another packet's name. */
type Case = readonly [connect: Partial<IConnectPacket>, answer: unknown];

async function answers(connect: ConnectTraits, cases: readonly Case[]): Promise<void> {
  await using lab = await openLab();
  const at = await lab.mqtt({ connect });
  for (const [packet, answer] of cases) {
    assert.equal(await connackOf(at, packet), answer, JSON.stringify(packet));
  }
}

const v31 = { protocolVersion: 3 } as const;
const v311 = { protocolVersion: 4 } as const;
const v5 = { protocolVersion: 5 } as const;
const as = (username: string, password: string) => ({ username, password: Buffer.from(password) });

test('an unsupported version is refused in the form of that version', async () => {
  await answers({ versions: ['3.1.1'] }, [
    [v311, 0],
    [v31, 1],
    [v5, 0x84],
  ]);
  await answers({ versions: ['5'] }, [
    [v311, 1],
    [v5, 0],
  ]);
});

test('an older broker answers an MQTT 5 CONNECT with the bytes 20 02 00 01', async () => {
  await using lab = await openLab();
  const at = await lab.mqtt({
    connect: { versions: ['3.1.1'], whenVersionRefused: 'connack-3.1.1' },
  });
  const client = await dial(at, null);
  const first = once(client.stream, 'data');
  client.send({ cmd: 'connect', protocolVersion: 5, clientId: 'x', keepalive: 0 });
  const [bytes] = await first;
  assert.deepEqual([...bytes], [0x20, 2, 0, 1]);
});

test('an unsupported version can be hung up on', async () => {
  await answers({ versions: ['3.1.1'], whenVersionRefused: 'close' }, [[v5, 'closed']]);
  await answers({ versions: ['3.1.1'], whenVersionRefused: 'reset' }, [[v5, 'ECONNRESET']]);
});

/** The first bytes that answer raw ones, in hex. */
async function answerTo(hex: string): Promise<string> {
  await using lab = await openLab();
  const client = await dial(await lab.mqtt(), null);
  const first = once(client.stream, 'data');
  client.stream.write(Buffer.from(hex, 'hex'));
  const [bytes] = await first;
  return bytes.toString('hex');
}

test('a level that does not exist is an unsupported version', async () => {
  assert.equal(await answerTo('100d00044d51545406020000000178'), '20020001');
});

test('users need their password, and strangers are told so by their version', async () => {
  const users = { dev: 'right' };
  await answers({ users }, [
    [{ ...v5, ...as('dev', 'right') }, 0],
    [{ ...v5, ...as('dev', 'wrong') }, 0x87],
    [{ ...v311, ...as('dev', 'wrong') }, 5],
    [{ ...v5, ...as('nobody', 'right') }, 0x87],
    [{ ...v5, username: 'nobody' }, 0x87],
    [{ ...v5, username: 'toString' }, 0x87],
    [v311, 5],
  ]);
  await answers({ users, anonymous: true }, [[v311, 0]]);
  await answers({ anonymous: false }, [
    [v311, 5],
    [as('any', 'one'), 0],
  ]);
  const strict = {
    users,
    whenCredentialsWrong: refusals.badCredentials,
    whenAnonymous: 'close',
  } as const;
  await answers(strict, [
    [{ ...v311, ...as('dev', 'wrong') }, 4],
    [{ ...v5, ...as('dev', 'wrong') }, 0x86],
    [v5, 'closed'],
  ]);
});

test('any CONNECT can be refused with any code and properties', async () => {
  await using lab = await openLab();
  const properties = { reasonString: 'moved\u001b[31m', serverReference: 'other.test:1883' };
  const always = { refuse: { v3: 3, v5: 0x9d, properties } };
  const at = await lab.mqtt({ connect: { always } });
  const client = await dial(at);
  assert.deepEqual(await client.nextOf('reasonCode', 'properties'), {
    reasonCode: 0x9d,
    properties,
  });
  assert.equal(await client.next(), 'closed');
  assert.equal(await connackOf(at, v311), 3);
  assert.equal(at.broker.connections[0]?.refused, 0x9d);
});

test('a CONNECT can meet FIN, RST, other packets, or other bytes', async () => {
  await answers({ always: 'close' }, [[{}, 'closed']]);
  await answers({ always: 'reset' }, [[{}, 'ECONNRESET']]);
  await answers({ always: { auth: 'OTHER' } }, [[v5, 'auth']]);
  await answers({ always: { disconnect: 0x89 } }, [
    [v5, 'disconnect'],
    [v311, 'closed'],
  ]);
  await using lab = await openLab();
  const always = { bytes: Buffer.from('20020005', 'hex'), ending: 'close' } as const;
  const client = await dial(await lab.mqtt({ connect: { always } }), v311);
  assert.deepEqual(await client.nextOf('returnCode'), { returnCode: 5 });
  assert.equal(await client.next(), 'closed');
  await answers({ always: 'garbage' }, [
    [{}, 'Invalid header flag bits, must be 0x0 for auth packet'],
  ]);
  await answers({ always: 'flood' }, [[{}, 'pingresp']]);
});

test('drops and endless packets go on until the client leaves', async () => {
  await using lab = await openLab();
  for (const always of ['endless', 'trickle', { trickleEveryMs: 1 }] as const) {
    const at = await lab.mqtt({ connect: { always } });
    const client = await dial(at);
    const [bytes] = await once(client.stream, 'data');
    assert.equal(bytes[0], 0x20);
    client.stream.destroy();
    await at.front.idle();
  }
});

test('a silent broker keeps the connection and says nothing', async () => {
  await using lab = await openLab();
  const at = await lab.mqtt({ connect: { always: 'silent' } });
  const client = await dial(at);
  client.stream.end();
  assert.equal(await client.next(), 'closed');
  const [record] = at.broker.connections;
  assert.equal(record?.refused, 'silent');
  assert.equal(await record?.over, 'closed');
});

test('a late CONNACK comes late', async () => {
  await using lab = await openLab();
  const at = await lab.mqtt({ connect: { delayMs: 60 } });
  const began = performance.now();
  assert.equal(await connackOf(at), 0);
  assert.ok(performance.now() - began >= 59);
});

test('client ids are held to length, list and use', async () => {
  await answers({ clientId: { maxLength: 23 } }, [
    [{ ...v31, clientId: 'x'.repeat(24) }, 2],
    [{ ...v5, clientId: 'x'.repeat(24) }, 0x85],
    [{ clientId: 'x'.repeat(23) }, 0],
  ]);
  await answers({ clientId: { allowed: ['dev1', 'fleet-*'], whenRefused: 'close' } }, [
    [{ clientId: 'dev1' }, 0],
    [{ clientId: 'fleet-7' }, 0],
    [{ clientId: 'dev2' }, 'closed'],
  ]);
  await answers({ clientId: { inUse: ['dev1'], whenInUse: { v3: 2, v5: 0x8e } } }, [
    [{ clientId: 'dev1' }, 0x8e],
    [{ clientId: 'dev2' }, 0],
  ]);
});

test('an empty client id follows the rules of its version', async () => {
  await answers({}, [
    [{ ...v311, clientId: '' }, 0],
    [{ ...v5, clientId: '' }, 0],
  ]);
  const emptyInOldVersion = '100e00064d514973647003020000' + '0000';
  assert.equal(await answerTo(emptyInOldVersion), '20020002');
  const emptyAndNotClean = '100c00044d5154540400003c0000';
  assert.equal(await answerTo(emptyAndNotClean), '20020002');
});

test('a keep-alive above the limit is refused before MQTT 5 and lowered in it', async () => {
  await answers({ maxKeepAliveS: 60 }, [
    [{ ...v311, keepalive: 60 }, 0],
    [{ ...v311, keepalive: 61 }, 2],
    [{ ...v311, keepalive: 0 }, 2],
  ]);
  await answers({ maxKeepAliveS: 60, whenKeepAliveTooLong: 'close' }, [
    [{ ...v5, keepalive: 120 }, 'closed'],
  ]);
  await using lab = await openLab();
  const client = await dial(await lab.mqtt({ connect: { maxKeepAliveS: 60 } }), { keepalive: 120 });
  assert.deepEqual(await client.nextOf('properties'), { properties: { serverKeepAlive: 60 } });
});

test('wills are held to topic, QoS and retain', async () => {
  const will = { topic: 'status/dev1', payload: 'gone' };
  await answers({ will: { allowed: false } }, [
    [{ ...v5, will }, 0x87],
    [{ ...v311, will }, 5],
    [{}, 0],
  ]);
  await answers({ will: { topics: ['status/'], maxQos: 1, retain: false } }, [
    [{ ...v5, will }, 0],
    [{ ...v5, will: { ...will, topic: 'x' } }, 0x87],
    [{ ...v5, will: { ...will, qos: 2 } }, 0x9b],
    [{ ...v311, will: { ...will, qos: 2 } }, 'closed'],
    [{ ...v5, will: { ...will, retain: true } }, 0x9a],
  ]);
  await answers({ will: { allowed: false, whenRefused: 'reset' } }, [[{ will }, 'ECONNRESET']]);
});

test('a persistent session, a large CONNECT and an unknown method can be refused', async () => {
  await answers({ whenNotClean: refusals.notAuthorized }, [
    [{ ...v311, clean: false }, 5],
    [v311, 0],
  ]);
  await answers({ maxBytes: 100 }, [
    [{ ...v5, ...as('dev', 'x'.repeat(100)) }, 0x95],
    [{ ...v311, ...as('dev', 'x'.repeat(100)) }, 'closed'],
    [v5, 0],
  ]);
  await answers({}, [[{ properties: { authenticationMethod: 'SCRAM' } }, 0x8c]]);
});

test('a rule of its own sees the CONNECT', async () => {
  const rule = ({ username }: IConnectPacket) =>
    username?.startsWith('hub/') ? null : refusals.badCredentials;
  await answers({ rule }, [
    [{ ...v311, username: 'hub/dev1' }, 0],
    [{ ...v311, username: 'dev1' }, 4],
  ]);
});

test('an accepting CONNACK carries properties, and may be followed by the end', async () => {
  await using lab = await openLab();
  const properties = { receiveMaximum: 10, maximumQoS: 1 };
  const at = await lab.mqtt({
    connect: { properties, sessionPresent: true, afterConnack: 0x8b },
    publish: { retain: false, maxBytes: 1000 },
  });
  const client = await dial(at);
  assert.deepEqual(await client.nextOf('reasonCode', 'sessionPresent', 'properties'), {
    reasonCode: 0,
    sessionPresent: true,
    properties: { ...properties, retainAvailable: false, maximumPacketSize: 1000 },
  });
  assert.deepEqual(await client.nextOf('cmd', 'reasonCode'), {
    cmd: 'disconnect',
    reasonCode: 0x8b,
  });
  assert.equal(await client.next(), 'closed');
});
