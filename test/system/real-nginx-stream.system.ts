// nginx between client and broker: TLS termination, a way chosen by SNI, and a broker that is
// not there.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { shutPort } from '../lab/dead-ports.ts';
import { expired, forClients } from '../lab/order.ts';
import { check, factsIn } from './doctor.ts';
import { startMosquitto } from './mosquitto.ts';
import { startNginx } from './nginx.ts';
import { anyone, loopback, overTls } from './setup.ts';
import { assertCause, assertWell } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const stranger = await mintAuthority({ name: 'Another Root CA' });
const server = await ca.issue({ commonName: 'broker.test' });
const client = await ca.issue({ commonName: 'device-7', ...forClients });
const files = {
  'ca.crt': ca.cert,
  'server.crt': server.fullchain,
  'server.key': server.key,
  'client.crt': client.fullchain,
  'client.key': client.key,
};
const certificate = 'ssl_certificate server.crt; ssl_certificate_key server.key;';
/** Before 1.23.4 nginx leaves 1.3 out of its own accord. */
const today = 'ssl_protocols TLSv1.2 TLSv1.3;';
const limitedTo = (tls: string) => ['--tls-min', tls, '--tls-max', tls];

/** TLS ends here, and what is inside goes to `to`. */
const terminating = (to: number, settings = today) => ({
  files,
  stream: (listen: string) =>
    `server { listen ${listen} ssl; ${certificate} ${settings} proxy_pass ${loopback}:${to}; }`,
});

/** All bytes go to `to` as they are. */
const passing = (to: number, settings = '') => ({
  stream: (listen: string) =>
    `server { listen ${listen}; ${settings} proxy_pass ${loopback}:${to}; }`,
});

