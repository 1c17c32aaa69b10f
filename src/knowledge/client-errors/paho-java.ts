// Eclipse Paho for Java and Android, and the client of HiveMQ.

import type { Client, ClientError } from './client-error.ts';
import { anyRefusal, connack } from './connack.ts';
import {
  cannotOpen,
  closedSomewhere,
  insideClient,
  noConnack,
  notConnected,
  notMqtt,
  pingSilent,
  subscriptionRefused,
  unusableCertificate,
} from './meanings.ts';

type Numbered = readonly [
  number: number,
  words: string,
  meaning: Omit<ClientError, 'pattern' | 'example'>,
];

const numbers: readonly Numbered[] = [
  [1, 'Invalid protocol version', connack[1]],
  [2, 'Invalid client ID', connack[2]],
  [3, 'Broker unavailable', connack[3]],
  [4, 'Bad user name or password', connack[4]],
  [5, 'Not authorized to connect', connack[5]],
  [128, 'MqttException', subscriptionRefused],
  [32000, 'Timed out waiting for a response from the server', noConnack],
  [
    32103,
    'Unable to connect to server',
    {
      ...cannotOpen,
      weight: 'broad',
      settles:
        'The exception behind it says which: UnknownHostException, ConnectException, SSLHandshakeException.',
    },
  ],
  [32104, 'Client is not connected', { ...notConnected, weight: 'broad' }],
  [
    32105,
    'The specified SocketFactory type does not match the broker URI',
    {
      means: 'TLS is set up, and the address begins with tcp://, or the other way round.',
      codes: ['input/tls-not-enabled', 'protocol/tls-port', 'protocol/plaintext-port'],
    },
  ],
  [32106, 'SSL configuration error', unusableCertificate],
  [32108, 'Unrecognized packet', notMqtt],
  [
    32109,
    'Connection lost',
    {
      ...closedSomewhere,
      settles:
        'With an EOFException behind it the broker closed the connection: during connect a policy, the client id or the port; later another client with the same id, or a topic that is not allowed.',
    },
  ],
  [
    32200,
    'Persistence already in use',
    { ...insideClient, settles: 'Two clients share one client id and one folder.' },
  ],
  [
    32202,
    'Too many publishes in progress',
    {
      ...insideClient,
      settles:
        'More messages are under way than maxInflight allows; acknowledgements may be missing.',
    },
  ],
];

export const pahoJava: Client = {
  name: 'Paho Java, Android',
  signs: /MqttException|org\.eclipse\.paho/,
  errors: numbers.map(([number, words, meaning]) => ({
    ...meaning,
    pattern: new RegExp(
      number < 1000
        ? `${words} \\(${number}\\)|MqttException: \\(?${number}\\b`
        : `\\(${number}\\)|MqttException: ${number}\\b`,
    ),
    example: `${words} (${number})`,
  })),
};

export const hiveMqJava: Client = {
  name: 'HiveMQ client (Java)',
  signs: /com\.hivemq\.client|Mqtt[35]ConnAckException/,
  errors: [
    {
      ...anyRefusal,
      weight: 'broad',
      pattern: /CONNACK contained an Error Code/i,
      example: 'CONNECT failed as CONNACK contained an Error Code: NOT_AUTHORIZED.',
    },
    {
      ...noConnack,
      pattern: /Timeout while waiting for CONNACK/i,
      example: 'Timeout while waiting for CONNACK',
      codes: ['tls/sni-required', ...noConnack.codes],
    },
    {
      ...closedSomewhere,
      pattern: /Server closed connection without DISCONNECT/i,
      example: 'Server closed connection without DISCONNECT.',
    },
    {
      ...pingSilent,
      pattern: /Timeout while waiting for PINGRESP/i,
      example: 'Timeout while waiting for PINGRESP',
    },
  ],
};
