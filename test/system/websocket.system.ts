// MQTT over WebSocket: Mosquitto's own listener, and nginx before it as people set it up.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { check, factsIn } from './doctor.ts';
import { type Mosquitto, startMosquitto } from './mosquitto.ts';
import { startNginx } from './nginx.ts';
import { anyone, loopback, overTls } from './setup.ts';
import { assertCause, assertNowhere, assertWell } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const server = await ca.issue({ commonName: 'broker.test' });
const certificate =
  'ssl_certificate server.crt; ssl_certificate_key server.key; ssl_protocols TLSv1.2 TLSv1.3;';

/** libwebsockets wants the address of an interface. */
const host = '127.0.0.1';
// 2.0.11 does not start with WebSocket alone; port 0 is a Unix socket.
const listener = ['protocol websockets', ...anyone, 'listener 0 aside.sock'];

function startWebSockets(config = listener): Promise<Mosquitto> {
  return startMosquitto({ host, config });
}

const ws = ({ port }: { readonly port: number }, path = '/mqtt') => `ws://${host}:${port}${path}`;

for (const version of ['3.1.1', '5']) {
  test(`MQTT ${version} over Mosquitto's WebSocket listener`, async () => {
    await using broker = await startWebSockets();
    const visit = await check([ws(broker), '-V', version]);
    assertWell(visit, broker);
    const { status, chosen } = factsIn(visit, 'websocket');
    assert.deepEqual({ status, chosen }, { status: 101, chosen: 'mqtt' });
  });
}

// Mosquitto 2.0.11 reads 4 KiB of WebSocket at a time, ten times a second.
test('messages larger than one read come back over WebSocket', async () => {
  await using broker = await startWebSockets();
  const args = [ws(broker), '--count', '3', '--payload-size', '5000'];
  assertWell(await check(args), broker);
});

test('WebSocket in TLS, with a private authority', async () => {
  const { files, config } = overTls(server, { config: listener });
  await using broker = await startMosquitto({
    host,
    config,
    files: { ...files, 'ca.crt': ca.cert },
  });
  const at = [`wss://broker.test:${broker.port}`, '--connect-to', host];
  assertWell(await check([...at, '--ca', broker.file('ca.crt')]), broker);
  assertCause(await check(at), 'tls/unknown-ca', broker);
});

test('a wrong password over WebSocket', async () => {
  await using broker = await startMosquitto({
    host,
    config: [
      'protocol websockets',
      'password_file passwords',
      'allow_anonymous false',
      'listener 0 aside.sock',
    ],
    passwords: { alice: 'right' },
  });
  const signIn = (password: string) => ({
    env: { MQTT_DOCTOR_USERNAME: 'alice', MQTT_DOCTOR_PASSWORD: password },
  });
  assertCause(await check([ws(broker)], signIn('hUnTeR2')), 'connect/not-authorized', broker);
  assertNowhere('hUnTeR2', await check([ws(broker)], signIn('hUnTeR2')));
});

test("WebSocket to Mosquitto's port for MQTT", async () => {
  await using broker = await startMosquitto({ host, config: anyone });
  assertCause(await check([ws(broker)]), 'protocol/raw-mqtt-port', broker);
});

test("MQTT to Mosquitto's port for WebSocket", async () => {
  await using broker = await startWebSockets();
  const at = `mqtt://${host}:${broker.port}`;
  assertCause(await check([at]), 'protocol/websocket-port', broker);
});

const upgrade =
  'proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection upgrade;';

/** nginx before the broker, with these lines in its location. */
function startProxy(port: number, lines: string, location = '/mqtt', tls = false) {
  return startNginx({
    files: { 'server.crt': server.fullchain, 'server.key': server.key, 'ca.crt': ca.cert },
    http: (listen) =>
      `server { listen ${listen} ${tls ? `ssl; ${certificate}` : ';'}
         location ${location} { proxy_pass http://${host}:${port}; ${lines} } }`,
  });
}

