import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an own alias of the broker is dialled, which its certificate does not have',
  layer: 'tls',
  expect: 'tls/hostname-mismatch',
  certainty: 'proven',
  madeFrom: 'tls-hostname-mismatch',
  build: async (lab) => {
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({
      commonName: 'ab12cd.broker.test',
      names: ['*.broker.test'],
    });
    const { port } = await lab.mqtts({}, { cert, key });
    const { host, port: at } = await lab.dns({
      'mqtt.example.test': { cname: 'ab12cd.broker.test' },
      'ab12cd.broker.test': { a: ['127.0.0.1'] },
    });
    const target = [`mqtts://mqtt.example.test:${port}`, '--resolver', `${host}:${at}`];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
