import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a right password is on the command line, and TLS is not',
  layer: 'protocol',
  expect: 'protocol/tls-port',
  certainty: 'proven',
  madeFrom: 'plaintext-to-tls-port',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { users: { alice: 'secret' } } });
    return { args: [`mqtt://localhost:${port}`, '-u', 'alice', '-P', 'secret'] };
  },
});
