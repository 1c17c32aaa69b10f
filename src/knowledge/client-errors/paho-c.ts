// Eclipse Paho for C and C++.

import type { Client } from './client-error.ts';
import { connack } from './connack.ts';
import { cannotOpen, insideClient, notConnected, subscriptionRefused } from './meanings.ts';
import { numbered } from './patterns.ts';

const labels = 'rc|return code|code|error';

export const pahoC: Client = {
  name: 'Paho C, C++',
  signs: /MQTTClient_|MQTTAsync_|Failed to \w{1,20}, return code/i,
  errors: [
    {
      ...cannotOpen,
      means: 'The connection failed; name, port, TLS and a close without answer are all -1.',
      codes: [...cannotOpen.codes, 'connect/closed'],
      settles: 'With MQTT_C_CLIENT_TRACE=ON, and an error callback for TLS, it says more.',
      weight: 'number',
      pattern: numbered(-1, labels),
      example: 'Failed to connect, return code -1',
    },
    ...([1, 2, 3, 4, 5] as const).map((code) => ({
      ...connack[code],
      weight: 'number' as const,
      pattern: numbered(code, labels),
      example: `Failed to connect, return code ${code}`,
    })),
    {
      ...insideClient,
      means: 'The folder for messages under way cannot be used.',
      weight: 'number',
      pattern: numbered(-2, labels),
      example: 'Failed to connect, return code -2',
    },
    {
      ...notConnected,
      weight: 'number',
      pattern: numbered(-3, labels),
      example: 'Failed to publish, return code -3',
    },
    {
      ...insideClient,
      means: 'The library was built without TLS, or has no message ids left.',
      settles: 'Link the library whose name ends in s: paho-mqtt3cs, paho-mqtt3as.',
      weight: 'number',
      pattern: numbered(-10, labels),
      example: 'Failed to connect, return code -10',
    },
    {
      ...insideClient,
      means: 'The scheme of the address is not one the library knows.',
      settles: 'It takes tcp://, mqtt://, ssl://, mqtts://, ws:// and wss://.',
      weight: 'number',
      pattern: numbered(-14, labels),
      example: 'Failed to create client, return code -14',
    },
    {
      ...subscriptionRefused,
      weight: 'number',
      pattern: numbered(128, labels),
      example: 'Failed to subscribe, return code 128',
    },
  ],
};
