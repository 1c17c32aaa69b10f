import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the listener expects the PROXY protocol, and the broker behind it a password',
  layer: 'protocol',
  expect: 'protocol/proxy-header-expected',
  certainty: 'proven',
  madeFrom: 'proxy-protocol-expected',
  build: async (lab) => {
    const users = { alice: 'secret' };
    const { port } = await lab.mqtt({ connect: { users } }, { proxyHeader: 'close' });
    return { args: [`mqtt://localhost:${port}`, '-u', 'alice', '-P', 'secret'] };
  },
});
