// MicroPython: umqtt.simple, umqtt.robust, mqtt_as.

import type { Client } from './client-error.ts';
import { anyRefusal, connack } from './connack.ts';
import { closedOnConnect, closedSomewhere, nameNotFound, subscriptionRefused } from './meanings.ts';

export const umqtt: Client = {
  name: 'MicroPython (umqtt)',
  signs: /umqtt|MQTTException|\bussl\b|mqtt_as\b/i,
  errors: [
    ...([1, 2, 3, 4, 5] as const).map((code) => ({
      ...connack[code],
      pattern: new RegExp(`MQTTException: \\(?${code}\\b`),
      example: `MQTTException: ${code}`,
    })),
    {
      ...subscriptionRefused,
      pattern: /MQTTException: \(?128\b/,
      example: 'MQTTException: 128',
    },
    {
      ...closedSomewhere,
      codes: ['connect/closed', 'connect/keepalive-refused', 'connect/client-id-taken'],
      settles:
        'The keep-alive is 0 unless it is set, and some brokers do not take that, or cut such a client off.',
      pattern: /OSError: (?:\[Errno )?-1\b/,
      example: 'OSError: -1',
    },
    {
      ...closedOnConnect,
      pattern: /IndexError: (?:bytes )?index out of range/,
      example: 'IndexError: bytes index out of range',
    },
    {
      ...nameNotFound,
      pattern: /OSError:? ?(?:\[Errno )?-(?:2|202|6)\b/,
      example: 'OSError: -202',
    },
    {
      ...anyRefusal,
      weight: 'broad',
      pattern: /bad CONNACK/i,
      example: 'OSError: bad CONNACK',
    },
  ],
};
