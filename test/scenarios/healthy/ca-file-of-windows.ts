import { mintAuthority } from '../../lab/certificates.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the CA file has a byte order mark, CRLF, and text between its certificates',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { port } = await lab.mqtts();
    const other = await mintAuthority({ name: 'Another Root CA' });
    const { cert } = await lab.authority();
    const text = `\ufeffAnother Root CA\n${other.cert}\nLab Root CA\n${cert}`;
    const file = await lab.file('ca.crt', text.replaceAll('\n', '\r\n'));
    return { args: [`mqtts://localhost:${port}`, '--ca', file] };
  },
});
