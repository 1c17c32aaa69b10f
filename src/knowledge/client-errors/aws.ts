// The device SDKs of AWS IoT: the common runtime (v2), Python v1, embedded C, coreMQTT.

import type { Client, ClientError } from './client-error.ts';
import { anyRefusal, connack } from './connack.ts';
import {
  anyTimeout,
  anyTls,
  closedOnConnect,
  dialTimedOut,
  expired,
  handshakeCut,
  handshakeStalled,
  lostLater,
  nameMismatch,
  nameNotFound,
  noConnack,
  noRoute,
  notMqtt,
  notYetValid,
  pingSilent,
  publishRefused,
  refused,
  resolverSilent,
  subscriptionRefused,
  untrusted,
  unusableCertificate,
  websocketRefused,
} from './meanings.ts';

const hangup: Omit<ClientError, 'pattern' | 'example'> = {
  means: 'AWS IoT closed the connection without a reason.',
  codes: [
    'connect/closed',
    'connect/client-id-not-allowed',
    'connect/client-id-taken',
    'pubsub/dropped-on-publish',
    'pubsub/dropped-on-subscribe',
    'pubsub/qos-unsupported',
    'pubsub/payload-too-large',
  ],
  settles:
    'At connect: no policy allows iot:Connect for this client id, or the certificate is not active. Later: another client with the same id, a topic that is not allowed, QoS 2, or more than 128 kB. With MQTT 5 it gives the reason.',
};

type Numbered = readonly [
  number: number,
  name: string,
  meaning: Omit<ClientError, 'pattern' | 'example'>,
];

