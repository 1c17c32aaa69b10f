// The address answers: nothing listens on this port.

import { isLoopback } from '../../address.ts';
import { dialsInWords } from '../dials.ts';
import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'tcp/refused',
  check: 'tcp',
  severity: 'error',
  side: 'server',
  when: (c) => {
    if (failureOf(c, 'tcp') !== 'refused') return null;
    const { dials = [], port = c.target.port } = facts(c, 'tcp');
    const refusing = dials.filter(({ result }) => result === 'refused');
    const addresses = refusing.map(({ address }) => address);
    return {
      port,
      addresses,
      others: dials.filter((dial) => !refusing.includes(dial)),
      local: addresses.every(isLoopback),
    };
  },
  say: ({ port, addresses, others, local }, { target }) => ({
    title: `Nothing accepts connections on port ${port} of ${addresses.join(', ') || target.host}.`,
    detail: `The machine is there and refuses the connection at once${
      local ? ', and it is this very machine (or container)' : ''
    }. The broker is not running, listens on another port${
      local ? '' : ' or only on its own loopback address'
    }, or a firewall rejects the connection.${
      others.length > 0 ? ` Of the other addresses: ${dialsInWords(others)}.` : ''
    }`,
    remedies: [
      {
        text: 'On the machine of the broker, see what listens where: 0.0.0.0 or [::] is reachable from outside, 127.0.0.1 is not.',
        command: 'ss -ltnp',
      },
      {
        text: 'A broker without a configured listener often serves its own machine only: give it one (in mosquitto.conf: "listener 1883") and say who may connect.',
      },
      { text: 'Compare the port with the one in the settings of the broker.' },
    ],
  }),
});
