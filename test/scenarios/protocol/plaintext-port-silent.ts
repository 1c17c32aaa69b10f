import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'TLS is spoken to a plain broker, which waits for more',
  layer: 'protocol',
  expect: 'protocol/plaintext-port',
  certainty: 'proven',
  madeFrom: 'tls-to-plaintext-port',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({ whenNotMqtt: 'silent' });
    return { args: [`mqtts://localhost:${port}`, '--timeout', '1500'] };
  },
});
