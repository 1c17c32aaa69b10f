import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'no broker is running',
  layer: 'tcp',
  expect: 'tcp/refused',
  certainty: 'observed',
  madeFrom: 'broker-not-running',
  build: async (lab) => {
    const host = '127.83.41.1';
    return { args: [`mqtts://${host}:${await lab.shutPort(host)}`] };
  },
});
