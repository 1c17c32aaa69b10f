import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a web server sends everyone to TLS',
  layer: 'websocket',
  expect: 'websocket/redirected',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.ws({
      answer: { status: 301, headers: { Location: 'https://broker.test/mqtt' } },
    });
    return { args: [`ws://localhost:${port}`] };
  },
});
