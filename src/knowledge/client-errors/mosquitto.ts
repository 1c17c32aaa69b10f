// mosquitto_pub, mosquitto_sub and programs with libmosquitto; then the log of the broker.

import type { Client } from './client-error.ts';
import {
  anyTls,
  closedSomewhere,
  nameNotFound,
  notConnected,
  notMqtt,
  publishRefused,
  tooLarge,
  unusableCertificate,
} from './meanings.ts';

export const mosquittoClient: Client = {
  name: 'mosquitto_pub, mosquitto_sub',
  signs: /mosquitto_(?:pub|sub|rr)|MOSQ_ERR_/i,
  errors: [
    {
      ...anyTls,
      weight: 'broad',
      pattern: /A TLS error occurred|MOSQ_ERR_TLS\b/i,
      example: 'Error: A TLS error occurred.',
      settles:
        'All faults of TLS end in these words: authority, name, date, version, key, or a port without TLS. A check tells them apart.',
    },
    {
      ...closedSomewhere,
      pattern: /The connection was lost|MOSQ_ERR_CONN_LOST/i,
      example: 'Error: The connection was lost.',
      settles:
        'With -d it prints "received CONNACK" where there was one. Without it: plain MQTT on a TLS port, a missing client certificate, a policy. These tools stay plain without a CA file, except on port 8883.',
      codes: [
        'protocol/tls-port',
        'connect/closed',
        'tls/client-cert-required',
        'connect/client-id-taken',
        'pubsub/dropped-on-publish',
        'pubsub/payload-too-large',
      ],
    },
    {
      ...notMqtt,
      pattern: /A network protocol error occurred|MOSQ_ERR_PROTOCOL/i,
      example: 'Error: A network protocol error occurred when communicating with the broker.',
      codes: [
        'protocol/websocket-port',
        'protocol/http',
        'tls/client-cert-rejected',
        'protocol/other-service',
      ],
    },
    {
      ...notMqtt,
      pattern: /^Error: Success\.?$/i,
      example: 'Error: Success',
    },
    {
      ...nameNotFound,
      pattern: /Lookup error|MOSQ_ERR_(?:EAI|LOOKUP)/i,
      example: 'Unable to connect (Lookup error.).',
    },
    {
      ...unusableCertificate,
      pattern: /Problem setting TLS options/i,
      example: 'Error: Problem setting TLS options: File not found.',
    },
    {
      means: 'An argument is not valid: often an empty client id with the clean session off.',
      codes: ['input/topic-invalid'],
      pattern: /Invalid arguments provided/i,
      example: 'Error: Invalid arguments provided.',
    },
    {
      ...notConnected,
      weight: 'broad',
      pattern: /MOSQ_ERR_NO_CONN/i,
      example: 'MOSQ_ERR_NO_CONN',
    },
    {
      ...publishRefused,
      pattern: /MOSQ_ERR_ACL_DENIED|Publish \d{1,5} failed: Not authori[sz]ed/i,
      example: 'Warning: Publish 1 failed: Not authorized.',
    },
    {
      ...tooLarge,
      pattern: /MOSQ_ERR_OVERSIZE_PACKET|MOSQ_ERR_PAYLOAD_SIZE/i,
      example: 'MOSQ_ERR_OVERSIZE_PACKET',
    },
    {
      means: 'The broker does not take this QoS.',
      codes: ['pubsub/qos-unsupported'],
      pattern: /MOSQ_ERR_QOS_NOT_SUPPORTED/i,
      example: 'MOSQ_ERR_QOS_NOT_SUPPORTED',
    },
    {
      means: 'The broker refuses the subscription; these tools then end.',
      codes: ['pubsub/subscribe-denied'],
      pattern:
        /All subscription requests were denied|Subscribed \(mid: \d{1,5}\):.{0,40}\b1(?:28|35)\b/i,
      example: 'All subscription requests were denied.',
    },
  ],
};

