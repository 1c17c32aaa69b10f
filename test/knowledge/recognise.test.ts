// Lines as people paste them into forums and issue trackers → the findings that fit.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingCode } from '../../src/finding.ts';
import { recognise } from '../../src/knowledge/recognise.ts';

/** The first code, and others that must be among those shown. */
const lines: readonly (readonly [line: string, first: FindingCode, ...others: FindingCode[]])[] = [
  [
    'Attempting MQTT connection...failed, rc=-2 try again in 5 seconds',
    'tcp/refused',
    'dns/nxdomain',
    'tls/sni-required',
  ],
  [
    'Attempting MQTT connection...failed, rc=-4 try again in 5 seconds',
    'connect/closed',
    'connect/timeout',
    'protocol/silent',
  ],
  [
    'Attempting MQTT connection...failed, rc=5 try again in 5 seconds',
    'connect/not-authorized',
    'connect/bad-credentials',
    'tls/sni-required',
  ],
  ['Connect FAILED to 192.0.2.102:1883, rc -2. Retry in 10 seconds', 'tcp/refused', 'tcp/timeout'],
  [
    'Error: The connection was lost.',
    'protocol/tls-port',
    'connect/closed',
    'tls/client-cert-required',
  ],
  ['Error: A TLS error occurred.', 'tls/unknown-ca', 'protocol/plaintext-port', 'tls/expired'],
  ['Unable to connect (Lookup error.).', 'dns/nxdomain', 'dns/local-name'],
  [
    'Connection error: Connection Refused: not authorised.',
    'connect/not-authorized',
    'connect/anonymous-refused',
  ],
  ['120 | rc=2 (identifier rejected)', 'connect/client-id-rejected', 'connect/keepalive-refused'],
  [
    'Starting in local only mode. Connections will only be possible from clients running on this machine.',
    'tcp/loopback-only',
  ],
  ['Client dup already connected, closing old connection.', 'connect/client-id-taken'],
  ['Subscribed (mid: 1): 128', 'pubsub/subscribe-denied'],
  ['Error: connect ECONNREFUSED 127.0.0.1:1883', 'tcp/refused', 'tcp/localhost-in-container'],
  ['Unhandled error: getaddrinfo ENOTFOUND homeassistant.local', 'dns/local-name'],
  ["SocketException: Failed host lookup: 'wss://broker.example.com:9883/ws'", 'dns/nxdomain'],
  [
    "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: IP: 127.0.0.1 is not in the cert's list: ",
    'tls/hostname-mismatch',
    'tls/address-as-name',
  ],
  ['Error: unable to verify the first certificate', 'tls/unknown-ca', 'tls/missing-intermediate'],
  [
    '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)',
    'tls/unknown-ca',
    'tls/intercepted',
  ],
  [
    '[SSL: TLSV1_ALERT_PROTOCOL_VERSION] tlsv1 alert protocol version (_ssl.c:727)',
    'tls/version-unsupported',
  ],
  [
    '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)',
    'protocol/http',
    'protocol/plaintext-port',
  ],
  [
    'Invalid header flag bits, must be 0x0 for puback packet',
    'protocol/http',
    'protocol/websocket-port',
  ],
  ['Connection lost (32109) - java.io.EOFException', 'connect/closed', 'connect/client-id-taken'],
  [
    'AwsCrtError: AWS_ERROR_MQTT_UNEXPECTED_HANGUP: The connection was closed unexpectedly.',
    'connect/closed',
    'connect/client-id-not-allowed',
    'pubsub/dropped-on-publish',
  ],
  [
    'java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.',
    'tls/unknown-ca',
  ],
  [
    'TLS handshake error: -0x7280',
    'tls/closed-in-handshake',
    'protocol/plaintext-port',
    'tls/sni-required',
  ],
  ["OSError: (-9984, 'MBEDTLS_ERR_X509_CERT_VERIFY_FAILED')", 'tls/unknown-ca', 'tls/clock-wrong'],
  ['X509_check_private_key:key values mismatch', 'input/key-mismatch'],
  ['exit with reason {invalid_proxy_info,<<16,105,0,4>>}', 'protocol/proxy-header-expected'],
  ['+QMTCONN: 0,0,4', 'connect/bad-credentials'],
];

