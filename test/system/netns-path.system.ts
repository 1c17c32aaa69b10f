// Ways that let connections through and harm what is said on them: packets that are too large,
// firewalls that look inside, pages to sign in to.

import { describe, test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { forClients } from '../lab/order.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { addresses, type Network, openNetwork } from './network.ts';
import { assertCause, assertWell } from './verdict.ts';

const { server } = addresses;
const hasty = ['--timeout', '1500'];
const plain = `mqtt://${server.four}`;

const ca = await mintAuthority({ name: 'Lab Root CA', key: 'rsa2048' });
const middle = await ca.intermediate({ commonName: 'Lab Intermediate CA', key: 'rsa2048' });
// With RSA keys, as most have them: the chain does not fit into one packet.
const identity = await middle.issue({ commonName: 'broker.test', key: 'rsa2048' });
const files = { 'server.crt': identity.fullchain, 'server.key': identity.key, 'ca.crt': ca.cert };
const listeners = ['listener 1883', 'listener 8883', 'certfile server.crt', 'keyfile server.key'];

const client = await middle.issue({ commonName: 'device-7', key: 'rsa2048', ...forClients });

const openBroker = (net: Network) => net.broker(listeners, files);
const overTls = (broker: Daemon, ...more: readonly string[]) => [
  ...['mqtts://broker.test', '--connect-to', server.four],
  ...['--ca', broker.file('ca.crt'), ...hasty, ...more],
];

describe('the path', { concurrency: 4 }, () => {
  for (const tls of ['1.2', '1.3']) {
    const limit = ['--tls-min', tls, '--tls-max', tls];

    test(`TLS ${tls}: a narrow link that says so is no obstacle`, async () => {
      await using net = await openNetwork();
      await using broker = await openBroker(net);
      await net.router.ip('link set to-client mtu 1280');
      assertWell(await net.client.check(overTls(broker, ...limit)), broker);
    });

    test(`TLS ${tls}: a narrow link towards the client that says nothing`, async () => {
      await using net = await openNetwork();
      await using broker = await openBroker(net);
      await net.router.ip('link set to-client mtu 1280');
      await net.router.filter('output', 'icmp type destination-unreachable drop');
      const visit = await net.client.check(overTls(broker, ...limit));
      assertCause(visit, 'tls/mtu-black-hole', broker);
    });

    test(`TLS ${tls}: a narrow link swallows the client's certificate`, async () => {
      await using net = await openNetwork();
      const demanding = ['cafile ca.crt', 'require_certificate true'];
      await using broker = await net.broker([...listeners, ...demanding], {
        ...files,
        'client.crt': client.fullchain,
        'client.key': client.key,
      });
      const keys = ['--cert', broker.file('client.crt'), '--key', broker.file('client.key')];
      assertWell(await net.client.check(overTls(broker, ...limit, ...keys)), broker);
      await net.router.ip('link set to-server mtu 1280');
      await net.router.filter('output', 'icmp type destination-unreachable drop');
      const visit = await net.client.check(overTls(broker, ...limit, ...keys));
      assertCause(visit, 'tls/mtu-black-hole', broker);
    });

    test(`TLS ${tls}: a firewall drops large packets towards the client`, async () => {
      await using net = await openNetwork();
      await using broker = await openBroker(net);
      await net.router.filter('forward', 'tcp sport 8883 ip length > 600 drop');
      const visit = await net.client.check(overTls(broker, ...limit));
      assertCause(visit, 'tls/mtu-black-hole', broker);
    });

    test(`TLS ${tls}: a firewall resets what looks like TLS`, async () => {
      await using net = await openNetwork();
      await using broker = await openBroker(net);
      // 32 bytes of header, with time stamps: then a handshake record.
      await net.router.filter('forward', 'tcp dport 8883 @th,256,16 0x1603 reject with tcp reset');
      const visit = await net.client.check(overTls(broker, ...limit));
      assertCause(visit, 'tls/closed-in-handshake', broker);
    });

    test(`TLS ${tls}: a firewall drops what looks like TLS`, async () => {
      await using net = await openNetwork();
      await using broker = await openBroker(net);
      await net.router.filter('forward', 'tcp dport 8883 @th,256,16 0x1603 drop');
      const visit = await net.client.check(overTls(broker, ...limit));
      assertCause(visit, 'protocol/silent', broker);
    });

    // In TLS 1.3 the client's part is over before it could notice.
    const cause = tls === '1.3' ? 'connect/timeout' : 'tls/timeout';
    test(`TLS ${tls}: what the client says after its first message is lost`, async () => {
      await using net = await openNetwork();
      await using broker = await openBroker(net);
      await net.router.filter(
        'forward',
        'tcp dport 8883 tcp flags & psh == psh @th,256,24 != 0x160301 drop',
      );
      const visit = await net.client.check(overTls(broker, ...limit));
      assertCause(visit, cause, broker);
    });
  }

  test('a firewall resets what looks like MQTT', async () => {
    await using net = await openNetwork();
    await using broker = await openBroker(net);
    await net.router.filter('forward', 'tcp dport 1883 @th,256,8 0x10 reject with tcp reset');
    assertCause(await net.client.check([plain]), 'connect/closed', broker);
  });

  test('a firewall drops what looks like MQTT', async () => {
    await using net = await openNetwork();
    await using broker = await openBroker(net);
    await net.router.filter('forward', 'tcp dport 1883 @th,256,8 0x10 drop');
    assertCause(await net.client.check([plain, ...hasty]), 'protocol/silent', broker);
  });

  test('large packets towards the broker are lost', async () => {
    await using net = await openNetwork();
    await using broker = await openBroker(net);
    await net.router.ip('link set to-server mtu 1280');
    await net.router.filter('output', 'icmp type destination-unreachable drop');
    assertWell(await net.client.check([plain]), broker);
    const visit = await net.client.check([plain, '--payload-size', '4000', ...hasty]);
    assertCause(visit, 'tls/mtu-black-hole', broker);
  });

  test('the connection is cut in the middle of the round trip', async () => {
    await using net = await openNetwork();
    await using broker = await openBroker(net);
    await net.router.filter('forward', 'tcp dport 1883 @th,256,4 0x3 reject with tcp reset');
    const visit = await net.client.check([plain, '-t', 'lab/a']);
    assertCause(visit, 'pubsub/dropped-on-publish', broker);
  });

  const portal = (answer: string) => ({
    port: 8080,
    command: 'nginx',
    args: ['-p', '.', '-e', 'stderr', '-c', 'nginx.conf'],
    comesIn: 'nginx-light',
    ready: /start worker process \d/,
    files: {
      'nginx.conf': `user root; daemon off; worker_processes 1; pid nginx.pid;
        error_log stderr info; events { worker_connections 64; }
        http { access_log off; client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c;
          uwsgi_temp_path d; scgi_temp_path e; server { listen 8080; ${answer} } }`,
    },
  });

  for (const [name, answer, cause] of [
    ['says so', 'error_page 400 =511 /; location / { return 511; }', 'protocol/captive-portal'],
    ['answers as a web server', 'return 302 http://sign-in.test/;', 'protocol/http'],
  ] as const) {
    test(`a network that wants to be signed in to catches the connection, and ${name}`, async () => {
      await using net = await openNetwork();
      await using nginx = await startDaemon({ ...portal(answer), through: net.router.through });
      await net.router.redirect(8080);
      assertCause(await net.client.check([plain]), cause, nginx);
      assertCause(await net.client.check([`mqtts://${server.four}`]), cause, nginx);
    });
  }
});
