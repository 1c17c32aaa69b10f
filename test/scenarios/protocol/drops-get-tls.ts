import { garbage, trickle } from '../../lab/odd-answers.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'something answers the TLS hello with a byte a second',
  layer: 'protocol',
  expect: 'protocol/other-service',
  orElse: ['tls/timeout'],
  silent: true,
  build: async (lab) => {
    const { port } = await lab.listen({ accept: (stream) => trickle(stream, garbage, 1000) });
    return { args: [`mqtts://localhost:${port}`, '--timeout', '1500'] };
  },
});