for (const [line, first, ...others] of lines) {
  test(line, () => {
    const { codes } = recognise(line);
    assert.equal(codes[0], first);
    for (const other of others) assert.ok(codes.includes(other), `${other} in ${codes}`);
  });
}

test('a number is that of the client whose words stand around it', () => {
  const { found } = recognise('MQTT connection failed! Error code = -2');
  assert.deepEqual(found[0]?.clients, ['ArduinoMqttClient']);
  assert.deepEqual(recognise('TLS connection error: 296').codes[0], 'tls/client-cert-required');
  assert.match(recognise('wolfSSL error: -188').found[0]?.clients[0] ?? '', /wolfSSL/);
});

test('a number alone is said to be other things with other clients', () => {
  const { found, otherwise } = recognise('rc=-2');
  assert.match(found[0]?.clients[0] ?? '', /PubSubClient/);
  assert.ok(otherwise.some(({ client }) => client.includes('Paho C')));
});

test('"not authorized" is never called a wrong password alone', () => {
  for (const line of ['Connection refused: Not authorized', 'rc=5', 'CONNACK: NOT_AUTHORIZED']) {
    const { codes } = recognise(line);
    assert.equal(codes[0], 'connect/not-authorized', line);
    assert.ok(codes.length >= 4, line);
  }
});

test('an alert in a log may be about either side', () => {
  const { codes } = recognise(
    'OpenSSL Error[0]: error:0A000418:SSL routines::tlsv1 alert unknown ca',
  );
  assert.deepEqual(codes.slice(0, 2), ['tls/client-cert-unknown-ca', 'tls/unknown-ca']);
  const toServer = recognise('TLS server: received CLIENT ALERT: Fatal - Unknown CA');
  assert.equal(toServer.codes[0], 'tls/unknown-ca');
  const toClient = recognise('TLS server: generated SERVER ALERT: Fatal - Unknown CA');
  assert.equal(toClient.codes[0], 'tls/client-cert-unknown-ca');
});

test('of a log the lines that say most are taken, in its order, and what follows from them is not', () => {
  const { found, codes } = recognise(
    [
      'I (312) wifi: state: auth -> assoc (0)',
      '\x1b[0;31mE (5123) esp-tls-mbedtls: mbedtls_ssl_handshake returned -0x2700\x1b[0m',
      'E (5123) esp-tls: Failed to open new connection',
      'E (5130) mqtt_client: Error transport connect',
      'E (9130) mqtt_client: Error transport connect',
    ].join('\r\n'),
  );
  assert.equal(found.length, 1);
  assert.equal(found[0]?.line, 'E (5123) esp-tls-mbedtls: mbedtls_ssl_handshake returned -0x2700');
  assert.equal(codes[0], 'tls/unknown-ca');
});

test('the same line a thousand times is one', () => {
  const { found } = recognise('connect ECONNREFUSED 127.0.0.1:1883\n'.repeat(1000));
  assert.equal(found.length, 1);
});

test('passwords in a pasted line are not shown again', () => {
  const secret = 'hUnTeR2';
  for (const line of [
    `failed to connect to mqtts://bob:${secret}@broker.example.com:8883: i/o timeout`,
    `connect ECONNREFUSED 192.0.2.1:1883 password=${secret}`,
    `{"msg":"connack timeout","password":"${secret}"}`,
    `connack timeout SharedAccessSignature sr=x&sig=${secret}&se=1`,
  ]) {
    const { found } = recognise(line);
    assert.equal(found.length, 1, line);
    assert.ok(!JSON.stringify(found).includes(secret), found[0]?.line);
  }
});

test('long lines and long texts are cut, and the end of a text counts', () => {
  const text = `${'x'.repeat(5_000_000)}\n${'line\n'.repeat(100_000)}connack timeout`;
  const { found } = recognise(text);
  assert.equal(found.length, 1);
  assert.ok((recognise(`connack timeout ${'x'.repeat(5000)}`).found[0]?.line.length ?? 0) <= 500);
});

test('what is not known is not guessed', () => {
  for (const text of ['', 'hello world', 'it does not work', 'temperature: 21', '\0\0', '{}']) {
    assert.deepEqual(recognise(text), { found: [], codes: [], otherwise: [] });
  }
});
