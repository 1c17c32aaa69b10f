import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the client id is longer than the 23 characters of MQTT 3.1',
  layer: 'connect',
  expect: 'connect/client-id-rejected',
  certainty: 'proven',
  madeFrom: 'client-id-too-long',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { clientId: { maxLength: 23 } } });
    return {
      args: [`mqtt://127.0.0.1:${port}`, '-V', '3.1', '-i', 'building-4-floor-2-room-17-lamp'],
    };
  },
});
