import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'another address is dialled, and the name stays that of the target',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtts();
    const file = await lab.file('ca.crt', (await lab.authority()).cert);
    return { args: ['mqtts://broker.test', '--ca', file, '--connect-to', `${host}:${port}`] };
  },
});
