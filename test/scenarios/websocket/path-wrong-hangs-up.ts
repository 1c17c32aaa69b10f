import { WebSocketFront } from '../../lab/web-socket-front.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the server hangs up on a path that it does not know',
  layer: 'websocket',
  expect: 'websocket/wrong-path',
  certainty: 'proven',
  build: async (lab) => {
    const known = new WebSocketFront(lab.broker(), { paths: ['/mqtt'] });
    const unknown = new WebSocketFront(lab.broker(), { onRequest: 'close' });
    const { port } = await lab.listen({
      accept: (stream, arrival) => {
        void arrival.wire
          .first((seen) => seen.includes('\r\n'))
          .then((seen) => {
            const front = seen.toString('latin1').startsWith('GET /mqtt ') ? known : unknown;
            front.accept(stream, arrival);
          });
      },
    });
    return { args: [`ws://localhost:${port}/web`] };
  },
});
