import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker listens on 1883 only, and the TLS port is dialled',
  layer: 'tcp',
  expect: 'tcp/other-port-open',
  certainty: 'proven',
  build: async (lab) => {
    const { host } = await lab.mqtt({}, { host: '127.83.41.10', port: 1883 });
    return { args: [`mqtts://${host}`] };
  },
});
