// The words for a refused CONNECT that many clients share, and the names of MQTT 5 §2.4.

import type { Client } from './client-error.ts';
import { anyRefusal, connack } from './connack.ts';
import { noConnack, subscriptionRefused, tooLarge } from './meanings.ts';

export const connackTexts: Client = {
  name: 'many clients',
  errors: [
    {
      ...connack[1],
      pattern:
        /un(?:acceptable|supported)[ _]protocol[ _]version|invalid protocol version\b(?! \d)/i,
      example: 'Connection Refused: unacceptable protocol version.',
    },
    {
      ...connack[2],
      pattern:
        /identifier[ _]rejected|client[ _]?identifier[ _]not[ _]valid|invalid client ?id|bad_client_id/i,
      example: 'Connection Refused: identifier rejected.',
    },
    {
      ...connack[3],
      pattern: /(?:broker|server)[ _]unavailable/i,
      example: 'Connection Refused: broker unavailable.',
    },
    {
      ...connack[4],
      pattern: /bad[ _]user[ _]?name[ _]or[ _]password|malformed credentials/i,
      example: 'Connection Refused: bad user name or password.',
    },
    {
      ...connack[5],
      pattern:
        /authori[sz]ation failed|(?<!TLS )(?<!(?:publish|subscribe) error: )\bnot[ _]?authori[sz]ed\b(?! to (?:publish|subscribe))/i,
      example: 'Connection Refused: not authorised.',
    },
    {
      ...anyRefusal,
      weight: 'broad',
      pattern: /^the connection was refused\.|: the connection was refused\./i,
      example: 'Error: The connection was refused.',
    },
    {
      means: 'The broker has put the client, its user or its address on a list.',
      codes: ['connect/banned'],
      pattern: /\b(?:rc|reason|code|refused|error|connack|disconnect)\b.{0,30}\bbanned\b/i,
      example: 'Connection Refused: Banned',
    },
    {
      means: 'A limit of the broker is reached.',
      codes: ['connect/server-busy'],
      pattern:
        /server[ _]busy|quota[ _]exceeded|(?:connection|message)[ _]rate[ _](?:exceeded|too)/i,
      example: 'Connection refused: Quota exceeded',
    },
    {
      means: 'The broker sends the client to another server.',
      codes: ['connect/moved'],
      pattern: /use[ _]another[ _]server|server[ _]moved/i,
      example: 'Connection refused: Use another server',
    },
    {
      means: 'The broker wants another way of signing in, or does not know the one named.',
      codes: ['connect/auth-method'],
      pattern: /bad[ _]authentication[ _]method/i,
      example: 'Connection refused: Bad authentication method',
    },
    {
      means: 'Another client has connected with the same client id.',
      codes: ['connect/client-id-taken'],
      pattern: /session[ _]taken[ _]over|duplicate client ?id/i,
      example: 'Disconnected: Session taken over (142)',
    },
    {
      means: 'The broker does not take this QoS.',
      codes: ['pubsub/qos-unsupported', 'connect/will-refused'],
      pattern: /qos[ _]not[ _]supported/i,
      example: 'Disconnected: QoS not supported (155)',
    },
    {
      means: 'The broker does not take retained messages.',
      codes: ['pubsub/retain-unsupported', 'connect/will-refused'],
      pattern: /retain[ _]not[ _]supported/i,
      example: 'Disconnected: Retain not supported (154)',
    },
    {
      ...tooLarge,
      pattern: /packet[ _]too[ _]large|oversize[ _]packet/i,
      example: 'Disconnected: Packet too large (149)',
    },
    {
      means: 'The broker does not allow this form of topic.',
      codes: ['pubsub/subscribe-denied', 'pubsub/publish-denied', 'input/topic-invalid'],
      pattern: /topic[ _](?:filter|name)[ _]invalid/i,
      example: 'Topic filter invalid (143)',
    },
    {
      ...subscriptionRefused,
      pattern: /(?:shared|wildcard)[ _]subscriptions?[ _]not[ _]supported/i,
      example: 'Wildcard subscriptions not supported (162)',
    },
    {
      ...noConnack,
      codes: ['connect/closed', 'connect/timeout', 'protocol/silent', 'alpn/required'],
      pattern: /\bconn?ack\b.{0,20}not received|missing connection acknowledg/i,
      example: 'NoConnectionException: Missing Connection Acknowledgement',
    },
    {
      means: 'The token given as password has expired.',
      codes: ['input/token-expired', 'connect/bad-credentials'],
      pattern: /(?:SAS token|jwt|token).{0,16}(?:is |has )expired/i,
      example: 'The specified SAS token is expired',
    },
    {
      means: 'The client was silent for longer than its keep-alive allows.',
      codes: [],
      settles:
        'Paho Python prints it as well where CONNACK never came. Otherwise the program does not serve its connection in time, or the network forgets idle ones.',
      pattern: /keep[ _]?alive[ _]timeout/i,
      example: 'Disconnected: Keep alive timeout (141)',
    },
  ],
};
