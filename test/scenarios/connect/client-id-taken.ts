import { inUseBy } from '../rival.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'another client has the same id, and the two throw each other off (142)',
  layer: 'connect',
  expect: 'connect/client-id-taken',
  certainty: 'observed',
  madeFrom: 'duplicate-client-id',
  build: async (lab) => {
    const broker = await lab.mqtt();
    const far = await lab.relay(broker, { delayMs: 20 });
    await inUseBy(lab, broker, 'pump-7', 5);
    return { args: [`mqtt://127.0.0.1:${far.port}`, '-i', 'pump-7'] };
  },
});
