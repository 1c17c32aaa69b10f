// The WebSocket rung on real sockets: what becomes a fact, what never does, and what is bounded.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { climb } from '../../src/checks/climb.ts';
import { type Attempt, type CheckId, factsOf } from '../../src/evidence.ts';
import { type Credentials, noCredentials, Secret, type Target } from '../../src/target.ts';
import { httpAnswer, says } from '../lab/banners.ts';
import { openLab } from '../lab/lab.ts';
import type { Service } from '../lab/service.ts';
import { targetWith } from '../rules/evidence.ts';

const secret = 'hUnTeR2/&<tail>';

function targetAt(port: number, changes: Parameters<typeof targetWith>[0] = {}): Target {
  const mqtt = { usernameGiven: false, passwordGiven: false };
  return targetWith({ host: '127.0.0.1', port, tls: null, webSocket: {}, mqtt, ...changes });
}

function climbed(
  target: Target,
  upTo: CheckId = 'websocket',
  credentials: Credentials = noCredentials,
): Promise<Attempt> {
  return climb(target, credentials, { upTo, signal: AbortSignal.timeout(20_000) });
}

function failureOf({ outcomes: { websocket } }: Attempt): string {
  return websocket.status === 'failed' ? websocket.failure.code : websocket.status;
}

/** Switches as it should, and then writes `after` past all framing. */
function switches(after: Buffer, accept?: string): Service {
  return {
    accept: (stream) =>
      void stream.once('data', (chunk: Buffer) => {
        const key = /Sec-WebSocket-Key: (\S+)/i.exec(chunk.toString('latin1'))?.[1] ?? '';
        const digest = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
        const head = [
          'HTTP/1.1 101 Switching Protocols',
          'Upgrade: websocket',
          'Connection: Upgrade',
          `Sec-WebSocket-Accept: ${accept ?? digest.digest('base64')}`,
          'Sec-WebSocket-Protocol: mqtt',
        ];
        stream.write(`${head.join('\r\n')}\r\n\r\n`);
        stream.write(after);
        stream.resume();
      }),
  };
}

test('the request is that of a client for MQTT, and what the server chose is a fact', async () => {
  await using lab = await openLab();
  const { web, port } = await lab.ws();
  const attempt = await climbed(targetAt(port));
  const { path, offered, chosen, status, url } = factsOf(attempt, 'websocket');
  assert.deepEqual(
    { path, offered, chosen, status, url },
    {
      path: '/mqtt',
      offered: ['mqtt'],
      chosen: 'mqtt',
      status: 101,
      url: `ws://127.0.0.1:${port}/mqtt`,
    },
  );
  const [request] = web.requests;
  assert.equal(request?.path, '/mqtt');
  const { host, origin, ...headers } = request?.headers ?? {};
  assert.equal(host, `127.0.0.1:${port}`);
  assert.equal(origin, undefined);
  assert.equal(headers['sec-websocket-protocol'], 'mqtt');
  assert.equal(headers['sec-websocket-extensions'], undefined);
});

test('what was sent in secret is in no fact, however the server repeats it', async () => {
  await using lab = await openLab();
  const query = `token=${encodeURIComponent(secret)}`;
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const answer = {
    status: 404,
    headers: {
      Location: `https://other.test/mqtt?${query}`,
      'X-You-Sent': `Bearer ${secret}`,
      'Set-Cookie': 'session=server-secret',
    },
    body: `Cannot GET /mqtt?${query} for ${html} or ${secret}`,
  };
  const { web, port } = await lab.ws({ answer });
  const target = targetAt(port, { webSocket: { headers: ['Authorization'], queryGiven: true } });
  const attempt = await climbed(target, 'websocket', {
    ...noCredentials,
    headers: [{ name: 'Authorization', value: new Secret(`Bearer ${secret}`) }],
    query: new Secret(query),
  });
  assert.equal(web.requests[0]?.path, `/mqtt?${query}`);
  assert.equal(web.requests[0]?.headers.authorization, `Bearer ${secret}`);
  const report = JSON.stringify(attempt);
  assert.doesNotMatch(report, /hUnTeR2|server-secret/);
  const { location, body, status, querySent, headersSent } = factsOf(attempt, 'websocket');
  assert.equal(location, 'https://other.test/mqtt');
  assert.match(body ?? '', /^Cannot GET \/mqtt\?\[secret\]/);
  assert.deepEqual(
    { status, querySent, headersSent },
    {
      status: 404,
      querySent: true,
      headersSent: ['Authorization'],
    },
  );
});

test('a secret that is cut off at the limit of a text stays out as well', async () => {
  await using lab = await openLab();
  const token = 'hUnTeR2hUnTeR2hUnTeR2hUnTeR2';
  for (const room of [5, 12, 20]) {
    const { port } = await lab.ws({
      answer: { status: 403, body: `${'.'.repeat(1024 - room)}${token}` },
    });
    const query = new Secret(`token=${token}`);
    const attempt = await climbed(targetAt(port), 'websocket', { ...noCredentials, query });
    assert.equal(factsOf(attempt, 'websocket').body, `${'.'.repeat(1024 - room)}[secret]`);
  }
});

test('the tokens that a server sends are not kept', async () => {
  await using lab = await openLab();
  const headers = {
    Server: 'x',
    Date: 'x',
    'Set-Cookie': 'session=server-secret',
    Location: '/login?state=server-secret',
  };
  const { port } = await lab.ws({ answer: { status: 302, headers } });
  const attempt = await climbed(targetAt(port));
  assert.match(factsOf(attempt, 'websocket').answer?.sample ?? '', /^location: \/login$/im);
  assert.doesNotMatch(JSON.stringify(attempt), /server-secret/);
});

