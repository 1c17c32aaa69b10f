import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the listener expects the PROXY protocol, and hangs up on who begins with MQTT',
  layer: 'protocol',
  expect: 'protocol/proxy-header-expected',
  certainty: 'proven',
  madeFrom: 'proxy-protocol-expected',
  build: async (lab) => {
    const { port } = await lab.mqtt({}, { proxyHeader: 'close' });
    return { args: [`mqtt://localhost:${port}`] };
  },
});
