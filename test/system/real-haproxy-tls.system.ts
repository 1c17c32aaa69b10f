// TLS ends at HAProxy: names, protocols (ALPN), versions, chains and client certificates as it
// handles them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Identity, mintAuthority } from '../lab/certificates.ts';
import { shutPort } from '../lab/dead-ports.ts';
import { expired, forClients } from '../lab/order.ts';
import type { Daemon } from './daemon.ts';
import { check, factsIn } from './doctor.ts';
import { startHaproxy } from './haproxy.ts';
import { startMosquitto } from './mosquitto.ts';
import { anyone, loopback } from './setup.ts';
import { assertCause, assertWell } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const stranger = await mintAuthority({ name: 'Another Root CA' });
const intermediate = await ca.intermediate({ commonName: 'Lab Intermediate CA' });
const server = await ca.issue({ commonName: 'broker.test' });
const below = await intermediate.issue({ commonName: 'broker.test' });
const limitedTo = (tls: string) => ['--tls-min', tls, '--tls-max', tls];
const trusting = (front: Daemon, tls: string) => [
  ...[...front.secure, '--ca', front.file('ca.crt')],
  ...limitedTo(tls),
];

/** HAProxy wants certificate and key in one file. */
const together = ({ fullchain, key }: Pick<Identity, 'fullchain' | 'key'>) => fullchain + key;

interface Way {
  readonly bind?: string;
  readonly rules?: readonly string[];
  readonly identity?: Pick<Identity, 'fullchain' | 'key'>;
  readonly client?: Identity;
}

const terminating = (
  to: number,
  { bind = '', rules = [], identity = server, client = server }: Way = {},
) => ({
  files: {
    'ca.crt': ca.cert,
    'server.pem': together(identity),
    'client.crt': client.fullchain,
    'client.key': client.key,
  },
  config: (address: string) => [
    'listen mqtt',
    `bind ${address} ssl crt server.pem ${bind}`,
    ...rules,
    `server broker ${loopback}:${to}`,
  ],
});

