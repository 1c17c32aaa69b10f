import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: "with the protocol name that is offered the port is a web server's",
  layer: 'alpn',
  expect: 'alpn/wrong-name',
  certainty: 'proven',
  build: async (lab) => {
    const { port } = await lab.mqtts(
      {},
      { alpn: { names: ['mqtt'], whenNone: 'http', whenOther: 'http' } },
    );
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), '--alpn', 'http/1.1'] };
  },
});
