import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker listens, and the port is mistyped',
  layer: 'tcp',
  expect: 'tcp/refused',
  certainty: 'observed',
  madeFrom: 'wrong-port-typo',
  build: async (lab) => {
    const { host } = await lab.mqtt({}, { host: '127.83.41.2' });
    return { args: [`mqtt://${host}:${await lab.shutPort(host)}`] };
  },
});
