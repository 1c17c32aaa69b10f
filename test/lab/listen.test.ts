import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { answersHttp, banners, says } from './banners.ts';
import { dial } from './client.ts';
import { openLab } from './lab.ts';
import { flood, sendEndlessPacket, sendsGarbage, trickle } from './odd-answers.ts';
import {
  closes,
  closesAfterFirstBytes,
  resets,
  resetsAfterFirstBytes,
  type Service,
  silent,
} from './service.ts';

/** Everything that comes until the end, or the error's code. */
async function saidTo(port: number, words: string | null): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  if (words !== null) socket.write(words);
  try {
    return (await buffer(socket)).toString('latin1');
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code); // streams fail with errno errors
  }
}

test('a front listens where it is told and says on which port', async () => {
  await using lab = await openLab();
  const [four, other, six] = await Promise.all([
    lab.listen(says({ first: 'four' })),
    lab.listen(says({ first: 'other' }), { host: '127.1.2.3' }),
    lab.listen(says({ first: 'six' }), { host: '::1' }),
  ]);
  for (const { host, port, arrivals } of [four, other, six]) {
    const socket = connect(port, host);
    await once(socket, 'data');
    assert.equal(arrivals[0]?.local.address, host);
    socket.destroy();
  }
});

test('a service can close or reset at accept, or after the first bytes', async () => {
  await using lab = await openLab();
  const outcome = async (service: Service) => saidTo((await lab.listen(service)).port, 'hello');
  assert.equal(await outcome(closes), '');
  assert.equal(await outcome(resets), 'ECONNRESET');
  assert.equal(await outcome(closesAfterFirstBytes), '');
  assert.equal(await outcome(resetsAfterFirstBytes), 'ECONNRESET');
});

test('a silent service takes everything and says nothing until the client leaves', async () => {
  await using lab = await openLab();
  const front = await lab.listen(silent);
  const socket = connect(front.port, '127.0.0.1');
  socket.end('anything');
  assert.equal((await buffer(socket)).length, 0);
  assert.equal(await front.arrivals[0]?.wire.ended, 'closed');
});

test('banners are said at once, or to the first bytes', async () => {
  await using lab = await openLab();
  const ssh = await lab.listen(says('ssh'));
  assert.equal(await saidTo(ssh.port, 'x'), banners.ssh.first + banners.ssh.reply);
  const redis = await lab.listen(says('redis'));
  assert.equal(await saidTo(redis.port, 'x'), banners.redis.reply);
  const web = await lab.listen(
    answersHttp({ status: 404, headers: { Server: 'lab' }, body: 'no' }),
  );
  const page = await saidTo(web.port, '\x10\x10\0\x04MQTT');
  assert.match(page, /^HTTP\/1\.1 404 Not Found\r\nServer: lab\r\n.*\r\n\r\nno$/s);
});

test('noise, drops and floods end when the client leaves', async () => {
  await using lab = await openLab();
  const pours: Service = { accept: (stream) => sendEndlessPacket(stream.resume()) };
  const floods: Service = { accept: (stream) => flood(stream.resume()) };
  const drips: Service = { accept: (stream) => trickle(stream.resume(), Buffer.from('abc'), 1) };
  for (const service of [pours, floods, drips, sendsGarbage]) {
    const front = await lab.listen(service);
    const socket: Socket = connect(front.port, '127.0.0.1');
    socket.write('hello');
    await once(socket, 'data');
    socket.destroy();
    await front.idle();
  }
});

test('connections beyond the limit are closed at accept', async () => {
  await using lab = await openLab();
  const { port } = await lab.listen(says({ first: 'welcome' }), { maxConnections: 1 });
  const first = connect(port, '127.0.0.1');
  await once(first, 'data');
  assert.equal(await saidTo(port, null), '');
  first.destroy();
});

test('a listener that wants the PROXY header serves only those that send it', async () => {
  await using lab = await openLab();
  const front = await lab.listen(lab.broker(), { proxyHeader: 'close' });
  const bare = await dial(front);
  assert.equal(await bare.next(), 'closed');
  const proxied = await dial(front, null);
  proxied.stream.write('PROXY TCP4 192.0.2.1 192.0.2.2 4711 1883\r\n');
  proxied.send({ cmd: 'connect', clientId: 'x', protocolVersion: 5, keepalive: 0 });
  assert.deepEqual(await proxied.nextOf('cmd', 'reasonCode'), { cmd: 'connack', reasonCode: 0 });
});

test('a front keeps the raw bytes of every connection', async () => {
  await using lab = await openLab();
  const front = await lab.listen(closesAfterFirstBytes);
  await saidTo(front.port, 'first');
  await saidTo(front.port, 'second');
  assert.deepEqual(
    front.arrivals.map(({ wire }) => wire.seen.toString()),
    ['first', 'second'],
  );
});

test('closing a front ends its connections at once', async () => {
  await using lab = await openLab();
  const front = await lab.listen(silent);
  const socket = connect(front.port, '127.0.0.1');
  await once(socket, 'connect');
  const over = once(socket, 'close');
  socket.resume();
  await front.close();
  await over;
});
