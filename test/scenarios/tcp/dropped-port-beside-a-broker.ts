import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a firewall drops the TLS port, and the plain one answers',
  layer: 'tcp',
  expect: 'tcp/other-port-open',
  certainty: 'proven',
  silent: true,
  build: async (lab) => {
    const { host } = await lab.mqtt({}, { host: '127.83.41.12', port: 1883 });
    const { port } = await lab.blackHole(host);
    return { args: [`mqtts://${host}:${port}`, '--timeout', '1500'] };
  },
});
