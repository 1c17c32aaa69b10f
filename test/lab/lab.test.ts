import assert from 'node:assert/strict';
import { once } from 'node:events';
import { access, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { test } from 'node:test';
import { connackOf, dial } from './client.ts';
import { openLab } from './lab.ts';

test('a lab keeps files while it is open and removes them', async () => {
  const lab = await openLab();
  const path = await lab.file('password', 'secret');
  assert.equal(await readFile(path, 'utf8'), 'secret');
  await lab.close();
  await assert.rejects(access(lab.dir), { code: 'ENOENT' });
});

test('closing a lab ends every server and connection in it', async () => {
  const lab = await openLab();
  const at = await lab.mqtt();
  const slow = await lab.relay(at, { delayMs: 60_000 });
  await lab.dns({ 'a.test': { delayMs: 60_000 } });
  const client = await dial(at);
  await client.next();
  await dial(slow).then(({ stream }) => stream.on('error', () => {}));
  await lab.close();
  assert.equal(await client.next(), 'closed');
  assert.equal(await connectError(at.port), 'ECONNREFUSED');
  assert.equal(await connectError(slow.port), 'ECONNREFUSED');
});

test('a broker over TLS is healthy without further words', async () => {
  await using lab = await openLab();
  const at = await lab.mqtts();
  const ca = (await lab.authority()).cert;
  const client = await dial(at, {}, { ca, servername: 'broker.test' });
  assert.deepEqual(await client.nextOf('reasonCode'), { reasonCode: 0 });
});

test('one port can have a broker on one address and nothing on another', async () => {
  await using lab = await openLab();
  const { port } = await lab.mqtt({}, { host: '::1' });
  assert.equal(await connackOf({ host: '::1', port }), 0);
  assert.equal(await connectError(port), 'ECONNREFUSED');
});

test('a shut port refuses', async () => {
  await using lab = await openLab();
  assert.equal(await connectError(await lab.shutPort()), 'ECONNREFUSED');
});

test('a black hole never answers a connection', {
  skip: process.platform !== 'linux',
}, async () => {
  await using lab = await openLab();
  const hole = await lab.blackHole('127.0.0.3');
  const socket = connect(hole.port, hole.host);
  // A whole exchange with a living server passes meanwhile, and nothing comes of this one.
  assert.equal(await connackOf(await lab.mqtt({ connect: { delayMs: 100 } })), 0);
  assert.equal(socket.connecting, true);
  socket.destroy();
});

async function connectError(port: number): Promise<string | undefined> {
  const socket = connect(port, '127.0.0.1');
  const [error] = await once(socket, 'connect').catch((thrown) => [thrown]);
  socket.destroy();
  return error?.code;
}
