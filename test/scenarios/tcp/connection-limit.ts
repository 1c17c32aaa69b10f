import { once } from 'node:events';
import { connect } from 'node:net';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the broker has as many connections as it takes',
  layer: 'tcp',
  expect: 'tcp/closed-at-once',
  certainty: 'observed',
  madeFrom: 'broker-connection-limit',
  build: async (lab) => {
    const { host, port } = await lab.mqtt({}, { host: '127.83.41.17', maxConnections: 1 });
    const someone = connect(port, host).on('error', () => {});
    await once(someone, 'connect');
    return { args: [`mqtt://${host}:${port}`] };
  },
});
