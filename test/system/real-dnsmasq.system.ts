// Names as dnsmasq answers for them, asked over the wire (--resolver).

import { test } from 'node:test';
import type { FindingCode } from '../../src/finding.ts';
import { shutPort } from '../lab/dead-ports.ts';
import type { Daemon } from './daemon.ts';
import { startDnsmasq } from './dnsmasq.ts';
import { check } from './doctor.ts';
import { startMosquitto } from './mosquitto.ts';
import { anyone, loopback } from './setup.ts';
import { assertCause, assertWell } from './verdict.ts';

const serve = async (...lines: readonly string[]) =>
  startDnsmasq(loopback, await shutPort(loopback), lines);
const asking = (server: Daemon, host: string, port = 1883) => [
  `mqtt://${host}:${port}`,
  ...['--resolver', `${loopback}:${server.port}`],
];

test('dnsmasq knows the name, and aliases of it: all is well', async () => {
  await using broker = await startMosquitto({ config: anyone });
  await using server = await serve(
    `host-record=broker.test,${loopback}`,
    'cname=mqtt.test,broker.test',
    'cname=iot.test,mqtt.test',
  );
  for (const host of ['broker.test', 'mqtt.test', 'iot.test']) {
    assertWell(await check(asking(server, host, broker.port)), broker);
  }
});

const zone = [
  'local=/test/',
  'txt-record=mail.test,no address here',
  'host-record=six.test,2001:db8::1',
  'cname=left-behind.test,gone.test',
  'cname=to-mail.test,mail.test',
  'address=/blocked.com/#',
  'address=/ads.com/127.0.0.1',
  'address=/denied.com/',
];

const answers: readonly (readonly [string, string, FindingCode, ...string[]])[] = [
  ['a name that does not exist', 'gone.test', 'dns/nxdomain'],
  ['a name that a filter denies', 'denied.com', 'dns/nxdomain'],
  ['an alias of a name that does not exist', 'left-behind.test', 'dns/nxdomain'],
  ['a name without an address', 'mail.test', 'dns/no-address'],
  ['an alias of a name without an address', 'to-mail.test', 'dns/no-address'],
  ['a name with an IPv6 address alone, and -4', 'six.test', 'dns/no-address', '-4'],
  ['a name that a filter leads nowhere', 'blocked.com', 'dns/sinkhole'],
  ['a public name that a filter leads back here', 'ads.com', 'dns/sinkhole'],
  ['a domain for which there is no name server', 'broker.example', 'dns/server-failure'],
  ['a name that only multicast would find', 'broker.local', 'dns/local-name'],
  ['a name without a domain', 'broker', 'dns/local-name'],
];

for (const [name, host, cause, ...flags] of answers) {
  test(`dnsmasq is asked for ${name}`, async () => {
    await using server = await serve(...zone);
    const port = await shutPort();
    assertCause(await check([...asking(server, host, port), ...flags]), cause, server);
  });
}

test('the name server that dnsmasq asks is not there', async () => {
  await using server = await serve(`server=${loopback}#${await shutPort(loopback)}`);
  const visit = await check([...asking(server, 'broker.example'), '--timeout', '1500']);
  // It keeps silent about it.
  assertCause(visit, 'dns/timeout', server);
});

test('dnsmasq withholds a private address of a public name (DNS rebinding)', async () => {
  await using upstream = await serve(
    'host-record=iot.example.com,192.168.7.7',
    'local=/example.com/',
  );
  const forwarding = `server=${loopback}#${upstream.port}`;
  await using server = await serve(forwarding, 'stop-dns-rebind');
  assertCause(await check(asking(server, 'iot.example.com')), 'dns/no-address', server);
});

test('nobody listens where the name server should be', async () => {
  const args = ['mqtt://broker.test', '--resolver', `${loopback}:${await shutPort(loopback)}`];
  assertCause(await check([...args, '--timeout', '1500']), 'dns/timeout');
});
