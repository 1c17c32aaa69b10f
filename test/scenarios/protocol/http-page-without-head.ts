import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'what answers is a page without a status line',
  layer: 'protocol',
  expect: 'protocol/http',
  certainty: 'observed',
  build: async (lab) => {
    const reply = '<html><body><h1>400 Bad request</h1></body></html>';
    const { port } = await lab.listen(says({ reply }));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
