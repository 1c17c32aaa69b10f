import { refusals } from '../../lab/broker/refusal.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a broker of MQTT 3.1.1 has banned the client, and has no code to say so (5)',
  layer: 'connect',
  expect: 'connect/not-authorized',
  certainty: 'observed',
  madeFrom: 'broker-banned-client',
  build: async (lab) => {
    const { port } = await lab.mqtt({
      connect: { versions: ['3.1.1'], always: { refuse: refusals.banned } },
    });
    return { args: [`mqtt://127.0.0.1:${port}`, ...(await alice(lab)), '-V', '3.1.1'] };
  },
});
