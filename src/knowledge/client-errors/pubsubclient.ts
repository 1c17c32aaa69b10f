// PubSubClient for Arduino, and what is built on it: `state()` after a failed connect().

import type { Client } from './client-error.ts';
import { connack } from './connack.ts';
import { cannotOpen, lostLater, noConnack } from './meanings.ts';
import { numbered } from './patterns.ts';

const labels = 'rc|state|status|ret|code|error|failed';

export const pubSubClient: Client = {
  name: 'PubSubClient (Arduino, ESP8266, ESP32)',
  signs: /Attempting MQTT connection|client\.state\(\)|PubSubClient|try again in \d{1,2} seconds/i,
  errors: [
    {
      ...noConnack,
      means: 'The connection stood, and no answer to CONNECT came within 15 s.',
      settles:
        'PubSubClient does not notice that the broker hangs up, so a refusal without an answer (policy, client id, wrong port) ends in -4 as well.',
      codes: [
        'connect/closed',
        'connect/timeout',
        'protocol/silent',
        'protocol/tls-port',
        'tls/sni-required',
        'alpn/required',
      ],
      weight: 'number',
      pattern: numbered(-4, labels),
      example: 'failed, rc=-4 try again in 5 seconds',
    },
    {
      ...lostLater,
      weight: 'number',
      pattern: numbered(-3, labels),
      example: 'failed, rc=-3 try again in 5 seconds',
    },
    {
      ...cannotOpen,
      means:
        'The connection could not be opened; the number stands for name, port and TLS together.',
      settles:
        'With TLS, lastError() or getLastSSLError() of the TLS client says more. A check goes through name, port and TLS one by one; --no-sni shows what a client gets that connects by address.',
      weight: 'number',
      pattern: numbered(-2, labels),
      example: 'failed, rc=-2 try again in 5 seconds',
    },
    {
      means: 'The client is not connected, or was never told to connect.',
      codes: [],
      settles: 'It is the state before the first connect() and after disconnect().',
      weight: 'number',
      pattern: numbered(-1, labels),
      example: 'failed, rc=-1 try again in 5 seconds',
    },
    ...([1, 2, 3, 4, 5] as const).map((code) => ({
      ...connack[code],
      weight: 'number' as const,
      pattern: numbered(code, labels),
      example: `failed, rc=${code} try again in 5 seconds`,
    })),
  ],
};
