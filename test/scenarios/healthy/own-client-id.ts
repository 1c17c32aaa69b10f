import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the user names the client id, a will and a keep-alive',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { host, port } = await lab.mqtt();
    return {
      args: [
        `mqtt://${host}:${port}`,
        '-i',
        'kitchen-7',
        '-k',
        '30',
        '--will-topic',
        'home/gone',
        '--no-clean',
      ],
    };
  },
});
