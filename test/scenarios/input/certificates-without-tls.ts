import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'certificates are configured, and the scheme is the one without TLS',
  layer: 'input',
  expect: 'input/tls-not-enabled',
  madeFrom: 'tls-config-but-tcp-scheme',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const file = await lab.file('ca.crt', (await lab.authority()).cert);
    return { args: [`mqtt://localhost:${port}`, '--ca', file] };
  },
});
