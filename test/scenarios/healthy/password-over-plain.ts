import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a password over plain MQTT, on this machine',
  layer: 'healthy',
  expect: null,
  also: ['connect/credentials-in-clear'],
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { users: { alice: 'correct horse' } } });
    return { args: [`mqtt://127.0.0.1:${port}`, ...(await alice(lab))] };
  },
});
