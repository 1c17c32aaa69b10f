import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the SAS token given as password is past its end',
  layer: 'input',
  expect: 'input/token-expired',
  madeFrom: 'azure-sas-token-invalid',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    const token = 'SharedAccessSignature sr=hub.test%2Fdevices%2Fdevice-7&sig=c2ln&se=1600000000';
    const secret = ['-u', 'hub.test/device-7/?api-version=2021-04-12', '--password-stdin'];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...secret], stdin: token };
  },
});
