import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a signed address is refused',
  layer: 'websocket',
  expect: 'websocket/forbidden',
  orElse: ['websocket/signature-rejected'],
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.wss({ answer: { status: 403, body: 'signature does not match' } });
    return {
      args: [`wss://localhost:${port}?X-Amz-Signature=0123456789abcdef`, ...(await trusting(lab))],
    };
  },
});
