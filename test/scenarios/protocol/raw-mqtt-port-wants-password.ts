import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'WebSocket is spoken to a port for MQTT that wants a password',
  layer: 'protocol',
  expect: 'protocol/raw-mqtt-port',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { users: { alice: 'correct horse' } } });
    return { args: [`ws://localhost:${port}`, ...(await alice(lab))] };
  },
});
