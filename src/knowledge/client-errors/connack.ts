// The answers to CONNECT of MQTT 3.1.1 §3.2.2.3, which nearly every client passes on in its own
// words, and what brokers really mean by them.

import type { Meaning } from './client-error.ts';

export type ConnackCode = 1 | 2 | 3 | 4 | 5;

export const connack: Readonly<Record<ConnackCode, Meaning>> = {
  1: {
    means: 'The broker refuses the version of MQTT (CONNACK 1, in MQTT 5 132).',
    codes: ['connect/version-unsupported', 'connect/will-refused'],
    settles:
      'Some brokers use 1 for anything they do not like in a CONNECT of MQTT 3; with MQTT 5 they say what it is.',
  },
  2: {
    means: 'The broker rejects the client id (CONNACK 2, in MQTT 5 133).',
    codes: [
      'connect/client-id-rejected',
      'connect/client-id-not-allowed',
      'connect/keepalive-refused',
    ],
    settles:
      'Try another id, and a keep-alive of 30 s: some brokers say the same to a keep-alive that is 0 or too long.',
  },
  3: {
    means: 'The broker says that it is unavailable (CONNACK 3, in MQTT 5 136).',
    codes: ['connect/server-unavailable', 'connect/server-busy'],
    settles: 'With MQTT 5 the code tells an outage from a limit that is reached.',
  },
  4: {
    means: 'The broker does not accept the user name or password (CONNACK 4, in MQTT 5 134).',
    codes: ['connect/bad-credentials', 'connect/anonymous-refused', 'input/stray-characters'],
    settles: 'Without user name and password at all, some brokers answer the same.',
  },
  5: {
    means:
      'The broker refuses the client as not authorized (CONNACK 5, in MQTT 5 135), which many brokers also say to a wrong password.',
    codes: [
      'connect/not-authorized',
      'connect/anonymous-refused',
      'connect/bad-credentials',
      'tls/sni-required',
      'connect/client-id-not-allowed',
      'connect/will-refused',
      'input/token-expired',
    ],
    settles:
      'The words stand for a wrong password, none at all, a missing server name (SNI), a client id or will that is not allowed, and a ban. The log of the broker knows which.',
  },
};

export const anyRefusal: Meaning = {
  means: 'The broker answered CONNECT and refused the client.',
  codes: [
    'connect/not-authorized',
    'connect/bad-credentials',
    'connect/anonymous-refused',
    'connect/client-id-rejected',
    'connect/version-unsupported',
    'connect/server-unavailable',
  ],
  settles: 'The reason, a number from 1 to 5 or one above 127, stands near this line.',
};
