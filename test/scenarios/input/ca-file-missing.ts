import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the path of the CA file is mistyped',
  layer: 'input',
  expect: 'input/ca-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    return { args: [`mqtts://localhost:${port}`, '--ca', `${lab.dir}/ca.crt`] };
  },
});
