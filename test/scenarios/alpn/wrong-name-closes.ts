import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the port hangs up on the protocol name that is offered',
  layer: 'alpn',
  expect: 'alpn/wrong-name',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts(
      {},
      {
        alpn: {
          names: ['mqtt'],
          whenNone: 'close-after-handshake',
          whenOther: 'close-after-handshake',
        },
      },
    );
    return {
      args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--alpn', 'x-amzn-mqtt-ca'],
    };
  },
});
