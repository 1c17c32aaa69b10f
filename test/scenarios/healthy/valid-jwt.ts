import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the password is a JWT that still counts',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const seconds = Math.floor(Date.now() / 1000);
    const json = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { nbf: seconds, exp: seconds + 3600 };
    const token = `${json({ alg: 'ES256', typ: 'JWT' })}.${json(claims)}.c2lnbmF0dXJl`;
    const { port } = await lab.mqtts({ connect: { users: { unused: token } } });
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    const secret = ['-u', 'unused', '--password-file', await lab.file('token', token)];
    return { args: [`mqtts://localhost:${port}`, ...trust, ...secret] };
  },
});
