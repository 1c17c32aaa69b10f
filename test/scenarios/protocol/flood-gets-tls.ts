import { flood } from '../../lab/odd-answers.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'something answers the TLS hello without end',
  layer: 'protocol',
  expect: 'protocol/other-service',
  orElse: ['tls/closed-in-handshake'],
  build: async (lab) => {
    const { port } = await lab.listen({ accept: (stream) => flood(stream) });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
