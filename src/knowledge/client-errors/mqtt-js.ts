// MQTT.js in Node.js and browsers, and what is built on it (MQTTX, Node-RED, Zigbee2MQTT).

import type { Client } from './client-error.ts';
import { anyRefusal } from './connack.ts';
import {
  insideClient,
  lostLater,
  noConnack,
  notConnected,
  notMqtt,
  pingSilent,
  publishRefused,
  subscriptionRefused,
  tooLarge,
  untrusted,
} from './meanings.ts';

export const mqttJs: Client = {
  name: 'MQTT.js (Node-RED, MQTTX, Zigbee2MQTT)',
  signs: /connack timeout|mqttjs|MqttClient\b|node_modules[\\/]mqtt\b/i,
  errors: [
    {
      ...noConnack,
      codes: [...noConnack.codes, 'tls/timeout'],
      settles:
        'It is printed as well where the TLS handshake or WebSocket never comes to an end; port 443 of AWS IoT wants a protocol name (ALPN).',
      pattern: /connack timeout/i,
      example: 'Error: connack timeout',
    },
    {
      ...anyRefusal,
      means: 'The broker refused with a code that MQTT 3.1.1 does not know.',
      pattern: /Connection refused: undefined/i,
      example: 'Connection refused: undefined',
    },
    {
      ...notMqtt,
      codes: ['protocol/http', 'protocol/websocket-port', 'protocol/other-service'],
      settles: 'For "puback" the answer begins with the letter H, as HTTP does.',
      pattern: /Invalid header flag bits/i,
      example: 'Invalid header flag bits, must be 0x0 for puback packet',
    },
    {
      ...pingSilent,
      pattern: /^(?:Error: )?Keepalive timeout/i,
      example: 'Error: Keepalive timeout',
    },
    {
      ...untrusted,
      codes: [...untrusted.codes, 'tls/hostname-mismatch', 'tls/expired'],
      pattern: /TLS not authorized/i,
      example: 'Error: TLS not authorized',
    },
    {
      ...publishRefused,
      pattern: /Publish error: /i,
      example: 'Publish error: Not authorized',
    },
    {
      ...subscriptionRefused,
      pattern: /Subscribe error: /i,
      example: 'Subscribe error: Unspecified error',
    },
    { ...tooLarge, pattern: /exceeding packets size/i, example: 'exceeding packets size publish' },
    {
      means: 'A topic breaks the rules of MQTT.',
      codes: ['input/topic-invalid'],
      pattern: /Invalid topic /i,
      example: 'Invalid topic a/#/b',
    },
    {
      ...lostLater,
      means: 'The connection went down while a message or subscription was under way.',
      pattern: /^(?:Error: )?Connection closed$/i,
      example: 'Error: Connection closed',
    },
    {
      ...notConnected,
      weight: 'broad',
      pattern: /client disconnecting|No connection to broker/i,
      example: 'Error: No connection to broker',
    },
    {
      ...insideClient,
      pattern: /Missing protocol|Missing secure protocol key/i,
      example: 'Error: Missing protocol',
      settles: 'The address needs a scheme: mqtt://, mqtts://, ws:// or wss://.',
    },
    {
      ...insideClient,
      pattern: /Missing clientId for unclean/i,
      example: 'Error: Missing clientId for unclean clients',
      settles: 'A session that is to be kept needs a client id.',
    },
    {
      means: 'The browser could not open the WebSocket, and hides why.',
      codes: ['tcp/refused', 'tls/unknown-ca', 'tls/self-signed', 'dns/nxdomain'],
      settles: 'Name, port, certificate, path, or wss:// missing on an https page.',
      weight: 'broad',
      pattern: /^(?:Error: )?WebSocket error$|WebSocket connection to .{1,200} failed/i,
      example: 'Error: WebSocket error',
    },
  ],
};
