import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the JWT given as password counts only from a later time',
  layer: 'input',
  expect: 'input/token-not-yet-valid',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    const seconds = Math.floor(Date.now() / 1000);
    const json = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${json({ alg: 'ES256', typ: 'JWT' })}.${json({ nbf: seconds + 3600, exp: seconds + 7200 })}.c2lnbmF0dXJl`;
    const secret = ['-u', 'device-7', '--password-file', await lab.file('token', token)];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...secret] };
  },
});
