import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'looked at in depth, a broker takes TLS 1.0, anonymous clients and QoS 1 at most',
  layer: 'healthy',
  expect: null,
  also: ['tls/old-version', 'connect/anonymous-allowed', 'pubsub/qos-downgraded'],
  build: async (lab) => {
    const { port } = await lab.mqtts(
      { subscribe: { maxQos: 1 } },
      { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
    );
    const ca = await lab.file('ca.crt', (await lab.authority()).cert);
    const password = await lab.file('password.txt', 'secret');
    const login = ['-u', 'alice', '--password-file', password];
    return { args: [`mqtts://localhost:${port}`, '--ca', ca, ...login, '--deep'] };
  },
});
