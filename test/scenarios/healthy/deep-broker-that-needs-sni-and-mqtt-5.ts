import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'looked at in depth, a broker serves only clients with SNI and MQTT 5',
  layer: 'healthy',
  expect: null,
  also: ['tls/sni-required', 'connect/version-unsupported'],
  build: async (lab) => {
    const { port } = await lab.mqtts(
      { connect: { versions: ['5'] } },
      { requireSni: { names: ['localhost'], refuse: 'close' } },
    );
    const ca = await lab.file('ca.crt', (await lab.authority()).cert);
    return { args: [`mqtts://localhost:${port}`, '--ca', ca, '--deep'] };
  },
});
