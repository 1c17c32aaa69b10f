// Eclipse Paho for Python, and what is built on it (aiomqtt, Home Assistant).

import type { Client } from './client-error.ts';
import { anyRefusal, connack } from './connack.ts';
import { anyTls, closedSomewhere, notConnected, notMqtt, publishRefused } from './meanings.ts';
import { numbered } from './patterns.ts';

const labels = 'rc|result code|return code|reason code|result|code';

export const pahoPython: Client = {
  name: 'Paho Python',
  signs: /paho\.mqtt|MQTT_ERR_|CallbackAPIVersion|on_(?:dis)?connect\b|connected with result code/i,
  errors: [
    ...([1, 2, 3, 4, 5] as const).map((code) => ({
      ...connack[code],
      pattern: new RegExp(`connected with result code:? ${code}\\b`, 'i'),
      example: `Connected with result code ${code}`,
    })),
    {
      ...notMqtt,
      means: 'The answer is not valid MQTT, or the broker refused a client of MQTT 5.',
      codes: [...notMqtt.codes, ...connack[5].codes.slice(0, 2)],
      pattern: /MQTT_ERR_PROTOCOL/i,
      example: 'MQTT_ERR_PROTOCOL (2)',
    },
    {
      ...anyRefusal,
      pattern: /MQTT_ERR_CONN_REFUSED/i,
      example: 'MQTT_ERR_CONN_REFUSED (5)',
      settles: 'The reason is the argument of on_connect.',
    },
    {
      ...closedSomewhere,
      pattern: /MQTT_ERR_CONN_LOST|(?:unexpected|disconnected).{0,40}\b(?:rc|code)[ =:]{1,3}7\b/i,
      example: 'Unexpected disconnection, rc=7',
      settles:
        'Did on_connect run? If not: a policy, the client id, a client certificate in TLS 1.3, a port that wants TLS. If it did: another client with the same id, or a topic that is not allowed.',
    },
    {
      ...closedSomewhere,
      weight: 'number',
      pattern: numbered(7, labels),
      example: 'on_disconnect: rc: 7',
    },
    {
      ...closedSomewhere,
      means: 'The broker closed the connection; the words are those of the client, not its own.',
      weight: 'broad',
      pattern: /disconnect.{0,60}unspecified error|unspecified error.{0,20}\b128\b/i,
      example: 'Disconnected with reason code Unspecified error',
    },
    {
      ...anyTls,
      weight: 'broad',
      pattern: /MQTT_ERR_TLS\b/i,
      example: 'MQTT_ERR_TLS (8)',
    },
    {
      ...notConnected,
      weight: 'broad',
      pattern: /MQTT_ERR_NO_CONN|the client is not currently connected/i,
      example: 'MQTT_ERR_NO_CONN (4)',
    },
    {
      ...publishRefused,
      pattern: /MQTT_ERR_(?:ACL_DENIED|PAYLOAD_SIZE)/i,
      example: 'MQTT_ERR_ACL_DENIED (12)',
    },
    {
      means: 'Nothing came within the keep-alive; also printed where CONNACK never comes.',
      codes: ['protocol/silent', 'connect/timeout'],
      pattern: /MQTT_ERR_KEEPALIVE/i,
      example: 'MQTT_ERR_KEEPALIVE (16)',
    },
    {
      means: 'The program was written for an older version of the library.',
      codes: [],
      settles: 'Since 2.0 the first argument of Client() is the version of the callbacks.',
      pattern: /Unsupported callback API version/i,
      example:
        'ValueError: Unsupported callback API version: version 2.0 added a callback_api_version',
    },
  ],
};

export const homeAssistant: Client = {
  name: 'Home Assistant',
  signs: /homeassistant\.components\.mqtt/i,
  errors: [
    {
      means: 'The connection could not be opened; the words of Python stand behind it.',
      codes: ['tcp/refused', 'dns/nxdomain', 'tcp/unreachable', 'tls/unknown-ca'],
      weight: 'broad',
      pattern: /Failed to connect to MQTT server due to exception/i,
      example: 'Failed to connect to MQTT server due to exception: [Errno 111] Connection refused',
    },
    {
      ...anyRefusal,
      weight: 'broad',
      pattern: /(?:Failed to connect to MQTT server|Unable to connect to the MQTT broker): /i,
      example: 'Failed to connect to MQTT server: The connection was refused.',
    },
  ],
};
