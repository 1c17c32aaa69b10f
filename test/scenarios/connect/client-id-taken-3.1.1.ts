import { inUseBy } from '../rival.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'another client has the same id, and in MQTT 3.1.1 the broker only hangs up',
  layer: 'connect',
  expect: 'connect/client-id-taken',
  certainty: 'proven',
  madeFrom: 'duplicate-client-id',
  build: async (lab) => {
    const broker = await lab.mqtt();
    const far = await lab.relay(broker, { delayMs: 20 });
    await inUseBy(lab, broker, 'pump-7', 4);
    return { args: [`mqtt://127.0.0.1:${far.port}`, '-i', 'pump-7', '-V', '3.1.1'] };
  },
});
