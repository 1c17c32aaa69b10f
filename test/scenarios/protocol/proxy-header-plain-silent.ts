import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the listener expects the PROXY protocol, and does not answer who begins with MQTT',
  layer: 'protocol',
  expect: 'protocol/proxy-header-expected',
  certainty: 'proven',
  madeFrom: 'proxy-protocol-expected',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.mqtt({}, { proxyHeader: 'silent' });
    return { args: [`mqtt://localhost:${port}`, '--timeout', '1500'] };
  },
});
