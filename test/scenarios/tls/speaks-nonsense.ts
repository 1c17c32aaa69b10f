import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'what answers our first message begins like TLS and makes no sense',
  layer: 'tls',
  expect: 'tls/closed-in-handshake',
  build: async (lab) => {
    const { port } = await lab.listen(says({ reply: '\x16\x03\x03\0\x04\xff\xff\xff\xff' }));
    return { args: [`mqtts://localhost:${port}`] };
  },
});
