// Other MQTT libraries for small boards: arduino-mqtt, ArduinoMqttClient, AsyncMqttClient, lwIP,
// wolfMQTT.

import type { Client } from './client-error.ts';
import { anyRefusal, connack } from './connack.ts';
import {
  anyTimeout,
  anyTls,
  cannotOpen,
  closedOnConnect,
  closedSomewhere,
  nameMismatch,
  noConnack,
  notMqtt,
  notTls,
  pingSilent,
  subscriptionRefused,
  untrusted,
  wrongDate,
} from './meanings.ts';
import { numbered } from './patterns.ts';

const lastError = 'lastError|lwmqtt|error|err|code|rc';

export const arduinoMqtt: Client = {
  name: 'arduino-mqtt (256dpi)',
  signs: /lastError|lwmqtt|LWMQTT_/i,
  errors: [
    { ...cannotOpen, weight: 'number', pattern: numbered(-3, lastError), example: 'lastError: -3' },
    { ...anyTimeout, weight: 'number', pattern: numbered(-4, lastError), example: 'lastError: -4' },
    {
      ...closedOnConnect,
      means: 'The connection was closed before an answer to CONNECT came.',
      codes: ['tls/sni-required', 'connect/closed', 'protocol/tls-port', 'protocol/plaintext-port'],
      weight: 'number',
      pattern: numbered(-5, lastError),
      example: 'lastError: -5',
    },
    { ...notMqtt, weight: 'number', pattern: numbered(-9, lastError), example: 'lastError: -9' },
    {
      ...anyRefusal,
      settles: 'returnCode() has the reason, 1 to 5.',
      weight: 'number',
      pattern: numbered(-10, lastError),
      example: 'lastError: -10',
    },
    {
      ...subscriptionRefused,
      weight: 'number',
      pattern: numbered(-11, lastError),
      example: 'lastError: -11',
    },
    {
      ...pingSilent,
      weight: 'number',
      pattern: numbered(-13, lastError),
      example: 'lastError: -13',
    },
  ],
};

const connectError = 'connectError|error code|code|error';

export const arduinoMqttClient: Client = {
  name: 'ArduinoMqttClient',
  signs: /connectError\(\)|MQTT connection failed! Error code/i,
  errors: [
    {
      ...cannotOpen,
      weight: 'number',
      pattern: numbered(-2, connectError),
      example: 'MQTT connection failed! Error code = -2',
    },
    {
      ...noConnack,
      weight: 'number',
      pattern: numbered(-1, connectError),
      example: 'MQTT connection failed! Error code = -1',
    },
    ...([1, 2, 3, 4, 5] as const).map((code) => ({
      ...connack[code],
      weight: 'number' as const,
      pattern: numbered(code, connectError),
      example: `MQTT connection failed! Error code = ${code}`,
    })),
  ],
};

const disconnected = 'reason|disconnected|mqtt';

export const asyncMqttClient: Client = {
  name: 'AsyncMqttClient (ESPHome before 2022)',
  signs: /AsyncMqttClientDisconnectReason|Disconnected from MQTT|MQTT Disconnected/i,
  errors: [
    {
      ...closedSomewhere,
      means: 'The connection was closed, or never opened; a refusal without a word ends here, too.',
      codes: ['tcp/refused', 'connect/closed', 'protocol/tls-port', 'connect/client-id-taken'],
      pattern: /MQTT Disconnected: TCP disconnected/i,
      example: 'MQTT Disconnected: TCP disconnected.',
    },
    {
      ...closedSomewhere,
      weight: 'number',
      codes: ['tcp/refused', 'connect/closed', 'protocol/tls-port', 'connect/client-id-taken'],
      pattern: numbered(0, disconnected),
      example: 'Disconnected from MQTT, reason: 0',
    },
    {
      means: 'The fingerprint of the server differs, most likely since it was renewed.',
      codes: ['tls/wrong-ca'],
      pattern: /TLS bad fingerprint/i,
      example: 'MQTT Disconnected: TLS Bad Fingerprint',
    },
  ],
};

export const lwipMqtt: Client = {
  name: 'lwIP (Raspberry Pi Pico W, STM32)',
  signs: /mqtt_connection_cb|MQTT_CONNECT_/,
  errors: [
    {
      ...closedSomewhere,
      weight: 'number',
      pattern: numbered(256, 'mqtt_connection_cb|status|code|result'),
      example: 'mqtt_connection_cb: 256',
    },
    {
      ...anyTimeout,
      weight: 'number',
      pattern: numbered(257, 'mqtt_connection_cb|status|code|result'),
      example: 'mqtt_connection_cb: 257',
    },
  ],
};

const wolf = 'wolfSSL|wolfSSL error|error|err|rc|code';

export const wolfMqtt: Client = {
  name: 'wolfSSL, wolfMQTT',
  signs: /wolfSSL|wolfMQTT|MQTT_CODE_/i,
  errors: [
    {
      ...wrongDate,
      weight: 'number',
      pattern: numbered(-150, wolf),
      example: 'wolfSSL error -150',
    },
    {
      ...wrongDate,
      weight: 'number',
      pattern: numbered(-151, wolf),
      example: 'wolfSSL error -151',
    },
    {
      ...untrusted,
      weight: 'number',
      pattern: numbered(-188, wolf),
      example: 'wolfSSL error -188',
    },
    {
      ...untrusted,
      weight: 'number',
      pattern: numbered(-275, wolf),
      example: 'wolfSSL error -275',
    },
    { ...anyTls, weight: 'number', pattern: numbered(-313, wolf), example: 'wolfSSL error -313' },
    {
      ...nameMismatch,
      weight: 'number',
      pattern: numbered(-322, wolf),
      example: 'wolfSSL error -322',
    },
    { ...notTls, weight: 'number', pattern: numbered(-326, wolf), example: 'wolfSSL error -326' },
    {
      means: 'The server does not know the name that the client sent (SNI).',
      codes: ['tls/sni-unknown'],
      weight: 'number',
      pattern: numbered(-381, wolf),
      example: 'wolfSSL error -381',
    },
    {
      means: 'Client and server have no cipher in common.',
      codes: ['tls/cipher-mismatch'],
      weight: 'number',
      pattern: numbered(-501, wolf),
      example: 'wolfSSL error -501',
    },
    {
      ...anyTls,
      weight: 'broad',
      pattern: /MQTT_CODE_ERROR_TLS_CONNECT/,
      example: 'MQTT_CODE_ERROR_TLS_CONNECT',
    },
    {
      ...anyRefusal,
      weight: 'broad',
      pattern: /MQTT_CODE_ERROR_CONNECT_REFUSED/,
      example: 'MQTT_CODE_ERROR_CONNECT_REFUSED',
    },
    {
      ...subscriptionRefused,
      pattern: /MQTT_CODE_ERROR_SUBSCRIBE_REJECTED/,
      example: 'MQTT_CODE_ERROR_SUBSCRIBE_REJECTED',
    },
  ],
};
