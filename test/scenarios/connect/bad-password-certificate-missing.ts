import { refusals } from '../../lab/broker/refusal.ts';
import type { Arrival } from '../../lab/service.ts';
import { alice } from '../alice.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'the broker takes the user name from a client certificate, and none is given (4)',
  layer: 'connect',
  expect: 'connect/bad-credentials',
  madeFrom: 'mtls-identity-mapping',
  build: async (lab) => {
    const ca = [(await lab.authority()).cert];
    const rule = (_: unknown, { secured }: Arrival) =>
      secured?.clientCertificate ? null : refusals.badCredentials;
    const { port } = await lab.mqtts(
      { connect: { rule } },
      { clientCertificate: { ca, optional: true } },
    );
    const target = `mqtts://localhost:${port}`;
    return { args: [target, ...(await trusting(lab)), ...(await alice(lab)), '-V', '3.1.1'] };
  },
});
