import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'TLS is spoken to a plain broker of MQTT 3.1.1, which hangs up on 5',
  layer: 'protocol',
  expect: 'protocol/plaintext-port',
  certainty: 'proven',
  madeFrom: 'tls-to-plaintext-port',
  build: async (lab) => {
    const connect = { versions: ['3.1.1', '3.1'], whenVersionRefused: 'connack-3.1.1' } as const;
    const { port } = await lab.mqtt({ connect });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
