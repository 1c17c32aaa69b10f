import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { type Lab, openLab } from './lab.ts';
import type { RelayTraits } from './relay.ts';
import { resetsAfterFirstBytes, type Service } from './service.ts';

/** Gives back what it gets, and the FIN. */
const echo: Service = {
  accept: (stream) => {
    stream.on('data', (chunk) => stream.write(chunk));
  },
};

async function through(lab: Lab, traits: RelayTraits, service = echo) {
  const { port } = await lab.relay(await lab.listen(service), traits);
  return connect(port, '127.0.0.1');
}

test('a relay passes both ways, and the end', async () => {
  await using lab = await openLab();
  const socket = await through(lab, {});
  socket.end('hello');
  assert.equal(String(await buffer(socket)), 'hello');
});

test('a delay is added in each direction, order is kept', async () => {
  await using lab = await openLab();
  const socket = await through(lab, { delayMs: 40 });
  await once(socket, 'connect');
  const began = performance.now();
  socket.write('a');
  socket.write('b');
  socket.end('c');
  assert.equal(String(await buffer(socket)), 'abc');
  assert.ok(performance.now() - began >= 79);
});

test('a path can close or reset after so many bytes', async () => {
  await using lab = await openLab();
  const closed = await through(lab, { down: { maxBytes: 8, beyond: 'close' } });
  closed.write('hello');
  assert.equal(String((await once(closed, 'data'))[0]), 'hello');
  closed.write('world');
  assert.equal(String(await buffer(closed)), 'wor');
  const reset = await through(lab, { up: { maxBytes: 3, beyond: 'reset' } });
  reset.write('hello');
  await assert.rejects(buffer(reset), { code: 'ECONNRESET' });
});

test('a path that swallows large pieces lets small ones pass', async () => {
  await using lab = await openLab();
  const front = await lab.listen(echo);
  const { port } = await lab.relay(front, { up: { swallowAbove: 1200 } });
  const socket = connect(port, '127.0.0.1');
  socket.write('small');
  await once(socket, 'data');
  socket.write(Buffer.alloc(1500));
  // Its round trip begins after the large piece was sent, so that one had its time.
  const witness = connect(port, '127.0.0.1');
  witness.end('witness');
  await buffer(witness);
  assert.equal(front.arrivals[0]?.wire.bytes, 'small'.length);
  assert.equal(socket.bytesRead, 'small'.length);
  socket.destroy();
});

test('a reset behind the relay is a reset before it', async () => {
  await using lab = await openLab();
  const socket = await through(lab, {}, resetsAfterFirstBytes);
  socket.write('hello');
  await assert.rejects(buffer(socket), { code: 'ECONNRESET' });
});
