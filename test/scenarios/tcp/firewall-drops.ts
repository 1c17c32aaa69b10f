import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a firewall drops what goes to the port',
  layer: 'tcp',
  expect: 'tcp/timeout',
  certainty: 'observed',
  silent: true,
  madeFrom: 'firewall-drops-inbound',
  build: async (lab) => {
    const { host, port } = await lab.blackHole('127.83.41.6');
    return { args: [`mqtts://${host}:${port}`, '--timeout', '1500'] };
  },
});