const numbers: readonly Numbered[] = [
  [1029, 'AWS_IO_TLS_ERROR_NEGOTIATION_FAILURE', { ...anyTls, weight: 'broad' }],
  [1032, 'AWS_IO_TLS_ERROR_ALERT_RECEIVED', { ...anyTls, weight: 'broad' }],
  [1033, 'AWS_IO_TLS_CTX_ERROR', unusableCertificate],
  [
    1034,
    'AWS_IO_TLS_VERSION_UNSUPPORTED',
    { means: 'Client and server share no version of TLS.', codes: ['tls/version-unsupported'] },
  ],
  [
    1036,
    'AWS_IO_MISSING_ALPN_MESSAGE',
    {
      means: 'The server agreed on no protocol name (ALPN).',
      codes: ['alpn/ignored', 'alpn/required', 'alpn/wrong-name'],
    },
  ],
  [1038, 'AWS_IO_FILE_VALIDATION_FAILURE', unusableCertificate],
  [1047, 'AWS_IO_SOCKET_CONNECTION_REFUSED', refused],
  [1048, 'AWS_IO_SOCKET_TIMEOUT', dialTimedOut],
  [1049, 'AWS_IO_SOCKET_NO_ROUTE_TO_HOST', noRoute],
  [1050, 'AWS_IO_SOCKET_NETWORK_DOWN', noRoute],
  [1051, 'AWS_IO_SOCKET_CLOSED', { ...handshakeCut, weight: 'broad' }],
  [1058, 'AWS_IO_DNS_QUERY_FAILED', nameNotFound],
  [1059, 'AWS_IO_DNS_INVALID_NAME', nameNotFound],
  [1060, 'AWS_IO_DNS_NO_ADDRESS_FOR_HOST', { ...nameNotFound, codes: ['dns/no-address'] }],
  [1067, 'AWS_IO_TLS_NEGOTIATION_TIMEOUT', handshakeStalled],
  [1068, 'AWS_IO_TLS_ALERT_NOT_GRACEFUL', { ...handshakeCut, weight: 'broad' }],
  [1173, 'AWS_IO_TLS_ERROR_DEFAULT_TRUST_STORE_NOT_FOUND', unusableCertificate],
  [1179, 'AWS_ERROR_PEM_MALFORMED', unusableCertificate],
  [1181, 'AWS_IO_TLS_UNKNOWN_ROOT_CERTIFICATE', untrusted],
  [1182, 'AWS_IO_TLS_NO_ROOT_CERTIFICATE_FOUND', untrusted],
  [1183, 'AWS_IO_TLS_CERTIFICATE_EXPIRED', expired],
  [1184, 'AWS_IO_TLS_CERTIFICATE_NOT_YET_VALID', notYetValid],
  [1186, 'AWS_IO_TLS_PEER_CERTIFICATE_EXPIRED', expired],
  [
    1188,
    'AWS_IO_TLS_PEER_CERTIFICATE_REVOKED',
    { means: 'The certificate of the server has been revoked.', codes: ['tls/revoked'] },
  ],
  [1193, 'AWS_IO_TLS_INVALID_CERTIFICATE_CHAIN', untrusted],
  [1194, 'AWS_IO_TLS_HOST_NAME_MISMATCH', nameMismatch],
  [1195, 'AWS_IO_DNS_QUERY_AGAIN', resolverSilent],
  [2065, 'AWS_ERROR_HTTP_WEBSOCKET_UPGRADE_FAILURE', websocketRefused],
  [
    2071,
    'AWS_ERROR_HTTP_PROXY_CONNECT_FAILED',
    { means: 'The HTTP proxy refused to connect onwards.', codes: [] },
  ],
  [5124, 'AWS_ERROR_MQTT_UNSUPPORTED_PROTOCOL_LEVEL', connack[1]],
  [5125, 'AWS_ERROR_MQTT_INVALID_CREDENTIALS', connack[4]],
  [
    5128,
    'AWS_ERROR_MQTT_INVALID_TOPIC',
    { means: 'A topic breaks the rules of MQTT.', codes: ['input/topic-invalid'] },
  ],
  [5129, 'AWS_ERROR_MQTT_TIMEOUT', { ...noConnack, weight: 'broad' }],
  [5130, 'AWS_ERROR_MQTT_PROTOCOL_ERROR', { ...anyRefusal, weight: 'broad' }],
  [5134, 'AWS_ERROR_MQTT_UNEXPECTED_HANGUP', hangup],
  [5150, 'AWS_ERROR_MQTT5_CONNACK_CONNECTION_REFUSED', { ...anyRefusal, weight: 'broad' }],
  [5151, 'AWS_ERROR_MQTT5_CONNACK_TIMEOUT', noConnack],
  [5152, 'AWS_ERROR_MQTT5_PING_RESPONSE_TIMEOUT', pingSilent],
  [5154, 'AWS_ERROR_MQTT5_DISCONNECT_RECEIVED', { ...lostLater, weight: 'broad' }],
  [5164, 'AWS_ERROR_MQTT_CONNECTION_SUBSCRIBE_FAILURE', subscriptionRefused],
  [5165, 'AWS_ERROR_MQTT_ACK_REASON_CODE_FAILURE', publishRefused],
];

export const awsCrt: Client = {
  name: 'AWS IoT SDK v2',
  signs: /AWS_(?:IO|ERROR)_|awscrt|aws_error|aws-c-mqtt/,
  errors: numbers.map(([number, name, meaning]) => {
    const short = name.replace(/^AWS_(?:IO|ERROR)_/, '');
    return {
      ...meaning,
      pattern: new RegExp(`\\b${name}\\b|AwsCrtError.{0,12}\\b${number}\\b|\\b${short}\\b`),
      example: name,
    };
  }),
};

