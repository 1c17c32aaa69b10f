import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'every address of the name refuses',
  layer: 'tcp',
  expect: 'tcp/refused',
  certainty: 'observed',
  orElse: ['tcp/other-port-open'],
  build: async (lab) => {
    const dns = await lab.dns({
      'broker.test': { a: ['127.83.41.3', '127.83.41.4'], aaaa: ['::1'] },
    });
    const port = await lab.shutPort();
    return { args: [`mqtts://broker.test:${port}`, '--resolver', `${dns.host}:${dns.port}`] };
  },
});
