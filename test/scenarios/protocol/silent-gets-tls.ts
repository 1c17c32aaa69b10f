import { silent } from '../../lab/service.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the port accepts connections and never answers the TLS hello',
  layer: 'protocol',
  expect: 'protocol/silent',
  certainty: 'observed',
  madeFrom: 'tcp-open-not-mqtt',
  silent: true,
  build: async (lab) => {
    const { port } = await lab.listen(silent);
    return { args: [`mqtts://localhost:${port}`, '--timeout', '1500'] };
  },
});
