// The right broker, and the wrong kind of port.

import { test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { check } from './doctor.ts';
import { startMosquitto } from './mosquitto.ts';
import { anyone, overTls } from './setup.ts';
import { assertCause } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const server = await ca.issue({ commonName: 'broker.test' });
const files = { 'ca.crt': ca.cert };
const webSockets = {
  host: '127.0.0.1', // libwebsockets wants the address of an interface.
  // 2.0.11 does not start with WebSocket alone; port 0 is a Unix socket.
  config: ['protocol websockets', ...anyone, 'listener 0 aside.sock'],
};

for (const version of ['3.1', '3.1.1', '5']) {
  test(`MQTT ${version} without TLS on the TLS port`, async () => {
    await using broker = await startMosquitto(overTls(server, { files }));
    assertCause(await check([broker.plain, '-V', version]), 'protocol/tls-port', broker);
  });

  test(`MQTT ${version} on the WebSocket port`, async () => {
    await using broker = await startMosquitto(webSockets);
    assertCause(await check([broker.plain, '-V', version]), 'protocol/websocket-port', broker);
  });
}

for (const tls of ['1.2', '1.3']) {
  const limit = ['--tls-min', tls, '--tls-max', tls];

  test(`TLS ${tls} on the plain port`, async () => {
    await using broker = await startMosquitto({ config: anyone });
    assertCause(await check([...broker.secure, ...limit]), 'protocol/plaintext-port', broker);
  });

  test(`TLS ${tls} with certificates on a port for pre-shared keys`, async () => {
    await using broker = await startMosquitto({
      config: ['psk_hint lab', 'psk_file keys', ...anyone],
      files: { keys: 'kitchen-17:00112233445566778899aabbccddeeff\n' },
    });
    assertCause(await check([...broker.secure, ...limit]), 'tls/cipher-mismatch', broker);
  });
}