test('nginx passes WebSocket on', async () => {
  await using broker = await startWebSockets();
  await using nginx = await startProxy(broker.port, upgrade);
  assertWell(await check([`ws://${loopback}:${nginx.port}`]), nginx);
});

test('nginx with TLS passes WebSocket on', async () => {
  await using broker = await startWebSockets();
  await using nginx = await startProxy(broker.port, upgrade, '/mqtt', true);
  const at = [`wss://broker.test:${nginx.port}`, '--connect-to', loopback];
  const visit = await check([...at, '--ca', nginx.file('ca.crt')]);
  assertWell(visit, nginx);
  assert.equal(factsIn(visit, 'alpn').selected, 'http/1.1');
});

test('nginx without the lines for Upgrade', async () => {
  await using broker = await startWebSockets();
  await using nginx = await startProxy(broker.port, '');
  const visit = await check([`ws://${loopback}:${nginx.port}`]);
  const { code } = visit.report.findings[0] ?? {};
  // What Mosquitto's listener says to an ordinary request depends on its version.
  const expected = ['websocket/upgrade-refused', 'websocket/forbidden', 'websocket/wrong-path'];
  assert.ok(expected.includes(code ?? ''), JSON.stringify(visit.report.verdict));
  assert.equal(visit.exitCode, 15);
});

test('nginx drops the subprotocol', async () => {
  await using broker = await startWebSockets();
  const drops = `${upgrade} proxy_hide_header Sec-WebSocket-Protocol;`;
  await using nginx = await startProxy(broker.port, drops);
  const visit = await check([`ws://${loopback}:${nginx.port}`]);
  assertCause(visit, 'websocket/subprotocol-refused', nginx);
});

test('nginx has the broker under another path', async () => {
  await using broker = await startWebSockets();
  await using nginx = await startProxy(broker.port, upgrade, '= /ws');
  const visit = await check([`ws://${loopback}:${nginx.port}`]);
  assertCause(visit, 'websocket/wrong-path', nginx);
  assert.equal(visit.report.verdict.certainty, 'proven');
});

test('the broker behind nginx is down', async () => {
  const broker = await startWebSockets();
  await broker.stop();
  await using nginx = await startProxy(broker.port, upgrade);
  const visit = await check([`ws://${loopback}:${nginx.port}`]);
  assertCause(visit, 'websocket/upgrade-refused', nginx);
  assert.equal(factsIn(visit, 'websocket').status, 502);
});

const answers: readonly (readonly [string, string, string])[] = [
  ['401', 'return 401;', 'websocket/unauthorized'],
  ['403', 'deny all;', 'websocket/forbidden'],
  ['a redirect', 'return 301 https://$host/mqtt;', 'websocket/redirected'],
];
for (const [how, lines, code] of answers) {
  test(`nginx answers with ${how}`, async () => {
    await using nginx = await startNginx({
      http: (listen) => `server { listen ${listen}; location / { ${lines} } }`,
    });
    const visit = await check([`ws://${loopback}:${nginx.port}`]);
    assert.equal(visit.report.verdict.cause, code);
    assert.equal(visit.exitCode, 15);
  });
}

test('nginx with TLS is asked without', async () => {
  await using broker = await startWebSockets();
  await using nginx = await startProxy(broker.port, upgrade, '/mqtt', true);
  const visit = await check([`ws://${loopback}:${nginx.port}`]);
  assertCause(visit, 'protocol/tls-port', nginx);
});

test('a token in the address and in a header comes out nowhere', async () => {
  await using nginx = await startNginx({
    http: (listen) =>
      `server { listen ${listen}; location / { return 404 "no $request_uri $http_authorization"; } }`,
  });
  const address = `ws://${loopback}:${nginx.port}/mqtt?token=hUnTeR2`;
  const visit = await check([address, '--header', 'Authorization: Bearer s3cr3t-t0k3n']);
  assert.equal(factsIn(visit, 'websocket').status, 404);
  assertNowhere('hUnTeR2', visit);
  assertNowhere('s3cr3t-t0k3n', visit);
});
