// A healthy broker with TLS for the bench: Mosquitto where it is installed, else the lab's.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Lab } from '../lab/lab.ts';

export interface HealthyBroker {
  readonly name: string;
  readonly port: number;
  /** Path of the authority's certificate. */
  readonly ca: string;
}

const mosquittos = [
  '/usr/sbin/mosquitto',
  '/usr/local/sbin/mosquitto',
  '/opt/homebrew/sbin/mosquitto',
];

export async function healthyBroker(lab: Lab): Promise<HealthyBroker> {
  const ca = await lab.file('ca.crt', (await lab.authority()).cert);
  const binary = mosquittos.find((one) => existsSync(one));
  if (!binary) {
    const { port } = await lab.mqtts();
    return { name: "the lab's", port, ca };
  }
  const { fullchain, key } = await lab.identity();
  const port = await lab.shutPort();
  const config = await lab.file(
    'mosquitto.conf',
    [
      // Without it Mosquitto itself waits for acknowledgements between its packets.
      'set_tcp_nodelay true',
      'user root',
      `listener ${port} 127.0.0.1`,
      'allow_anonymous true',
      `certfile ${await lab.file('server.crt', fullchain)}`,
      `keyfile ${await lab.file('server.key', key)}`,
      '',
    ].join('\n'),
  );
  const process = spawn(binary, ['-c', config], { stdio: 'ignore' });
  lab.owns(() => {
    process.kill();
  });
  await listening(port);
  return { name: 'Mosquitto', port, ca };
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await pause(50);
  }
  throw new Error(`nothing listens on port ${port}`);
}
