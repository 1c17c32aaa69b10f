import { generate } from 'mqtt-packet';
import { dial } from '../../lab/client.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'a topic on which other messages are retained and under way',
  layer: 'healthy',
  expect: null,
  build: async (lab) => {
    const { broker, port } = await lab.mqtt();
    const other = { cmd: 'publish', topic: 'plant/7/state', qos: 0, dup: false } as const;
    broker.retained.set(other.topic, { ...other, payload: 'on', retain: true });
    const { stream } = await dial({ host: '127.0.0.1', port }, { clientId: 'pump-7' });
    const say = setInterval(
      () =>
        stream.write(generate({ ...other, payload: 'off', retain: false }, { protocolVersion: 5 })),
      2,
    );
    lab.owns(() => {
      clearInterval(say);
      stream.destroy();
    });
    return { args: [`mqtt://127.0.0.1:${port}`, '-t', other.topic, '--count', '3'] };
  },
});