export const mosquittoLog: Client = {
  name: 'Mosquitto broker log',
  signs: /mosquitto version \d|New connection from .{1,60} on port|Client connection from/i,
  errors: [
    {
      means: 'The user name or password is wrong, or anonymous clients are not allowed.',
      codes: ['connect/bad-credentials', 'connect/anonymous-refused', 'connect/not-authorized'],
      pattern: /disconnected, not authori[sz]ed/i,
      example: 'Client sensor1 disconnected, not authorised.',
    },
    {
      means: 'The client gives no user name or password, and anonymous clients are not allowed.',
      codes: ['connect/anonymous-refused'],
      pattern: /received null username or password/i,
      example: 'error: received null username or password for unpwd check',
    },
    {
      means: 'The client went away without saying so: often it did not like what it was shown.',
      codes: ['tls/unknown-ca', 'protocol/plaintext-port', 'connect/client-id-taken'],
      weight: 'broad',
      pattern: /Socket error on client/i,
      example: 'Socket error on client sensor1, disconnecting.',
    },
    {
      means: 'Two clients use the same client id and throw each other off.',
      codes: ['connect/client-id-taken'],
      pattern: /already connected, closing old connection/i,
      example: 'Client sensor1 already connected, closing old connection.',
    },
    {
      means: 'The client was silent for more than one and a half times its keep-alive.',
      codes: [],
      settles:
        'The program does not serve its connection in time, sleeps, or lost its network without a word.',
      pattern: /has exceeded timeout, disconnecting/i,
      example: 'Client sensor1 has exceeded timeout, disconnecting.',
    },
    {
      means: 'What the client sent is not MQTT: TLS on a plain port, HTTP, or a broken client.',
      codes: ['protocol/plaintext-port', 'protocol/tls-port', 'tls/client-cert-rejected'],
      pattern: /disconnected(?: due to|:) protocol error/i,
      example: 'Client <unknown> disconnected due to protocol error.',
    },
    {
      means: 'A client speaks plain MQTT to the TLS port.',
      codes: ['protocol/tls-port'],
      pattern: /connection from .{1,60} failed: error:.{1,60}wrong version number/i,
      example:
        'Client connection from 192.0.2.7 failed: error:0A00010B:SSL routines::wrong version number.',
    },
    {
      means: 'The broker wants a client certificate and got none.',
      codes: ['tls/client-cert-required'],
      pattern: /peer did not return a certificate/i,
      example: 'OpenSSL Error[0]: error:0A0000C7:SSL routines::peer did not return a certificate',
    },
    {
      means: 'The listener has as many connections as it may.',
      codes: ['tcp/closed-at-once'],
      pattern: /max_connections exceeded/i,
      example: 'Client connection from 192.0.2.7 denied: max_connections exceeded.',
    },
    {
      ...tooLarge,
      pattern: /disconnected due to oversize (?:packet|payload)/i,
      example: 'Client sensor1 disconnected due to oversize packet.',
    },
    {
      means: 'A client publishes with a higher QoS than the broker allows.',
      codes: ['pubsub/qos-unsupported'],
      pattern: /Too high QoS in PUBLISH/i,
      example: 'Too high QoS in PUBLISH from sensor1, disconnecting.',
    },
    {
      means: 'The access list does not allow the message; a client of MQTT 3.1.1 is not told.',
      codes: ['pubsub/not-delivered', 'pubsub/publish-denied'],
      pattern: /Denied PUBLISH/i,
      example: "Denied PUBLISH from sensor1 (d0, q1, r0, m1, 'no/x', ... (1 bytes))",
    },
    {
      means: 'The client asks for a version of MQTT that the broker does not know.',
      codes: ['connect/version-unsupported'],
      pattern: /Invalid protocol version \d{1,3} in CONNECT/i,
      example: 'Invalid protocol version 9 in CONNECT from 192.0.2.7.',
    },
    {
      means: 'The client gives a password without a user name, which MQTT 3 does not allow.',
      codes: ['connect/closed'],
      rare: true,
      pattern: /password without username/i,
      example: 'Protocol error from sensor1: password without username, closing connection.',
    },
    {
      means: 'The broker runs without a listener in its settings and serves its own machine only.',
      codes: ['tcp/loopback-only', 'tcp/refused'],
      pattern: /Starting in local only mode/i,
      example:
        'Starting in local only mode. Connections will only be possible from clients running on this machine.',
    },
    {
      means: 'Another program, or a second broker, has the port already.',
      codes: ['tcp/refused', 'protocol/other-service'],
      pattern: /Address already in use|EADDRINUSE/i,
      example: 'Error: Address already in use',
    },
  ],
};
