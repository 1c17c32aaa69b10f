// Needs an address that other machines could reach this one by; without a network there is none.

import { networkInterfaces } from 'node:os';
import { defineScenario } from '../scenario.ts';

const own = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4');

export default defineScenario({
  title: "the broker listens on loopback only, and is dialled by the machine's own address",
  layer: 'tcp',
  expect: own ? 'tcp/loopback-only' : 'tcp/refused',
  certainty: own ? 'proven' : 'observed',
  madeFrom: 'broker-loopback-only',
  build: async (lab) => {
    const { port } = await lab.mqtt();
    return { args: [`mqtt://${own?.address ?? '127.83.41.5'}:${port}`] };
  },
});
