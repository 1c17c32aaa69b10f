import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'TLS is spoken to a plain broker, which answers with DISCONNECT',
  layer: 'protocol',
  expect: 'protocol/plaintext-port',
  certainty: 'proven',
  madeFrom: 'tls-to-plaintext-port',
  build: async (lab) => {
    const broker = lab.broker();
    const { port } = await lab.listen({
      accept: (stream, arrival) =>
        void arrival.wire
          .first((bytes) => bytes.length > 0)
          .then(([first]) => {
            if (first !== 0x16) return broker.accept(stream, arrival);
            stream.end(Buffer.from([0xe0, 2, 0x81, 0]));
            stream.resume();
          }),
    });
    return { args: [`mqtts://localhost:${port}`] };
  },
});
