// nginx as the web server that it mostly is, on a port that MQTT is sent to.

import { test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { check } from './doctor.ts';
import { startMosquitto } from './mosquitto.ts';
import { startNginx } from './nginx.ts';
import { anyone } from './setup.ts';
import { assertCause } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const server = await ca.issue({ commonName: 'broker.test' });
const files = {
  'ca.crt': ca.cert,
  'server.crt': server.fullchain,
  'server.key': server.key,
};
const certificate =
  'ssl_certificate server.crt; ssl_certificate_key server.key; ssl_protocols TLSv1.2 TLSv1.3;';

const web = { http: (listen: string) => `server { listen ${listen}; }` };
const secureWeb = {
  files,
  http: (listen: string) => `server { listen ${listen} ssl; ${certificate} }`,
};
const limitedTo = (tls: string) => ['--tls-min', tls, '--tls-max', tls];

for (const version of ['3.1.1', '5']) {
  test(`MQTT ${version} to a web server`, async () => {
    await using nginx = await startNginx(web);
    assertCause(await check([nginx.plain, '-V', version]), 'protocol/http', nginx);
  });

  test(`MQTT ${version} without TLS to a web server with TLS`, async () => {
    await using nginx = await startNginx(secureWeb);
    assertCause(await check([nginx.plain, '-V', version]), 'protocol/http', nginx);
  });
}

for (const tls of ['1.2', '1.3']) {
  test(`TLS ${tls} to a web server without TLS`, async () => {
    await using nginx = await startNginx(web);
    assertCause(await check([...nginx.secure, ...limitedTo(tls)]), 'protocol/http', nginx);
  });

  test(`MQTT over TLS ${tls} to a web server with TLS`, async () => {
    await using nginx = await startNginx(secureWeb);
    const args = [...nginx.secure, '--ca', nginx.file('ca.crt'), ...limitedTo(tls)];
    assertCause(await check(args), 'protocol/http', nginx);
  });

  test(`TLS ${tls}: a web server that refuses names it does not know`, async () => {
    await using nginx = await startNginx({
      files,
      http: (listen) =>
        `ssl_protocols TLSv1.2 TLSv1.3;
         server { listen ${listen} ssl default_server; ssl_reject_handshake on; }
         server { listen ${listen} ssl; server_name broker.test; ${certificate} }`,
    });
    const args = [...nginx.secure, '--ca', nginx.file('ca.crt'), ...limitedTo(tls)];
    assertCause(await check([...args, '--sni', 'other.test']), 'tls/sni-unknown', nginx);
    assertCause(await check([...args, '--no-sni']), 'tls/sni-required', nginx);
    assertCause(await check(args), 'protocol/http', nginx);
  });
}

/** Mosquitto's WebSocket listener behind nginx, under the usual path. */
const webSocketTo = (port: number, before = '') => ({
  files,
  http: (listen: string) =>
    `server { listen ${listen} ${before}
       location /mqtt { proxy_pass http://127.0.0.1:${port}; proxy_http_version 1.1;
         proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection upgrade; } }`,
});
const webSockets = {
  host: '127.0.0.1', // libwebsockets wants the address of an interface.
  // 2.0.11 does not start with WebSocket alone; port 0 is a Unix socket.
  config: ['protocol websockets', ...anyone, 'listener 0 aside.sock'],
};

test('MQTT to a web server that passes WebSocket on to a broker', async () => {
  await using broker = await startMosquitto(webSockets);
  await using nginx = await startNginx(webSocketTo(broker.port, ';'));
  assertCause(await check([nginx.plain]), 'protocol/websocket-port', nginx);
});

test('MQTT over TLS to a web server that passes WebSocket on', async () => {
  await using broker = await startMosquitto(webSockets);
  await using nginx = await startNginx(webSocketTo(broker.port, `ssl; ${certificate}`));
  const args = [...nginx.secure, '--ca', nginx.file('ca.crt')];
  assertCause(await check(args), 'protocol/websocket-port', nginx);
});

test('a network that wants to be signed in to answers in place of the broker', async () => {
  await using nginx = await startNginx({
    http: (listen) =>
      `server { listen ${listen}; return 511; error_page 400 =511 /; location / { return 511; } }`,
  });
  assertCause(await check([nginx.plain]), 'protocol/captive-portal', nginx);
});
