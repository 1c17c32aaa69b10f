// A queue that is full for a while loses the first SYN; the one that follows a second later
// is let in.

import { once } from 'node:events';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { defineScenario } from '../scenario.ts';

const freezeThenRelay = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { connect, createServer } = require('node:net');
  const server = createServer((near) => {
    const far = connect(workerData.port, workerData.host);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen({ host: workerData.host, port: 0, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
  });
`;

export default defineScenario({
  title: 'the first packet to the broker is lost',
  layer: 'tcp',
  expect: null,
  also: ['tcp/slow'],
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    const relay = new Worker(freezeThenRelay, { eval: true, workerData: { host, port } });
    relay.unref();
    const [busy] = await once(relay, 'message');
    for (let filler = 0; filler < 2; filler++) {
      const socket = connect(busy, host).on('error', () => {});
      await once(socket, 'connect');
      socket.unref();
    }
    return { args: [`mqtt://${host}:${busy}`] };
  },
});