export const awsPython: Client = {
  name: 'AWS IoT SDK, Python v1',
  signs: /AWSIoT(?:PythonSDK|Exceptions)/,
  errors: [
    {
      ...noConnack,
      pattern: /connectTimeoutException|mqttCore.{0,20}connect timeout/i,
      example: 'AWSIoTExceptions.connectTimeoutException',
      codes: ['connect/closed', 'alpn/required', 'connect/client-id-not-allowed'],
      settles:
        'A policy that does not allow to connect, or port 443 without a protocol name (ALPN).',
    },
    ...([1, 2, 3, 4, 5] as const).map((code) => ({
      ...connack[code],
      pattern: new RegExp(`Connect Error: ${code}\\b`),
      example: `connectError: Connect Error: ${code}`,
    })),
    {
      means: 'No acknowledgement came: AWS IoT hangs up on a topic that is not allowed.',
      codes: ['pubsub/dropped-on-publish', 'pubsub/publish-denied'],
      pattern: /publishTimeoutException/,
      example: 'publishTimeoutException',
    },
    {
      means: 'No acknowledgement came: AWS IoT hangs up on a topic that is not allowed.',
      codes: ['pubsub/dropped-on-subscribe', 'pubsub/subscribe-denied'],
      pattern: /subscribeTimeoutException|subackError/,
      example: 'subscribeTimeoutException',
    },
    { ...websocketRefused, pattern: /wssHandShakeError/, example: 'wssHandShakeError' },
  ],
};

const embedded: readonly Numbered[] = [
  [-3, 'TCP_CONNECTION_ERROR', { ...refused, codes: ['tcp/refused', 'tcp/timeout'] }],
  [-4, 'SSL_CONNECTION_ERROR', anyTls],
  [-6, 'NETWORK_SSL_CONNECT_TIMEOUT_ERROR', handshakeStalled],
  [-9, 'NETWORK_SSL_CERT_ERROR', unusableCertificate],
  [-12, 'NETWORK_SSL_READ_ERROR', closedOnConnect],
  [-19, 'NETWORK_X509_ROOT_CRT_PARSE_ERROR', unusableCertificate],
  [-20, 'NETWORK_X509_DEVICE_CRT_PARSE_ERROR', unusableCertificate],
  [-21, 'NETWORK_PK_PRIVATE_KEY_PARSE_ERROR', unusableCertificate],
  [-23, 'NETWORK_ERR_NET_UNKNOWN_HOST', nameNotFound],
  [-24, 'NETWORK_ERR_NET_CONNECT_FAILED', { ...refused, codes: ['tcp/refused', 'tcp/timeout'] }],
  [-27, 'MQTT_CONNECT_TIMEOUT_ERROR', anyTimeout],
  [-28, 'MQTT_REQUEST_TIMEOUT_ERROR', { ...hangup, means: 'AWS IoT did not answer a request.' }],
  [-37, 'MQTT_CONNACK_UNACCEPTABLE_PROTOCOL_VERSION_ERROR', connack[1]],
  [-38, 'MQTT_CONNACK_IDENTIFIER_REJECTED_ERROR', connack[2]],
  [-39, 'MQTT_CONNACK_SERVER_UNAVAILABLE_ERROR', connack[3]],
  [-40, 'MQTT_CONNACK_BAD_USERDATA_ERROR', connack[4]],
  [-41, 'MQTT_CONNACK_NOT_AUTHORIZED_ERROR', connack[5]],
];

export const awsEmbedded: Client = {
  name: 'AWS IoT Embedded C 3',
  signs: /aws_iot_mqtt_|Error\(-\d{1,3}\) connecting to/,
  errors: embedded.map(([number, name, meaning]) => ({
    ...meaning,
    pattern: new RegExp(`\\b${name}\\b|Error\\(${number}\\) connecting to`),
    example: `Error(${number}) connecting to endpoint.example.com:8883`,
  })),
};

export const coreMqtt: Client = {
  name: 'coreMQTT (FreeRTOS)',
  errors: [
    {
      ...anyRefusal,
      codes: [...anyRefusal.codes, 'pubsub/subscribe-denied'],
      pattern: /\bMQTTServerRefused\b/,
      example: 'MQTTServerRefused',
    },
    { ...closedOnConnect, pattern: /\bMQTTRecvFailed\b/, example: 'MQTTRecvFailed' },
    { ...noConnack, pattern: /\bMQTTNoDataAvailable\b/, example: 'MQTTNoDataAvailable' },
    { ...notMqtt, pattern: /\bMQTTBadResponse\b/, example: 'MQTTBadResponse' },
    { ...pingSilent, pattern: /\bMQTTKeepAliveTimeout\b/, example: 'MQTTKeepAliveTimeout' },
  ],
};
