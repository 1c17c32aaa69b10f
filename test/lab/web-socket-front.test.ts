import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { WebSocket } from 'ws';
import { openLab } from './lab.ts';
import type { WebSocketTraits } from './web-socket-front.ts';

/** The status with which a client of the library is met, and the subprotocol that was chosen. */
async function meets(
  traits: WebSocketTraits,
  {
    path = '/mqtt',
    protocols = ['mqtt'],
    origin,
  }: {
    readonly path?: string;
    readonly protocols?: readonly string[];
    readonly origin?: string;
  } = {},
): Promise<{ readonly status: number; readonly chosen: string | undefined }> {
  await using lab = await openLab();
  const { port } = await lab.ws(traits);
  const client = new WebSocket(`ws://127.0.0.1:${port}${path}`, [...protocols], {
    ...(origin === undefined ? {} : { origin }),
  });
  client.on('error', () => {});
  // What the library gives with either event: last the answer.
  const heard: unknown[] = await Promise.race([
    once(client, 'upgrade'),
    once(client, 'unexpected-response'),
  ]);
  const response = heard.at(-1) as IncomingMessage;
  client.terminate();
  return {
    status: response.statusCode ?? 0,
    chosen: response.headers['sec-websocket-protocol'],
  };
}

const healthy = { status: 101, chosen: 'mqtt' };

test('without traits it switches under /mqtt and agrees to mqtt', async () => {
  assert.deepEqual(await meets({}), healthy);
  assert.deepEqual(await meets({}, { path: '/mqtt?token=x' }), healthy);
  assert.equal((await meets({}, { path: '/' })).status, 404);
  assert.deepEqual(await meets({}, { protocols: [] }), { status: 101, chosen: undefined });
});

test('it chooses the subprotocol that it is told to', async () => {
  assert.deepEqual(await meets({ subprotocol: 'ignores' }), { status: 101, chosen: undefined });
  assert.equal((await meets({ subprotocol: { chooses: 'x' } })).chosen, 'x');
  const old = { subprotocol: { requires: 'mqttv3.1' } };
  assert.equal((await meets(old)).status, 400);
  assert.equal((await meets(old, { protocols: ['mqttv3.1'] })).chosen, 'mqttv3.1');
});

test('it looks at the Origin where it is told to', async () => {
  const origins = { origins: ['https://app.example'] };
  assert.deepEqual(await meets(origins), healthy);
  assert.deepEqual(await meets(origins, { origin: 'https://app.example' }), healthy);
  assert.equal((await meets(origins, { origin: 'https://other.example' })).status, 403);
  assert.equal((await meets({ originRequired: true })).status, 403);
});

test('it wants a token where it is told to', async () => {
  assert.equal((await meets({ authorization: 'Bearer x' })).status, 401);
});
