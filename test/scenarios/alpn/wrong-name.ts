import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the client offers another protocol name than the port wants',
  layer: 'alpn',
  expect: 'alpn/wrong-name',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts(
      {},
      { alpn: { names: ['x-amzn-mqtt-ca'], whenNone: 'alert' } },
    );
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--alpn', 'h2'] };
  },
});
