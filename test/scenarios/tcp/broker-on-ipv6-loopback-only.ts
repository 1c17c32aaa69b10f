// Needs an IPv6 address that other machines could reach this one by.

import { networkInterfaces } from 'node:os';
import { defineScenario } from '../scenario.ts';

const own = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(
    ({ address, internal, family }) =>
      !internal && family === 'IPv6' && !address.startsWith('fe80:'),
  );

export default defineScenario({
  title: "the broker listens on ::1 instead of ::, and is dialled by the machine's own address",
  layer: 'tcp',
  expect: own ? 'tcp/loopback-only' : 'tcp/refused',
  certainty: own ? 'proven' : 'observed',
  madeFrom: 'ipv6-listener-loopback',
  build: async (lab) => {
    const { port } = await lab.mqtt({}, { host: '::1' });
    return { args: [`mqtt://${own ? `[${own.address}]` : '127.83.41.18'}:${port}`] };
  },
});
