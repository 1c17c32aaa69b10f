import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: "the CA file holds the server's own certificate, as openssl s_client shows it first",
  layer: 'input',
  expect: 'input/ca-wrong-kind',
  madeFrom: 'ca-file-wrong-kind',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const file = await lab.file('ca.crt', (await lab.identity()).cert);
    return { args: [`mqtts://localhost:${port}`, '--ca', file] };
  },
});
