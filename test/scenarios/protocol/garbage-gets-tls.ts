import { sendsGarbage } from '../../lab/odd-answers.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'something answers the TLS hello that is neither TLS nor known',
  layer: 'protocol',
  expect: 'protocol/other-service',
  build: async (lab) => {
    const { port } = await lab.listen(sendsGarbage);
    return { args: [`mqtts://localhost:${port}`] };
  },
});
