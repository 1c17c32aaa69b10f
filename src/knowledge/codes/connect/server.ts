// The broker is there, and will not serve now or here.

import type { Explanation } from '../../explanation.ts';

export const server: readonly Explanation[] = [
  {
    code: 'connect/server-unavailable',
    severity: 'error',
    summary: 'The broker says it is unavailable',
    means:
      'The broker answers, and says that its MQTT service cannot be used now (code 3, in MQTT 5 code 136). It is not about the settings of the client. In MQTT 3 some brokers say the same when a limit is reached.',
    causes: [
      'it is starting, stopping, or overloaded',
      'the deployment was stopped by its owner, or for want of payment',
      'a limit of connections or of the plan is reached',
    ],
    remedies: [
      { text: 'See on the broker, or on the status page of the service, whether it runs.' },
      {
        text: 'Ask with MQTT 5: its codes tell an outage from a limit.',
        command: 'mqtt-doctor check HOST -V 5',
      },
    ],
  },
  {
    code: 'connect/server-busy',
    severity: 'error',
    summary: 'A limit of the broker is reached',
    means:
      'The broker turns the client away because of a limit: load (137), message rate (150), quota (151) or too many connections in a short time (159). The settings of the client are fine.',
    causes: [
      'the plan allows fewer connections or sessions than are in use',
      'a client reconnects in a loop',
      'the broker has more to do than it can',
    ],
    remedies: [
      { text: 'Look up the limits of the plan, and what is in use.' },
      { text: 'Find the client that reconnects in a loop, and have it wait longer each time.' },
    ],
  },
  {
    code: 'connect/moved',
    severity: 'error',
    summary: 'The broker sends the client elsewhere',
    means:
      'The broker says that the client should use another server, for now (156) or for good (157), and may name it. Few clients follow by themselves.',
    causes: ['the service moved to another name', 'a cluster spreads its clients'],
    remedies: [
      { text: 'If the server named is one of the same owner, give its name to the client.' },
    ],
  },
];
