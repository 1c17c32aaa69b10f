// Names as this machine looks them up (getaddrinfo): name servers that are silent, absent or
// wrong, and files that say otherwise. Each machine is a network namespace with its own /etc.

import { describe, test } from 'node:test';
import { addresses, openNetwork } from './network.ts';
import { assertCause, assertFound, assertWell } from './verdict.ts';

const { server, nobody, elsewhere } = addresses;
const target = 'mqtt://broker.test';
const here = `host-record=broker.test,${server.four}`;
const hasty = ['--timeout', '1500'];
const resolvers = (...all: readonly string[]) => all.map((one) => `nameserver ${one}\n`).join('');

describe('DNS', { concurrency: 4 }, () => {
  test('the name server knows the name: all is well', async () => {
    await using net = await openNetwork();
    await using _names = await net.names(here, 'cname=mqtt.test,broker.test');
    await using broker = await net.broker(['listener 1883']);
    assertWell(await net.client.check([target]), broker);
    assertWell(await net.client.check(['mqtt://mqtt.test']), broker);
  });

  test('the name does not exist, or has no address', async () => {
    await using net = await openNetwork();
    await using names = await net.names('local=/test/', 'txt-record=mail.test,none');
    assertCause(await net.client.check([target]), 'dns/nxdomain', names);
    assertCause(await net.client.check(['mqtt://mail.test']), 'dns/no-address', names);
  });

  test('a local name, and a name server that has no use for it', async () => {
    await using net = await openNetwork();
    await using names = await net.names('local=/local/', 'local=//');
    assertCause(await net.client.check(['mqtt://broker.local']), 'dns/local-name', names);
    assertCause(await net.client.check(['mqtt://mosquitto']), 'dns/local-name', names);
  });

  test('a local name that the search list completes', async () => {
    await using net = await openNetwork();
    await net.client.etc('resolv.conf', `${resolvers(server.four)}search home.test\n`);
    await using _names = await net.names(`host-record=mosquitto.home.test,${server.four}`);
    await using broker = await net.broker(['listener 1883']);
    assertWell(await net.client.check(['mqtt://mosquitto']), broker);
  });

  test('the name server refuses, or answers that it failed', async () => {
    await using net = await openNetwork();
    await using names = await net.names('local=/lab/');
    assertCause(await net.client.check(['mqtt://broker.example']), 'dns/server-failure', names);
  });

  // ---- silent ------------------------------------------------------------------------------

  test('questions to the name server are dropped on the way', async () => {
    await using net = await openNetwork();
    await using names = await net.names(here);
    await net.router.filter('forward', 'udp dport 53 drop');
    assertCause(await net.client.check([target, ...hasty]), 'dns/timeout', names);
  });

  test('its answers are dropped on the way', async () => {
    await using net = await openNetwork();
    await using names = await net.names(here);
    await net.router.filter('forward', 'udp sport 53 drop');
    assertCause(await net.client.check([target, ...hasty]), 'dns/timeout', names);
  });

  test('the firewall of the client drops questions to the name server', async () => {
    await using net = await openNetwork();
    await using names = await net.names(here);
    await net.client.filter('output', 'udp dport 53 drop');
    assertCause(await net.client.check([target, ...hasty]), 'dns/timeout', names);
  });

  test('nothing listens where the name server should be', async () => {
    await using net = await openNetwork();
    assertCause(await net.client.check([target, ...hasty]), 'dns/timeout');
  });

  test('no route leads to the name server', async () => {
    await using net = await openNetwork();
    await net.client.ip('route delete default');
    assertCause(await net.client.check([target, ...hasty]), 'dns/timeout');
  });

  test('the settings name no name server', async () => {
    await using net = await openNetwork();
    await net.client.etc('resolv.conf', '# empty\n');
    assertCause(await net.client.check([target, ...hasty]), 'dns/timeout');
  });

  // ---- the second one knows ----------------------------------------------------------------

  test('the first name server is silent, and the second one is asked within the timeout', async () => {
    await using net = await openNetwork();
    await net.client.etc('resolv.conf', resolvers(nobody.four, server.four));
    await net.router.filter('forward', `ip daddr ${nobody.four} drop`);
    await using _names = await net.names(here);
    const visit = await net.client.check([target, ...hasty]);
    assertFound(visit, 'dns/slow');
  });

  test('the first name server is silent, and the second one answers later', async () => {
    await using net = await openNetwork();
    await net.client.etc('resolv.conf', resolvers(nobody.four, server.four));
    await net.router.filter('forward', `ip daddr ${nobody.four} drop`);
    await using _names = await net.names(here);
    await using broker = await net.broker(['listener 1883']);
    assertWell(await net.client.check([target]), broker, 'dns/slow');
  });

  test('the first name server is silent, and the second one soon asked', async () => {
    await using net = await openNetwork();
    const impatient = `${resolvers(nobody.four, server.four)}options timeout:1\n`;
    await net.client.etc('resolv.conf', impatient);
    await net.router.filter('forward', `ip daddr ${nobody.four} drop`);
    await using _names = await net.names(here);
    await using broker = await net.broker(['listener 1883']);
    assertWell(await net.client.check([target]), broker, 'dns/slow');
  });

  test('the first name server is shut, and the second one answers', async () => {
    await using net = await openNetwork();
    await net.client.etc('resolv.conf', resolvers('127.0.0.1', server.four));
    await using _names = await net.names(here);
    await using broker = await net.broker(['listener 1883']);
    assertWell(await net.client.check([target]), broker);
  });

  test('the first name server does not know the name, and the second one is not asked', async () => {
    await using net = await openNetwork();
    await net.client.etc('resolv.conf', resolvers('127.0.0.1', server.four));
    await using _first = await net.namesOnClient('local=/test/');
    await using names = await net.names(here);
    assertCause(await net.client.check([target]), 'dns/nxdomain', names);
  });

  // ---- the hosts file ----------------------------------------------------------------------

  test('the hosts file sends the name elsewhere, where nobody listens', async () => {
    await using net = await openNetwork();
    await using names = await net.names(here);
    await net.client.etc('hosts', `127.0.0.1 localhost\n${elsewhere.four} broker.test\n`);
    const visit = await net.client.check([target]);
    assertCause(visit, 'tcp/unreachable', names);
    assertFound(visit, 'dns/hosts-file-override');
  });

  test('the hosts file sends the name elsewhere, where another broker answers', async () => {
    await using net = await openNetwork();
    await using _names = await net.names(`host-record=broker.test,${elsewhere.four}`);
    await using broker = await net.broker(['listener 1883']);
    await net.client.etc('hosts', `127.0.0.1 localhost\n${server.four} broker.test\n`);
    assertWell(await net.client.check([target]), broker, 'dns/hosts-file-override');
  });

  test('the hosts file says what DNS says, or what DNS does not know', async () => {
    await using net = await openNetwork();
    await using _names = await net.names(here, 'local=/test/');
    await using broker = await net.broker(['listener 1883']);
    await net.client.etc('hosts', `127.0.0.1 localhost\n${server.four} broker.test own.test\n`);
    assertWell(await net.client.check([target]), broker);
    assertWell(await net.client.check(['mqtt://own.test']), broker);
  });

  test('the hosts file sends a public name nowhere', async () => {
    await using net = await openNetwork();
    await net.client.etc('hosts', '127.0.0.1 localhost\n0.0.0.0 iot.example.org\n');
    assertCause(await net.client.check(['mqtt://iot.example.org', ...hasty]), 'dns/sinkhole');
  });

  test('a public name leads to a private address that is far away', async () => {
    await using net = await openNetwork();
    await using names = await net.names('host-record=iot.broker.com,10.83.0.7');
    await net.router.ip('route add blackhole 10.83.0.0/16');
    const visit = await net.client.check(['mqtt://iot.broker.com', ...hasty]);
    assertCause(visit, 'tcp/timeout', names);
    assertFound(visit, 'dns/private-address');
  });

  test('the name server gives one address for every name, and no broker is there', async () => {
    await using net = await openNetwork();
    await using names = await net.names(`address=/#/${server.four}`);
    assertCause(await net.client.check(['mqtt://iot.broker.com']), 'tcp/refused', names);
  });
});
