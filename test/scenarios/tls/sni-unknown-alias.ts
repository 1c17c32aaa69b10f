import { defineScenario } from '../scenario.ts';
import { trusting } from '../trusting.ts';

export default defineScenario({
  title: 'an own alias (CNAME) is dialled, and the server knows its own names only',
  layer: 'tls',
  expect: 'tls/sni-unknown',
  certainty: 'proven',
  build: async (lab) => {
    const requireSni = { names: ['ab12cd.broker.test'], refuse: 'close' } as const;
    const ca = await lab.authority();
    const { cert, key } = await ca.issue({ commonName: 'ab12cd.broker.test' });
    const { port } = await lab.mqtts({}, { cert, key, requireSni });
    const { host, port: at } = await lab.dns({
      'mqtt.example.test': { cname: 'ab12cd.broker.test' },
      'ab12cd.broker.test': { a: ['127.0.0.1'] },
    });
    const target = [`mqtts://mqtt.example.test:${port}`, '--resolver', `${host}:${at}`];
    return { args: [...target, ...(await trusting(lab))] };
  },
});
