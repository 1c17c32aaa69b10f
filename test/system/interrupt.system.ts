// Ctrl-C: what is known is written, whatever the network is doing.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { startCheck } from './doctor.ts';

/** Accepts, reads, and never says a word. */
async function silence() {
  const guests: Socket[] = [];
  const server = createServer((socket) => {
    guests.push(socket.on('error', () => {}).resume());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // It listens on TCP, so its address is no pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    /** Resolves when a guest has said something. */
    spokenTo: async () => {
      const [guest] = await once(server, 'connection');
      await once(guest, 'data');
    },
    [Symbol.asyncDispose]: async () => {
      for (const guest of guests) guest.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

for (const [transport, check] of [
  ['mqtt', 'connect'],
  ['mqtts', 'tls'],
]) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`${transport}: ${signal} while a server keeps silent ends with a report`, async () => {
      await using server = await silence();
      const spokenTo = server.spokenTo();
      const { child, visit } = startCheck([`${transport}://127.0.0.1:${server.port}`]);
      await spokenTo;
      child.kill(signal);
      const { exitCode, report, stderr } = await visit;
      assert.equal(exitCode, 130, stderr);
      assert.equal(report.verdict.exitCode, 130);
      const stopped = report.checks.find(({ id }) => id === check);
      assert.equal(stopped?.failure?.code, 'interrupted');
      assert.equal(report.checks.find(({ id }) => id === 'tcp')?.status, 'ok');
      assert.ok(report.ms < 4000, 'it did not wait for its time to be over');
    });
  }
}
