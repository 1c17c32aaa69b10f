// Of the addresses that a machine reaches without its network, only its own can be private ones.

import { networkInterfaces } from 'node:os';
import { isPrivate } from '../../../src/address.ts';
import { defineScenario } from '../scenario.ts';

const own = Object.values(networkInterfaces())
  .flatMap((all) => all ?? [])
  .find(({ address }) => isPrivate(address) && !address.startsWith('fe80:'));

export default defineScenario({
  title: 'a public name has a private address, and nothing listens there',
  layer: 'dns',
  expect: 'tcp/refused',
  orElse: ['tcp/other-port-open'],
  ...(own ? { also: ['dns/private-address'] } : {}),
  madeFrom: 'private-address-given-to-remote-client',
  build: async (lab) => {
    const host = own?.address ?? '127.83.40.1';
    const record = own?.family === 'IPv6' ? { aaaa: [host] } : { a: [host] };
    const dns = await lab.dns({ 'mqtt.acme-devices.net': record });
    const port = await lab.shutPort(host);
    const resolver = ['--resolver', `${dns.host}:${dns.port}`];
    return { args: [`mqtts://mqtt.acme-devices.net:${port}`, ...resolver] };
  },
});
