// On the broker's own machine: it listens on loopback, and nowhere else.

import { defineRule, factsOf, failureOf, worked } from '../rule.ts';

export default defineRule({
  code: 'tcp/loopback-only',
  check: 'tcp',
  severity: 'error',
  side: 'server',
  explains: ['tcp/refused', 'tcp/other-port-open'],
  when: (c) => {
    const answers = worked(c, 'loopback', 'tcp');
    if (failureOf(c, 'tcp') !== 'refused' || !answers) return null;
    const { address } = factsOf(answers.attempt, 'tcp');
    return {
      port: c.target.port,
      host: c.target.host,
      loopback: address ?? '127.0.0.1',
      certainty: 'proven',
    };
  },
  say: ({ port, host, loopback }) => ({
    title: `The broker listens on loopback only, so ${host} does not reach it.`,
    detail: `${host} is this very machine; port ${port} answers on ${loopback} and is refused on ${host}. Other machines cannot reach it either.`,
    remedies: [
      {
        text: `Let the broker listen on all addresses, and say who may connect (mosquitto.conf: "listener ${port}" and a password file or allow_anonymous).`,
      },
      { text: 'See what listens where.', command: `ss -ltnp 'sport = :${port}'` },
    ],
  }),
});
