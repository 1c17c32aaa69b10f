import { refusals } from '../../lab/broker/refusal.ts';
import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'a token as password is not for this device (5)',
  layer: 'connect',
  expect: 'connect/not-authorized',
  certainty: 'observed',
  madeFrom: 'azure-sas-token-invalid',
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { always: { refuse: refusals.notAuthorized } } });
    const token =
      'SharedAccessSignature sr=hub.test%2Fdevices%2Fother&sig=c2lnbmF0dXJl&se=4102444800';
    const user = [
      '-u',
      'hub.test/device-1/?api-version=2021-04-12',
      '-i',
      'device-1',
      '-V',
      '3.1.1',
    ];
    const password = ['--password-file', await lab.file('token', token)];
    return { args: [`mqtts://localhost:${port}`, ...(await trusting(lab)), ...user, ...password] };
  },
});