describe('nginx in between', { concurrency: 3 }, () => {
  for (const tls of ['1.2', '1.3']) {
    test(`TLS ${tls} ends at nginx: all is well`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      await using nginx = await startNginx(terminating(broker.port));
      const args = [...nginx.secure, '--ca', nginx.file('ca.crt'), ...limitedTo(tls)];
      const visit = await check(args);
      assertWell(visit, nginx);
      assert.equal(factsIn(visit, 'tls').version, `TLSv${tls}`);
    });

    test(`TLS ${tls} ends at nginx, and the broker behind it is down`, async () => {
      await using nginx = await startNginx(terminating(await shutPort(loopback)));
      const args = [...nginx.secure, '--ca', nginx.file('ca.crt'), ...limitedTo(tls)];
      assertCause(await check(args), 'connect/closed', nginx);
    });

    test(`TLS ${tls}: nginx wants a client certificate, and is given none`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      const settings = `${today} ssl_verify_client on; ssl_client_certificate ca.crt;`;
      await using nginx = await startNginx(terminating(broker.port, settings));
      const trusting = [...nginx.secure, '--ca', nginx.file('ca.crt'), ...limitedTo(tls)];
      assertCause(await check(trusting), 'tls/client-cert-required', nginx);
      const keys = ['--cert', nginx.file('client.crt'), '--key', nginx.file('client.key')];
      assertWell(await check([...trusting, ...keys]), nginx);
    });

    const guessed = 'takes the missing certificate for the cause, which nothing shows';
    test(`TLS ${tls}: nginx asks for a certificate it can do without, and the broker is down`, {
      todo: guessed,
    }, async () => {
      const settings = `${today} ssl_verify_client optional; ssl_client_certificate ca.crt;`;
      await using nginx = await startNginx(terminating(await shutPort(loopback), settings));
      const args = [...nginx.secure, '--ca', nginx.file('ca.crt'), ...limitedTo(tls)];
      assertCause(await check(args), 'connect/closed', nginx);
    });

    test(`TLS ${tls}: nginx does not trust who issued the client certificate`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      const other = await stranger.issue({ commonName: 'device-7', ...forClients });
      const settings = `${today} ssl_verify_client on; ssl_client_certificate ca.crt;`;
      const setup = terminating(broker.port, settings);
      await using nginx = await startNginx({
        ...setup,
        files: { ...files, 'client.crt': other.fullchain, 'client.key': other.key },
      });
      const keys = ['--cert', nginx.file('client.crt'), '--key', nginx.file('client.key')];
      const args = [...nginx.secure, '--ca', nginx.file('ca.crt'), ...limitedTo(tls), ...keys];
      // It closes as it does where the broker behind it is down: nothing shows which it is.
      assertCause(await check(args), 'connect/closed', nginx);
    });
  }

  test('nginx with TLS 1.2 alone shares no version with a client from 1.3 on', async () => {
    await using nginx = await startNginx(terminating(1, 'ssl_protocols TLSv1.2;'));
    const args = [...nginx.secure, '--ca', nginx.file('ca.crt'), '--tls-min', '1.3'];
    assertCause(await check(args), 'tls/version-unsupported', nginx);
  });

  test('nginx shows a certificate that has expired', async () => {
    const old = await ca.issue({ commonName: 'broker.test', ...expired });
    await using nginx = await startNginx({
      ...terminating(1),
      files: { ...files, 'server.crt': old.fullchain, 'server.key': old.key },
    });
    assertCause(await check([...nginx.secure, '--ca', nginx.file('ca.crt')]), 'tls/expired', nginx);
  });

  test('nginx passes the bytes on as they are: all is well with and without TLS', async () => {
    await using broker = await startMosquitto({ config: anyone });
    await using nginx = await startNginx(passing(broker.port));
    assertWell(await check([nginx.plain]), nginx);

    await using secure = await startMosquitto(overTls(server, { files: { 'ca.crt': ca.cert } }));
    await using tunnel = await startNginx(passing(secure.port));
    assertWell(await check([...tunnel.secure, '--ca', secure.file('ca.crt')]), tunnel);
  });

  test('nginx passes the bytes on to a broker that is down', async () => {
    await using nginx = await startNginx(passing(await shutPort(loopback)));
    assertCause(await check([nginx.plain]), 'tcp/closed-at-once', nginx);
    assertCause(await check(nginx.secure), 'tcp/closed-at-once', nginx);
  });

  test('nginx lets nobody in from here', async () => {
    await using broker = await startMosquitto({ config: anyone });
    await using nginx = await startNginx(passing(broker.port, 'deny all;'));
    assertCause(await check([nginx.plain]), 'tcp/closed-at-once', nginx);
  });

  test('nginx expects the PROXY protocol, with and without TLS', async () => {
    await using broker = await startMosquitto({ config: anyone });
    await using plain = await startNginx({
      stream: (listen) =>
        `server { listen ${listen} proxy_protocol; proxy_pass ${loopback}:${broker.port}; }`,
    });
    assertCause(await check([plain.plain]), 'protocol/proxy-header-expected', plain);
    await using secure = await startNginx({
      files,
      stream: (listen) =>
        `server { listen ${listen} ssl proxy_protocol; ${certificate} ${today} proxy_pass ${loopback}:${broker.port}; }`,
    });
    const args = [...secure.secure, '--ca', secure.file('ca.crt')];
    assertCause(await check(args), 'protocol/proxy-header-expected', secure);
  });

  test('nginx announces the client to a broker that does not expect the PROXY protocol', async () => {
    await using broker = await startMosquitto({ config: anyone });
    await using nginx = await startNginx(passing(broker.port, 'proxy_protocol on;'));
    // The broker hangs up on the announcement, before the client has said a word.
    assertCause(await check([nginx.plain]), 'tcp/closed-at-once', nginx);
  });

  /** The way is chosen by the name in the ClientHello; other names lead nowhere. */
  const bySni = (to: number) => ({
    files,
    stream: (listen: string) =>
      `map $ssl_preread_server_name $broker { broker.test ${loopback}:${to}; default ""; }
     server { listen ${listen}; ssl_preread on; proxy_pass $broker; }`,
  });

  for (const tls of ['1.2', '1.3']) {
    test(`TLS ${tls}: nginx chooses the broker by SNI`, async () => {
      await using broker = await startMosquitto(overTls(server));
      await using nginx = await startNginx(bySni(broker.port));
      const settings = ['--ca', nginx.file('ca.crt'), ...limitedTo(tls)];
      const args = [...nginx.secure, ...settings];
      assertWell(await check(args), nginx);
      assertCause(await check([...args, '--no-sni']), 'tls/sni-required', nginx);
      assertCause(await check([...args, '--sni', 'other.test']), 'tls/sni-unknown', nginx);
      // Without a name it closes just as well: nothing shows that it is the name.
      const other = [`mqtts://other.test:${nginx.port}`, '--connect-to', loopback];
      assertCause(await check([...other, ...settings]), 'tls/closed-in-handshake', nginx);
    });
  }

  test('plain MQTT to an nginx that chooses by SNI', async () => {
    await using broker = await startMosquitto(overTls(server));
    await using nginx = await startNginx(bySni(broker.port));
    assertCause(await check([nginx.plain]), 'connect/closed', nginx);
  });
});
