// ESP-IDF: esp-mqtt and the numbers of ESP-TLS.

import type { Client, ClientError } from './client-error.ts';
import { anyRefusal, connack } from './connack.ts';
import {
  anyTls,
  cannotOpen,
  closedOnConnect,
  closedSomewhere,
  dialTimedOut,
  handshakeCut,
  handshakeStalled,
  insideClient,
  nameNotFound,
  noConnack,
  outOfMemory,
  pingSilent,
  refused,
  reset,
  unusableCertificate,
} from './meanings.ts';

export const espMqtt: Client = {
  name: 'ESP-IDF (esp-mqtt)',
  signs: /(?:mqtt_client|MQTT_CLIENT|esp-tls|transport_base|esp_mqtt)\b|MQTT_EVENT_/,
  errors: [
    {
      ...cannotOpen,
      weight: 'broad',
      pattern: /MQTT_ERROR_TYPE_TCP_TRANSPORT|Error transport connect/i,
      example: 'E (5123) mqtt_client: Error transport connect',
      settles: 'The line of esp-tls above it, or esp_tls_last_esp_err, says which of them it is.',
    },
    {
      ...anyRefusal,
      weight: 'broad',
      pattern: /MQTT_ERROR_TYPE_CONNECTION_REFUSED/i,
      example: 'MQTT_ERROR_TYPE_CONNECTION_REFUSED',
      settles: 'connect_return_code has the reason.',
    },
    {
      ...closedOnConnect,
      weight: 'broad',
      pattern: /mqtt_client: MQTT connect failed/i,
      example: 'E (9000) mqtt_client: MQTT connect failed',
    },
    {
      ...closedSomewhere,
      pattern: /transport_read\(\): EOF/i,
      example: 'esp_mqtt_handle_transport_read_error: transport_read(): EOF',
    },
    {
      ...closedOnConnect,
      pattern: /mqtt_message_receive\(\) returned -2/i,
      example: 'esp_mqtt_connect: mqtt_message_receive() returned -2',
    },
    {
      ...reset,
      pattern: /mqtt_message_receive\(\) returned -1/i,
      example: 'esp_mqtt_connect: mqtt_message_receive() returned -1',
    },
    {
      ...noConnack,
      pattern: /mqtt_message_receive\(\) returned 0/i,
      example: 'esp_mqtt_connect: mqtt_message_receive() returned 0',
    },
    {
      ...connack[1],
      pattern: /Connection refused, bad protocol/i,
      example: 'W (912) mqtt_client: Connection refused, bad protocol',
    },
    {
      ...connack[2],
      weight: 'broad',
      pattern: /Connection refused, Unknown reason/i,
      example: 'W (912) mqtt_client: Connection refused, Unknown reason',
    },
    {
      ...pingSilent,
      pattern: /No PING_RESP/i,
      example: 'E (9000) mqtt_client: No PING_RESP, disconnected',
    },
    {
      means: 'The link is stalled, or the message is too big for the time it was given.',
      codes: ['pubsub/payload-too-large', 'tls/mtu-black-hole'],
      pattern: /Writing didn't complete in specified timeout/i,
      example: "Writing didn't complete in specified timeout: errno=11",
    },
    {
      means: 'Certificates are set, and the address begins with mqtt:// or ws://.',
      codes: ['input/tls-not-enabled'],
      pattern: /SSL related configs set, but/i,
      example:
        'SSL related configs set, but the URI scheme specifies a non-SSL scheme, scheme = mqtt',
    },
    {
      ...insideClient,
      pattern: /Clean Session flag must be true/i,
      example: 'Clean Session flag must be true if client has a null id',
      settles: 'A session that is to be kept needs a client id.',
    },
    {
      ...insideClient,
      pattern: /Please enable MQTT_ENABLE_|configured but not enabled in menuconfig/i,
      example: 'Please enable MQTT_ENABLE_SSL to use mqtts',
      settles: 'A feature (TLS, WebSocket, ALPN) was left out when the firmware was built.',
    },
    {
      ...nameNotFound,
      pattern: /couldn't get hostname for/i,
      example: "esp-tls: couldn't get hostname for :broker.example.com: getaddrinfo() returns 202",
    },
    {
      ...dialTimedOut,
      pattern: /\[sock=\d{1,4}\] select\(\) timeout/i,
      example: 'esp-tls: [sock=54] select() timeout',
    },
    {
      ...refused,
      codes: ['tcp/refused', 'tcp/reset', 'tcp/unreachable'],
      pattern: /delayed connect error/i,
      example: 'esp-tls: [sock=54] delayed connect error: Connection reset by peer',
    },
  ],
};

const tlsNumbers: readonly (readonly [string, Omit<ClientError, 'pattern' | 'example'>])[] = [
  ['0x8001', nameNotFound],
  ['0x8004', { ...refused, codes: ['tcp/refused', 'tcp/unreachable', 'tcp/timeout'] }],
  ['0x8006', dialTimedOut],
  ['0x8008', { ...closedSomewhere, weight: 'broad' }],
  ['0x8009', handshakeStalled],
  [
    '0x8014',
    { means: 'The list of protocol names (ALPN) is not accepted.', codes: ['alpn/rejected'] },
  ],
  ['0x8015', unusableCertificate],
  ['0x8016', unusableCertificate],
  ['0x8017', outOfMemory],
  ['0x8019', { ...unusableCertificate, codes: ['input/key-unreadable', 'input/key-encrypted'] }],
  ['0x801A', { ...anyTls, weight: 'broad', settles: 'The number of mbedTLS beside it says more.' }],
  ['0x801D', { ...handshakeCut, weight: 'broad' }],
];

export const espTls: Client = {
  name: 'ESP-IDF (ESP-TLS)',
  errors: tlsNumbers.map(([number, meaning]) => ({
    ...meaning,
    pattern: new RegExp(`\\b${number}\\b`, 'i'),
    example: `Last error code reported from esp-tls: ${number}`,
  })),
};
