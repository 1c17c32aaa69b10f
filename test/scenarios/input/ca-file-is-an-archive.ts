import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a PKCS#12 archive is given as CA file',
  layer: 'input',
  expect: 'input/ca-unreadable',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.mqtts();
    // Version 3, without content (RFC 7292 §4).
    const file = await lab.file('store.p12', Buffer.from('300702010330003000', 'hex'));
    return { args: [`mqtts://localhost:${port}`, '--ca', file] };
  },
});
