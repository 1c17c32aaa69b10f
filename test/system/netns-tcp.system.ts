// Ways on which TCP does not get through: firewalls on each side and between, missing routes.
// In network namespaces, so that the packets are really lost or refused.

import { describe, test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { addresses, openNetwork } from './network.ts';
import { assertCause, assertWell } from './verdict.ts';

const { server, nobody, elsewhere } = addresses;
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

describe('TCP', { concurrency: 4 }, () => {
  test('a way without obstacles: all is well over IPv4 and IPv6', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883']);
    assertWell(await net.client.check([target]), broker);
    assertWell(await net.client.check([at(server.six, 1883)]), broker);
  });

  // ---- dropped -----------------------------------------------------------------------------

  test('the firewall of the server drops what goes to the port', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883']);
    await net.server.filter('input', 'tcp dport 1883 drop');
    assertCause(await net.client.check([target, ...hasty]), 'tcp/timeout', broker);
  });

  test('a firewall on the way drops everything', async () => {
    await using net = await openNetwork();
    await net.router.filter('forward', 'drop');
    assertCause(await net.client.check([target, ...hasty]), 'tcp/timeout');
  });

  test('the firewall of the client drops what goes out', async () => {
    await using net = await openNetwork();
    await net.client.filter('output', 'tcp dport 1883 drop');
    assertCause(await net.client.check([target, ...hasty]), 'tcp/timeout');
  });

  for (const reply of ['icmp admin-prohibited', 'icmp host-prohibited', 'icmp port-unreachable']) {
    test(`the firewall of the client rejects what goes out (${reply})`, async () => {
      await using net = await openNetwork();
      await net.client.filter('output', `tcp dport 1883 reject with ${reply}`);
      const refused = reply.endsWith('port-unreachable');
      const visit = await net.client.check([target]);
      assertCause(visit, refused ? 'tcp/refused' : 'tcp/unreachable');
    });
  }

  test('the way back is cut', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883']);
    await net.router.filter('forward', 'tcp sport 1883 drop');
    assertCause(await net.client.check([target, ...hasty]), 'tcp/timeout', broker);
  });

  test('a route swallows what is sent (blackhole on the router)', async () => {
    await using net = await openNetwork();
    await net.router.ip(`route add blackhole ${elsewhere.four}/32`);
    const visit = await net.client.check([at(elsewhere.four, 1883), ...hasty]);
    assertCause(visit, 'tcp/timeout');
  });

  test('only web and DNS are let out, and no broker listens there', async () => {
    await using net = await openNetwork();
    await using _broker = await net.broker(['listener 1883', ...secure(8883)], files);
    await net.router.filter('forward', 'ct state established accept', 'tcp dport != 443 drop');
    assertCause(await net.client.check([target, ...hasty]), 'tcp/timeout');
    const visit = await net.client.check([`mqtts://${server.four}`, ...hasty]);
    assertCause(visit, 'tcp/timeout');
  });

  test('only web and DNS are let out, and the broker listens there as well', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker([...secure(8883), ...secure(443)], files);
    await net.router.filter('forward', 'ct state established accept', 'tcp dport != 443 drop');
    const trusting = ['--ca', broker.file('ca.crt'), ...hasty];
    const visit = await net.client.check([`mqtts://${server.four}`, ...trusting]);
    assertCause(visit, 'tcp/other-port-open', broker);
    const other = await net.client.check([`mqtts://${server.four}:443`, ...trusting]);
    assertWell(other, broker);
  });

  // ---- refused -----------------------------------------------------------------------------

  test('nothing listens', async () => {
    await using net = await openNetwork();
    assertCause(await net.client.check([target]), 'tcp/refused');
    assertCause(await net.client.check([at(server.six, 1883)]), 'tcp/refused');
  });

  test('a firewall on the way resets the connection', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883']);
    await net.router.filter('forward', 'tcp dport 1883 reject with tcp reset');
    assertCause(await net.client.check([target]), 'tcp/refused', broker);
  });

  test('a firewall says that the port is unreachable', async () => {
    await using net = await openNetwork();
    await using broker = await net.broker(['listener 1883']);
    await net.router.filter('forward', 'tcp dport 1883 reject with icmpx port-unreachable');
    assertCause(await net.client.check([target]), 'tcp/refused', broker);
    assertCause(await net.client.check([at(server.six, 1883)]), 'tcp/refused', broker);
  });

  // ---- unreachable -------------------------------------------------------------------------

  for (const reply of [
    'host-prohibited',
    'admin-prohibited',
    'net-unreachable',
    'host-unreachable',
  ]) {
    test(`a firewall answers with ICMP ${reply}`, async () => {
      await using net = await openNetwork();
      await using broker = await net.broker(['listener 1883']);
      await net.server.filter('input', `tcp dport 1883 reject with icmp ${reply}`);
      assertCause(await net.client.check([target]), 'tcp/unreachable', broker);
    });
  }

  for (const reply of ['no-route', 'addr-unreachable', 'admin-prohibited']) {
    test(`a firewall answers with ICMPv6 ${reply}`, async () => {
      await using net = await openNetwork();
      await using broker = await net.broker(['listener 1883']);
      await net.server.filter('input', `tcp dport 1883 reject with icmpv6 ${reply}`);
      assertCause(await net.client.check([at(server.six, 1883)]), 'tcp/unreachable', broker);
    });
  }

  test('the client has no route', async () => {
    await using net = await openNetwork();
    await net.client.ip('route delete default');
    await net.client.ip('-6 route delete default');
    assertCause(await net.client.check([target]), 'tcp/unreachable');
    assertCause(await net.client.check([at(server.six, 1883)]), 'tcp/unreachable');
  });

  test('the router has no route', async () => {
    await using net = await openNetwork();
    assertCause(await net.client.check([at(elsewhere.four, 1883)]), 'tcp/unreachable');
    assertCause(await net.client.check([at(elsewhere.six, 1883)]), 'tcp/unreachable');
  });

  for (const kind of ['unreachable', 'blackhole', 'prohibit']) {
    test(`the client has a route that says no (${kind})`, async () => {
      await using net = await openNetwork();
      await net.client.ip(`route add ${kind} ${elsewhere.four}/32`);
      assertCause(await net.client.check([at(elsewhere.four, 1883)]), 'tcp/unreachable');
    });
  }

  test('no machine has the address', async () => {
    await using net = await openNetwork();
    // The router says so once it has asked three times, a second each.
    const patient = ['--timeout', '5000'];
    const visit = await net.client.check([at(nobody.four, 1883), ...patient]);
    assertCause(visit, 'tcp/unreachable');
    assertCause(await net.client.check([at(nobody.four, 1883), ...hasty]), 'tcp/timeout');
  });

  test('the interface of the client is down', async () => {
    await using net = await openNetwork();
    await net.client.ip('link set wire down');
    assertCause(await net.client.check([target]), 'tcp/unreachable');
  });
});
