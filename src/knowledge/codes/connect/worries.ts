// It works, and something about it should not stay so.

import type { Explanation } from '../../explanation.ts';

export const worries: readonly Explanation[] = [
  {
    code: 'connect/anonymous-allowed',
    severity: 'warning',
    summary: 'The broker lets anybody in',
    means:
      'The client signs in with a name and password, and the broker would have let it in without. Whoever reaches the port may connect.',
    causes: ['anonymous access was switched on for a test', 'no way of checking is set up'],
    remedies: [
      { text: 'Switch it off, unless it is meant (mosquitto.conf: allow_anonymous false).' },
    ],
  },
  {
    code: 'connect/credentials-in-clear',
    severity: 'warning',
    summary: 'The password crosses the network unencrypted',
    means:
      'The connection is plain MQTT, without TLS. Whoever is on the way between client and broker can read the password and use it.',
    causes: ['the client uses mqtt:// and port 1883', 'the broker offers no TLS'],
    remedies: [
      {
        text: 'Connect over TLS; most brokers offer it on port 8883.',
        command: 'mqtt-doctor check mqtts://HOST:8883 -u USER --password-file FILE',
      },
      { text: 'Then change the password: it has been sent in the clear.' },
    ],
  },
  {
    code: 'connect/slow',
    severity: 'warning',
    summary: 'The broker takes long to answer CONNECT',
    means:
      'The client is let in, but only after seconds. Devices with short time-outs give up and come again, which makes it slower still.',
    causes: [
      'the service that checks credentials is slow (database, HTTP, directory)',
      'the broker looks names up and the name server is slow',
      'the broker has too much to do',
    ],
    remedies: [
      { text: 'Measure what the broker asks when a client signs in.' },
      { text: 'Give clients a connect time-out of at least 10 s until then.' },
    ],
  },
];
