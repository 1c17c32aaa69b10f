import { refusals } from '../../lab/broker/refusal.ts';
import { forClients } from '../../lab/order.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'no account goes with the client certificate (135)',
  layer: 'connect',
  expect: 'connect/not-authorized',
  certainty: 'observed',
  build: async (lab) => {
    const ca = await lab.authority();
    const { port } = await lab.mqtts(
      { connect: { always: { refuse: refusals.notAuthorized } } },
      { clientCertificate: { ca: [ca.cert] } },
    );
    const device = await ca.issue({ commonName: 'device-1', ...forClients });
    const shown = [
      '--cert',
      await lab.file('c.crt', device.fullchain),
      '--key',
      await lab.file('c.key', device.key),
    ];
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...shown] };
  },
});
