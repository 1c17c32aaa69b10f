import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'TLS is spoken to a plain broker that wants a password',
  layer: 'protocol',
  expect: 'protocol/plaintext-port',
  certainty: 'proven',
  madeFrom: 'tls-to-plaintext-port',
  build: async (lab) => {
    const { port } = await lab.mqtt({ connect: { users: { alice: 'secret' } } });
    return { args: [`mqtts://localhost:${port}`, '-u', 'alice', '-P', 'secret'] };
  },
});
