// HAProxy between client and broker, passing bytes on: a broker that is down, the PROXY
// protocol on one side only, a way chosen by SNI, limits.

import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { shutPort } from '../lab/dead-ports.ts';
import type { Daemon } from './daemon.ts';
import { check } from './doctor.ts';
import { startHaproxy } from './haproxy.ts';
import { startMosquitto } from './mosquitto.ts';
import { anyone, loopback, overTls } from './setup.ts';
import { assertCause, assertWell } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const server = await ca.issue({ commonName: 'broker.test' });
const files = { 'ca.crt': ca.cert };
const trusting = (front: Daemon) => [...front.secure, '--ca', front.file('ca.crt')];

interface Way {
  readonly bind?: string;
  readonly rules?: readonly string[];
  readonly server?: string;
}

/** One listener, and one broker behind it. */
const to = (port: number, { bind = '', rules = [], server = '' }: Way = {}) => ({
  files,
  config: (address: string) => [
    'listen mqtt',
    `bind ${address} ${bind}`,
    ...rules,
    `server broker ${loopback}:${port} ${server}`,
  ],
});

describe('HAProxy in between', { concurrency: 3 }, () => {
  test('HAProxy passes the bytes on: all is well with and without TLS', async () => {
    await using broker = await startMosquitto({ config: anyone });
    await using haproxy = await startHaproxy(to(broker.port));
    assertWell(await check([haproxy.plain]), haproxy);
    await using secure = await startMosquitto(overTls(server));
    await using tunnel = await startHaproxy(to(secure.port));
    assertWell(await check(trusting(tunnel)), tunnel);
  });

  test('the broker behind HAProxy is down', async () => {
    await using haproxy = await startHaproxy(to(await shutPort(loopback)));
    assertCause(await check([haproxy.plain]), 'tcp/closed-at-once', haproxy);
    assertCause(await check(trusting(haproxy)), 'tcp/closed-at-once', haproxy);
  });

  test('HAProxy has found out that the broker is down', async () => {
    const checked = { server: 'check inter 100ms fall 1' };
    await using haproxy = await startHaproxy(to(await shutPort(loopback), checked));
    await haproxy.logged(/has no server available/);
    assertCause(await check([haproxy.plain]), 'tcp/closed-at-once', haproxy);
    assertCause(await check(trusting(haproxy)), 'tcp/closed-at-once', haproxy);
  });

  test('HAProxy takes no connection from here', async () => {
    await using broker = await startMosquitto({ config: anyone });
    const rules = ['tcp-request connection reject if { src 127.0.0.0/8 }'];
    await using haproxy = await startHaproxy(to(broker.port, { rules }));
    const visit = await check([haproxy.plain]);
    // It resets: the system tells of it while connecting, or a moment later.
    const early = visit.report.verdict.cause === 'tcp/reset';
    assertCause(visit, early ? 'tcp/reset' : 'tcp/closed-at-once', haproxy);
  });

  test('HAProxy expects the PROXY protocol', async () => {
    await using broker = await startMosquitto({ config: anyone });
    await using haproxy = await startHaproxy(to(broker.port, { bind: 'accept-proxy' }));
    assertCause(await check([haproxy.plain]), 'protocol/proxy-header-expected', haproxy);
    await using secure = await startMosquitto(overTls(server));
    await using tunnel = await startHaproxy(to(secure.port, { bind: 'accept-proxy' }));
    assertCause(await check(trusting(tunnel)), 'protocol/proxy-header-expected', tunnel);
  });

  test('one HAProxy before another announces the client, or forgets to', async () => {
    await using broker = await startMosquitto({ config: anyone });
    await using inner = await startHaproxy(to(broker.port, { bind: 'accept-proxy' }));
    await using polite = await startHaproxy(to(inner.port, { server: 'send-proxy' }));
    assertWell(await check([polite.plain]), polite);
    await using newer = await startHaproxy(to(inner.port, { server: 'send-proxy-v2' }));
    assertWell(await check([newer.plain]), newer);
    await using forgetful = await startHaproxy(to(inner.port));
    assertCause(await check([forgetful.plain]), 'protocol/proxy-header-expected', forgetful);
  });

  test('HAProxy announces the client to a broker that does not expect it', async () => {
    await using broker = await startMosquitto({ config: anyone });
    await using haproxy = await startHaproxy(to(broker.port, { server: 'send-proxy' }));
    // The broker hangs up on the announcement, before the client has said a word.
    assertCause(await check([haproxy.plain]), 'tcp/closed-at-once', haproxy);
  });

  const named = [
    'tcp-request inspect-delay 3s',
    'tcp-request content accept if { req.ssl_sni -i broker.test }',
    'tcp-request content reject',
  ];

  for (const tls of ['1.2', '1.3']) {
    test(`TLS ${tls}: HAProxy lets in those who name the broker (SNI)`, async () => {
      await using broker = await startMosquitto(overTls(server));
      await using haproxy = await startHaproxy(to(broker.port, { rules: named }));
      const settings = ['--ca', haproxy.file('ca.crt'), '--tls-min', tls, '--tls-max', tls];
      const args = [...haproxy.secure, ...settings];
      assertWell(await check(args), haproxy);
      assertCause(await check([...args, '--no-sni']), 'tls/sni-required', haproxy);
      assertCause(await check([...args, '--sni', 'other.test']), 'tls/sni-unknown', haproxy);
      // Without a name it closes just as well: nothing shows that it is the name.
      const other = [`mqtts://other.test:${haproxy.port}`, '--connect-to', loopback];
      assertCause(await check([...other, ...settings]), 'tls/closed-in-handshake', haproxy);
    });
  }

  test('HAProxy takes one connection at a time, and someone else has it', async () => {
    await using broker = await startMosquitto({ config: anyone });
    await using haproxy = await startHaproxy(to(broker.port, { rules: ['maxconn 1'] }));
    const rival = connect(haproxy.port, loopback);
    try {
      await broker.logged(/New connection from/);
      const impatient = await check([haproxy.plain, '--timeout', '1500']);
      assertCause(impatient, 'protocol/silent', haproxy);
      rival.end();
      await once(rival.resume(), 'close');
      assertWell(await check([haproxy.plain]), haproxy);
    } finally {
      rival.destroy();
    }
  });

  test('HAProxy speaks HTTP on the port', async () => {
    await using haproxy = await startHaproxy({
      config: (address) => ['listen web', 'mode http', `bind ${address}`],
    });
    assertCause(await check([haproxy.plain]), 'protocol/http', haproxy);
    assertCause(await check(haproxy.secure), 'protocol/http', haproxy);
  });
});
