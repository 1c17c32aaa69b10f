import { WebSocketFront } from '../../lab/web-socket-front.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker behind WebSocket does not accept the password',
  layer: 'websocket',
  expect: 'connect/not-authorized',
  orElse: ['connect/bad-credentials'],
  build: async (lab) => {
    const front = new WebSocketFront(lab.broker({ connect: { users: { alice: 'right' } } }));
    const { port } = await lab.listen(front);
    return { args: [`ws://localhost:${port}`, ...(await alice(lab))] };
  },
});