test('a password of Basic authentication stays out when the server says it in clear', async () => {
  await using lab = await openLab();
  const { port } = await lab.ws({ answer: { status: 403, body: 'alice:hUnTeR2 may not; Basic' } });
  const token = Buffer.from('alice:hUnTeR2').toString('base64');
  const headers = [{ name: 'Authorization', value: new Secret(`Basic ${token}`) }];
  const attempt = await climbed(targetAt(port), 'websocket', { ...noCredentials, headers });
  assert.equal(factsOf(attempt, 'websocket').body, '[secret] may not; Basic');
});

test('a redirect is named and not followed', async () => {
  await using lab = await openLab();
  const other = await lab.ws();
  const headers = { Location: `http://127.0.0.1:${other.port}/mqtt` };
  const { port, front } = await lab.ws({ answer: { status: 307, headers } });
  const attempt = await climbed(targetAt(port));
  assert.equal(failureOf(attempt), 'upgrade-refused');
  assert.equal(factsOf(attempt, 'websocket').location, headers.Location);
  assert.equal(front.arrivals.length, 1);
  assert.equal(other.front.arrivals.length, 0);
});

test('of a long page only the first KiB is kept', async () => {
  await using lab = await openLab();
  const { port } = await lab.ws({ answer: { status: 200, body: 'x'.repeat(1024 * 1024) } });
  const { body, bytesIn = 0 } = factsOf(await climbed(targetAt(port)), 'websocket');
  assert.equal(body, 'x'.repeat(1024));
  assert.ok(bytesIn < 256 * 1024, `${bytesIn} bytes were read`);
});

test('a page that never ends does not keep the check', async () => {
  await using lab = await openLab();
  const reply = 'HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\nhalf';
  const { port } = await lab.listen(says({ reply }, 'stay'));
  const attempt = await climbed(targetAt(port));
  assert.equal(failureOf(attempt), 'upgrade-refused');
  assert.equal(factsOf(attempt, 'websocket').body, 'half');
  const { websocket } = attempt.outcomes;
  assert.ok(websocket.status === 'failed' && websocket.ms < 3000);
});

test('endless headers are a flood', async () => {
  await using lab = await openLab();
  const reply = `HTTP/1.1 200 OK\r\n${'X-Long: y\r\n'.repeat(40_000)}`;
  const { port } = await lab.listen(says({ reply }, 'stay'));
  assert.equal(failureOf(await climbed(targetAt(port))), 'flood');
});

test('text from the server is kept printable and short', async () => {
  await using lab = await openLab();
  const headers = { Server: `\u001b[31mred ${'z'.repeat(2000)}` };
  const { port } = await lab.listen(says({ reply: httpAnswer({ status: 503, headers }) }));
  const report = JSON.stringify(factsOf(await climbed(targetAt(port)), 'websocket'));
  assert.doesNotMatch(report, /\\u001b/);
  assert.ok(report.length < 4000);
});

test('a switch with a wrong digest is no WebSocket', async () => {
  await using lab = await openLab();
  const { port } = await lab.listen(switches(Buffer.alloc(0), 'bm90IGl0'));
  assert.equal(failureOf(await climbed(targetAt(port))), 'not-websocket');
});

test('a frame that breaks the rules is the end of the connection, and no crash', async () => {
  await using lab = await openLab();
  // A reserved opcode (RFC 6455 §5.2).
  const { port } = await lab.listen(switches(Buffer.from([0x8b, 0x00])));
  const attempt = await climbed(targetAt(port), 'connect');
  const { connect, websocket } = attempt.outcomes;
  assert.equal(websocket.status, 'ok');
  assert.ok(connect.status === 'failed' && connect.failure.code === 'malformed');
});

test('a frame that claims to be endless is not waited for', async () => {
  await using lab = await openLab();
  const endless = Buffer.from([0x82, 127, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
  const { port } = await lab.listen(switches(endless));
  const { connect } = (await climbed(targetAt(port), 'connect')).outcomes;
  assert.ok(connect.status === 'failed' && connect.failure.code === 'malformed');
});

test('at the end MQTT is said goodbye, and then WebSocket', async () => {
  await using lab = await openLab();
  const { broker, front, port } = await lab.ws();
  const attempt = await climbed(targetAt(port), 'pubsub');
  assert.equal(attempt.outcomes.pubsub.status, 'ok');
  await front.idle();
  const [connection] = broker.connections;
  await connection?.over;
  assert.equal(connection?.packets.at(-1), 'disconnect');
  const close = front.arrivals[0]?.wire.seen.at(-8);
  // A masked Close frame with a code of two bytes (RFC 6455 §5.5.1).
  assert.equal(close, 0x88);
});

test('a server that never answers is stopped at the timeout', async () => {
  await using lab = await openLab();
  const { port } = await lab.ws({ onRequest: 'silent' });
  const limits = { timeoutMs: 200, deadlineMs: 2000 };
  assert.equal(failureOf(await climbed(targetAt(port, { limits }))), 'timeout');
});

for (const how of ['close', 'reset'] as const) {
  test(`a server that answers with the end of the connection (${how})`, async () => {
    await using lab = await openLab();
    const { port } = await lab.ws({ onRequest: how });
    assert.equal(failureOf(await climbed(targetAt(port))), how === 'close' ? 'closed' : 'reset');
  });
}
