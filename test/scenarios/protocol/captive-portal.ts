import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the network answers with its sign-in page (511)',
  layer: 'protocol',
  expect: 'protocol/captive-portal',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.listen(answersHttp({ status: 511 }));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
