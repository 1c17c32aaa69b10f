// Ports that nobody answers: one that refuses, and one that drops every packet.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

/** A port on which nobody listens: connecting is refused. */
export async function shutPort(host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  // It listens on TCP, so its address is no pipe's name.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A port that swallows SYNs as a firewall does that drops: connecting never ends. Linux only. */
export interface BlackHole {
  readonly host: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

// A thread listens with the shortest queue and then stands still: two connections fill the
// queue, and Linux drops every further SYN.
const listenAndFreeze = `
  const { parentPort, workerData } = require('node:worker_threads');
  const server = require('node:net').createServer();
  server.listen({ ...workerData.at, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(workerData.never, 0, 0);
  });
`;

export async function openBlackHole(host = '127.0.0.1', port = 0): Promise<BlackHole> {
  const never = new Int32Array(new SharedArrayBuffer(4));
  const workerData = { at: { host, port }, never };
  const worker = new Worker(listenAndFreeze, { eval: true, workerData });
  const [real] = await once(worker, 'message');
  const fillers: Socket[] = [];
  for (let filler = 0; filler < 2; filler++) {
    const socket = connect(real, host);
    fillers.push(socket);
    await once(socket, 'connect');
    socket.on('error', () => {}); // the thread's end resets it
  }
  return {
    host,
    port: real,
    async close() {
      for (const socket of fillers) socket.destroy();
      Atomics.notify(never, 0);
      await worker.terminate();
    },
  };
}
