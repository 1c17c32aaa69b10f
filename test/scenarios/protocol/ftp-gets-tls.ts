import { says } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'TLS is spoken to a port of FTP',
  layer: 'protocol',
  expect: 'protocol/other-service',
  certainty: 'observed',
  build: async (lab) => {
    const { port } = await lab.listen(says('ftp'));
    return { args: [`mqtts://localhost:${port}`] };
  },
});