describe('TLS at HAProxy', { concurrency: 3 }, () => {
  for (const tls of ['1.2', '1.3']) {
    test(`TLS ${tls} ends at HAProxy: all is well`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      await using haproxy = await startHaproxy(terminating(broker.port));
      const visit = await check(trusting(haproxy, tls));
      assertWell(visit, haproxy);
      assert.equal(factsIn(visit, 'tls').version, `TLSv${tls}`);
    });

    test(`TLS ${tls} ends at HAProxy, and the broker behind it is down`, async () => {
      await using haproxy = await startHaproxy(terminating(await shutPort(loopback)));
      assertCause(await check(trusting(haproxy, tls)), 'connect/closed', haproxy);
    });

    test(`TLS ${tls}: HAProxy leaves out the intermediate certificate`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      const identity = { fullchain: below.cert, key: below.key };
      await using haproxy = await startHaproxy(terminating(broker.port, { identity }));
      assertCause(await check(trusting(haproxy, tls)), 'tls/missing-intermediate', haproxy);
      await using whole = await startHaproxy(terminating(broker.port, { identity: below }));
      assertWell(await check(trusting(whole, tls)), whole);
    });

    test(`TLS ${tls}: HAProxy takes no other name than the certificate's`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      await using haproxy = await startHaproxy(terminating(broker.port, { bind: 'strict-sni' }));
      const args = trusting(haproxy, tls);
      assertWell(await check(args), haproxy);
      assertCause(await check([...args, '--sni', 'other.test']), 'tls/sni-unknown', haproxy);
      assertCause(await check([...args, '--no-sni']), 'tls/sni-required', haproxy);
    });

    test(`TLS ${tls}: HAProxy offers no protocol that the client wants, and goes on`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      await using haproxy = await startHaproxy(terminating(broker.port, { bind: 'alpn mqtt' }));
      const args = trusting(haproxy, tls);
      assertWell(await check(args), haproxy);
      assertWell(await check([...args, '--alpn', 'mqtt']), haproxy);
      assertWell(await check([...args, '--alpn', 'h2']), haproxy, 'alpn/ignored');
    });

    test(`TLS ${tls}: HAProxy takes MQTT from those who offer it (ALPN)`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      const rules = ['tcp-request content reject unless { ssl_fc_alpn mqtt }'];
      const way = { bind: 'alpn mqtt', rules };
      await using haproxy = await startHaproxy(terminating(broker.port, way));
      const args = trusting(haproxy, tls);
      assertCause(await check(args), 'alpn/required', haproxy);
      assertCause(await check([...args, '--alpn', 'h2']), 'alpn/wrong-name', haproxy);
      assertWell(await check([...args, '--alpn', 'mqtt']), haproxy);
    });

    test(`TLS ${tls}: HAProxy shares the port between a web server and MQTT (ALPN)`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      await using web = await startHaproxy({
        config: (address) => ['listen web', 'mode http', `bind ${address}`],
      });
      const { files } = terminating(broker.port);
      await using haproxy = await startHaproxy({
        files,
        config: (address) => [
          'frontend shared',
          `bind ${address} ssl crt server.pem alpn http/1.1,mqtt`,
          'use_backend mqtt if { ssl_fc_alpn mqtt }',
          'default_backend web',
          ...['backend mqtt', `server broker ${loopback}:${broker.port}`],
          ...['backend web', `server web ${loopback}:${web.port}`],
        ],
      });
      const args = trusting(haproxy, tls);
      assertCause(await check(args), 'alpn/required', haproxy);
      assertWell(await check([...args, '--alpn', 'mqtt']), haproxy);
    });

    test(`TLS ${tls}: HAProxy wants a client certificate`, async () => {
      await using broker = await startMosquitto({ config: anyone });
      const client = await ca.issue({ commonName: 'device-7', ...forClients });
      const way = { bind: 'verify required ca-file ca.crt', client };
      await using haproxy = await startHaproxy(terminating(broker.port, way));
      const args = trusting(haproxy, tls);
      assertCause(await check(args), 'tls/client-cert-required', haproxy);
      const keys = ['--cert', haproxy.file('client.crt'), '--key', haproxy.file('client.key')];
      assertWell(await check([...args, ...keys]), haproxy);
    });

    test(`TLS ${tls}: HAProxy does not know who issued the client certificate`, async () => {
      const client = await stranger.issue({ commonName: 'device-7', ...forClients });
      const way = { bind: 'verify required ca-file ca.crt', client };
      await using haproxy = await startHaproxy(terminating(1, way));
      const keys = ['--cert', haproxy.file('client.crt'), '--key', haproxy.file('client.key')];
      const visit = await check([...trusting(haproxy, tls), ...keys]);
      assertCause(visit, 'tls/client-cert-unknown-ca', haproxy);
    });
  }

  test('HAProxy with TLS 1.2 alone shares no version with a client from 1.3 on', async () => {
    await using haproxy = await startHaproxy(terminating(1, { bind: 'force-tlsv12' }));
    const args = [...haproxy.secure, '--ca', haproxy.file('ca.crt')];
    assertCause(await check([...args, '--tls-min', '1.3']), 'tls/version-unsupported', haproxy);
  });

  test('HAProxy with TLS 1.3 alone shares no version with a client up to 1.2', async () => {
    await using haproxy = await startHaproxy(terminating(1, { bind: 'force-tlsv13' }));
    const args = [...haproxy.secure, '--ca', haproxy.file('ca.crt')];
    assertCause(await check([...args, '--tls-max', '1.2']), 'tls/version-unsupported', haproxy);
  });

  test('HAProxy with TLS 1.1 at most shares no version with a client of today', async () => {
    const bind = 'ssl-min-ver TLSv1.0 ssl-max-ver TLSv1.1 ciphers ALL:@SECLEVEL=0';
    await using haproxy = await startHaproxy(terminating(1, { bind }));
    const args = [...haproxy.secure, '--ca', haproxy.file('ca.crt')];
    assertCause(await check(args), 'tls/version-unsupported', haproxy);
  });

  test('HAProxy shows a certificate that has expired', async () => {
    const identity = await ca.issue({ commonName: 'broker.test', ...expired });
    await using haproxy = await startHaproxy(terminating(1, { identity }));
    const args = [...haproxy.secure, '--ca', haproxy.file('ca.crt')];
    assertCause(await check(args), 'tls/expired', haproxy);
  });

  test('plain MQTT where TLS ends at HAProxy', async () => {
    await using broker = await startMosquitto({ config: anyone });
    await using haproxy = await startHaproxy(terminating(broker.port));
    assertCause(await check([haproxy.plain]), 'protocol/tls-port', haproxy);
  });
});
