import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Duplex } from 'node:stream';
import { test } from 'node:test';
import { connect as connectTls } from 'node:tls';
import { helloIsDecided, readClientHello } from './client-hello.ts';
import { openLab } from './lab.ts';

/** The ClientHello that this runtime would send. */
async function hello(options: { servername?: string; ALPNProtocols?: string[] }): Promise<Buffer> {
  return new Promise((resolve) => {
    const wire = new Duplex({ read() {}, write: (chunk) => resolve(chunk) });
    const socket = connectTls({ socket: wire, ...options });
    socket.on('error', () => {});
  });
}

test('a ClientHello tells the server name and the protocols', async () => {
  const bytes = await hello({ servername: 'Broker.Test', ALPNProtocols: ['mqtt', 'h2'] });
  const read = readClientHello(bytes);
  assert.equal(read?.serverName, 'broker.test');
  assert.deepEqual(read?.alpn, ['mqtt', 'h2']);
  assert.deepEqual(read?.versions, [0x0304, 0x0303]);
});

test('a ClientHello without extensions of ours has neither', async () => {
  const read = readClientHello(await hello({}));
  assert.equal(read?.serverName, null);
  assert.deepEqual(read?.alpn, []);
});

test('a ClientHello is decided with its last byte, other bytes with their first', async () => {
  const bytes = await hello({});
  assert.ok(helloIsDecided(bytes));
  assert.ok(!helloIsDecided(bytes.subarray(0, -1)));
  assert.ok(!helloIsDecided(bytes.subarray(0, 1)));
  assert.ok(helloIsDecided(Buffer.from([0x10])));
  assert.equal(readClientHello(Buffer.from('100c00044d515454', 'hex')), null);
});

test('a ClientHello cut short anywhere is null or read, never an error', async () => {
  const bytes = await hello({ servername: 'broker.test' });
  for (let length = 0; length < bytes.length; length++) readClientHello(bytes.subarray(0, length));
});

test('a ClientHello cut into records of one byte is read whole', async () => {
  const bytes = await hello({ servername: 'broker.test' });
  const records = [...bytes.subarray(5)].map((byte) => Buffer.from([22, 3, 1, 0, 1, byte]));
  await using lab = await openLab();
  const { front } = await lab.mqtts({}, { requireSni: { names: [], refuse: 'alert' } });
  const socket = connect(front.port, '127.0.0.1');
  for (const record of records) socket.write(record);
  const [answer] = await once(socket, 'data');
  assert.deepEqual([...answer], [21, 3, 3, 0, 2, 2, 112]);
  assert.equal(front.arrivals[0]?.hello?.serverName, 'broker.test');
  socket.destroy();
});
