import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the listener expects the PROXY protocol, and resets who begins with MQTT',
  layer: 'protocol',
  expect: 'protocol/proxy-header-expected',
  certainty: 'proven',
  madeFrom: 'proxy-protocol-expected',
  build: async (lab) => {
    const { port } = await lab.mqtt({}, { proxyHeader: 'reset' });
    return { args: [`mqtt://localhost:${port}`] };
  },
});
