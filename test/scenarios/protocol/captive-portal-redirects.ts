import { answersHttp } from '../../lab/banners.ts';
import { defineScenario } from '../scenario.ts';

export default defineScenario({
  title: 'the network sends everything to its sign-in page, even what is no request',
  layer: 'protocol',
  expect: 'protocol/captive-portal',
  orElse: ['protocol/http'],
  build: async (lab) => {
    const headers = { Location: 'http://login.hotel.example/welcome' };
    const { port } = await lab.listen(answersHttp({ status: 302, headers }));
    return { args: [`mqtt://localhost:${port}`] };
  },
});
