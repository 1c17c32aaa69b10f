import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'two protocol names are offered, and the server takes the second',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({}, { alpn: { names: ['x-amzn-mqtt-ca'] } });
    return {
      args: [
        `mqtts://localhost:${port}`,
        ...(await trusting(lab)),
        '--alpn',
        'mqtt,x-amzn-mqtt-ca',
      ],
    };
  },
});
