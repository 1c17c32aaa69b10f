import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'user name and password are in the environment',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts({ connect: { users: { 'device-7': 'correct horse' } } });
    const trust = ['--ca', await lab.file('ca.crt', (await lab.authority()).cert)];
    const env = { MQTT_DOCTOR_USERNAME: 'device-7', MQTT_DOCTOR_PASSWORD: 'correct horse' };
    return { args: [`mqtts://localhost:${port}`, ...trust], env };
  },
});
