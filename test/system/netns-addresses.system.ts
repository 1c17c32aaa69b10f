// Addresses and ports: the broker's own loopback, a port that is open where the right one is
// shut, IPv6 beside IPv4, and first packets that get lost. In network namespaces.

import { describe, test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { addresses, openNetwork } from './network.ts';
import { assertCause, assertFound, assertWell } from './verdict.ts';

const { server, elsewhere } = addresses;
const at = (address: string, port: number | string) =>
  `mqtt://${address.includes(':') ? `[${address}]` : address}:${port}`;
const target = at(server.four, 1883);
const hasty = ['--timeout', '1500'];

const ca = await mintAuthority({ name: 'Lab Root CA' });
const identity = await ca.issue({
  commonName: 'broker.test',
  names: ['broker.test', server.four, server.six],
});
const secure = (port: number) => [`listener ${port}`, 'certfile server.crt', 'keyfile server.key'];
const files = { 'server.crt': identity.fullchain, 'server.key': identity.key, 'ca.crt': ca.cert };

describe('addresses and ports', { concurrency: 4 }, () => {
  // ---- the broker's own machine ------------------------------------------------------------

  test('the broker listens on loopback only, seen from its own machine', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883 127.0.0.1']);
    assertCause(await net.server.check([target]), 'tcp/loopback-only', broker);
    assertCause(await net.client.check([target]), 'tcp/refused', broker);
    assertWell(await net.server.check(['mqtt://127.0.0.1']), broker);
  });

  test('a broker as Mosquitto 2 is by default, seen from its own machine', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker([]);
    assertCause(await net.server.check([target]), 'tcp/loopback-only', broker);
    assertWell(await net.server.check(['mqtt://localhost']), broker);
  });

  test('nothing listens on localhost', async () => {
    await using net = await openNetwork();
    const visit = await net.client.check(['mqtt://localhost']);
    // Whether this machine is a container is for the machine to know.
    const { container } = visit.report.environment;
    assertCause(visit, container ? 'tcp/localhost-in-container' : 'tcp/refused');
  });

  // ---- another port ------------------------------------------------------------------------

  test('the TLS port is shut, and the plain one is open', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883']);
    const visit = await net.client.check([`mqtts://${server.four}`]);
    assertCause(visit, 'tcp/other-port-open', broker);
  });

  test('the plain port is dropped, and the TLS one is open', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883', ...secure(8883)], files);
    await net.router.filter('forward', 'tcp dport 1883 drop');
    assertCause(await net.client.check([target, ...hasty]), 'tcp/other-port-open', broker);
  });

  test('the port is prohibited, and another one is open', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883', ...secure(8883)], files);
    await net.router.filter('forward', 'tcp dport 1883 reject with icmp admin-prohibited');
    assertCause(await net.client.check([target]), 'tcp/other-port-open', broker);
  });

  // ---- IPv6 and IPv4 -----------------------------------------------------------------------

  const both = [`host-record=broker.test,${server.four},${server.six}`];

  test('a name with both kinds of address, and both work', async () => {
    await using net = await openNetwork();
    await using names = await net.names(...both);
    await using broker = await net.broker(['listener 1883']);
    assertWell(await net.client.check(['mqtt://broker.test']), broker);
    assertWell(await net.client.check(['mqtt://broker.test', '-6']), names);
  });

  test('IPv6 is dropped, and IPv4 works: clients that try IPv6 first hang', async () => {
    await using net = await openNetwork();
    await using _names = await net.names(...both);
    await using broker = await net.broker(['listener 1883']);
    await net.router.filter('forward', 'meta nfproto ipv6 drop');
    const visit = await net.client.check(['mqtt://broker.test']);
    assertCause(visit, 'tcp/ipv6-broken', broker);
    assertWell(await net.client.check(['mqtt://broker.test', '-4']), broker);
  });

  test('IPv6 is refused, and IPv4 works', async () => {
    await using net = await openNetwork();
    await using _names = await net.names(...both);
    await using broker = await net.broker(['listener 1883 0.0.0.0']);
    const visit = await net.client.check(['mqtt://broker.test']);
    assertWell(visit, broker, 'tcp/ipv6-broken', 'tcp/some-addresses-dead');
  });

  test('the client has no IPv6, and does not need it', async () => {
    await using net = await openNetwork();
    await using _names = await net.names(...both);
    await using broker = await net.broker(['listener 1883']);
    await net.client.ip(`-6 address delete ${addresses.client.six}/64 dev wire`);
    const visit = await net.client.check(['mqtt://broker.test']);
    assertWell(visit, broker);
  });

  test('a name with an IPv6 address alone, and a client without IPv6', async () => {
    await using net = await openNetwork();
    await using _names = await net.names(`host-record=broker.test,${server.six}`);
    await net.client.ip(`-6 address delete ${addresses.client.six}/64 dev wire`);
    assertCause(await net.client.check(['mqtt://broker.test']), 'tcp/unreachable');
  });

  test('one of two addresses is dead', async () => {
    await using net = await openNetwork();
    await using _names = await net.names(
      `host-record=broker.test,${server.four}`,
      `host-record=broker.test,${elsewhere.four}`,
    );
    await using broker = await net.broker(['listener 1883']);
    await net.router.ip(`route add blackhole ${elsewhere.four}/32`);
    const visit = await net.client.check(['mqtt://broker.test']);
    assertWell(visit, broker, 'tcp/some-addresses-dead');
  });

  test('both kinds of address are dropped', async () => {
    await using net = await openNetwork();
    await using _names = await net.names(...both);
    await net.router.filter('forward', 'tcp dport 1883 drop');
    assertCause(await net.client.check(['mqtt://broker.test', ...hasty]), 'tcp/timeout');
  });

  // ---- slow and silent ---------------------------------------------------------------------

  test('the first packet of each connection is lost', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883']);
    await net.router.filter(
      'forward',
      'tcp flags & (syn|ack) == syn ct state new limit rate over 1/day burst 1 packets accept',
      'tcp flags & (syn|ack) == syn drop',
    );
    assertWell(await net.client.check([target]), broker, 'tcp/slow');
  });

  test('connections are let through, and what is said on them is swallowed', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883', ...secure(8883)], files);
    await net.router.filter('forward', 'tcp flags & psh == psh drop');
    assertCause(await net.client.check([target, ...hasty]), 'protocol/silent', broker);
    const visit = await net.client.check([`mqtts://${server.four}`, ...hasty]);
    assertCause(visit, 'protocol/silent', broker);
    assertFound(visit, 'tls/timeout');
  });
});
