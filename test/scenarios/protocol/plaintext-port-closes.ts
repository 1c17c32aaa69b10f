import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'TLS is spoken to a plain broker, which hangs up',
  layer: 'protocol',
  expect: 'protocol/plaintext-port',
  certainty: 'proven',
  madeFrom: 'tls-to-plaintext-port',
  build: async (lab) => {
    const { port } = await lab.mqtt({ whenNotMqtt: 'close' });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
