// Eclipse Paho for browsers.

import type { Client } from './client-error.ts';
import { anyRefusal, connack } from './connack.ts';
import { anyTimeout, closedSomewhere, pingSilent, subscriptionRefused } from './meanings.ts';

export const pahoJs: Client = {
  name: 'Paho JavaScript',
  signs: /AMQJSC?\d{4}|Paho\.(?:MQTT|Client)/,
  errors: [
    {
      ...anyTimeout,
      pattern: /AMQJSC?0{0,1}001E/,
      example: 'AMQJSC0001E Connect timed out.',
    },
    {
      ...subscriptionRefused,
      means: 'The broker did not answer the subscription in time.',
      codes: ['pubsub/dropped-on-subscribe', 'pubsub/subscribe-denied'],
      pattern: /AMQJS0002E/,
      example: 'AMQJS0002E Subscribe timed out.',
    },
    { ...pingSilent, pattern: /AMQJS0004E/, example: 'AMQJS0004E Ping timed out.' },
    ...([1, 2, 3, 4, 5] as const).map((code) => ({
      ...connack[code],
      pattern: new RegExp(`AMQJS0006E Bad Connack return code: ?${code}\\b`, 'i'),
      example: `AMQJS0006E Bad Connack return code:${code} Connection Refused`,
    })),
    {
      ...anyRefusal,
      weight: 'broad',
      pattern: /AMQJS0006E/,
      example: 'AMQJS0006E Bad Connack return code',
    },
    {
      means: 'The browser could not open the WebSocket, and hides why.',
      codes: ['tcp/refused', 'tls/unknown-ca', 'tls/self-signed', 'tcp/timeout'],
      settles: 'Port, certificate, path, or wss:// missing on an https page.',
      pattern: /AMQJS0007E/,
      example: 'AMQJS0007E Socket error:undefined.',
    },
    {
      ...closedSomewhere,
      settles:
        'A wrong path or subprotocol, a policy, or another client with the same id: browsers do not say which.',
      pattern: /AMQJS0008I/,
      example: 'AMQJS0008I Socket closed.',
    },
  ],
};
