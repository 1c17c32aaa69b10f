import { readEnvironment } from '../../../src/checks/environment.ts';
import { defineScenario } from '../scenario.ts';

const contained = readEnvironment().container !== null;

export default defineScenario({
  title: 'nothing listens on localhost, which inside a container is the container',
  layer: 'tcp',
  expect: contained ? 'tcp/localhost-in-container' : 'tcp/refused',
  orElse: ['tcp/other-port-open'],
  certainty: 'observed',
  madeFrom: 'localhost-inside-container',
  build: async (lab) => ({ args: [`mqtt://localhost:${await lab.shutPort()}`] }),
});
