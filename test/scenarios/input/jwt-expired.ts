import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the JWT given as password is past its end',
  layer: 'input',
  expect: 'input/token-expired',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    const seconds = Math.floor(Date.now() / 1000);
    const json = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${json({ alg: 'ES256', typ: 'JWT' })}.${json({ aud: 'lab', exp: seconds - 3600 })}.c2lnbmF0dXJl`;
    const secret = ['-u', 'device-7', '--password-file', await lab.file('token', token)];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...secret] };
  },
});
