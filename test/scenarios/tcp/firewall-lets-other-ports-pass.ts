import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a firewall drops the port of MQTT and lets those of the web pass',
  layer: 'tcp',
  expect: 'tcp/timeout',
  certainty: 'observed',
  silent: true,
  madeFrom: 'egress-port-blocked',
  build: async (lab) => {
    const { host, port } = await lab.blackHole('127.83.41.7');
    await lab.listen(answersHttp(), { host, port: 8080 });
    return { args: [`mqtts://${host}:${port}`, '--timeout', '1500'] };
  },
});
