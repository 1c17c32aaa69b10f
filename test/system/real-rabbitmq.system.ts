// RabbitMQ with its MQTT plugin. It takes seconds to start, so that one node serves all tests;
// they leave nothing behind in it.

import { after, before, describe, test } from 'node:test';
import { mintAuthority } from '../lab/certificates.ts';
import { shutPort } from '../lab/dead-ports.ts';
import { forClients } from '../lab/order.ts';
import { type Daemon, startDaemon } from './daemon.ts';
import { check, type Surroundings } from './doctor.ts';
import { loopback } from './setup.ts';
import { assertCause, assertNowhere, assertWell } from './verdict.ts';

const ca = await mintAuthority({ name: 'Lab Root CA' });
const stranger = await mintAuthority({ name: 'Another Root CA' });
const server = await ca.issue({ commonName: 'broker.test' });
const client = await ca.issue({ commonName: 'device-7', ...forClients });
const other = await stranger.issue({ commonName: 'device-7', ...forClients });

const password = 'Kanarienvogel-7';
const permission = (user: string, write: string, read: string) => ({
  user,
  vhost: '/',
  configure: '.*',
  write,
  read,
});
/** alice may do everything; the others lack what their names say. */
const definitions = {
  vhosts: [{ name: '/' }],
  users: ['alice', 'no-host', 'no-write', 'no-read'].map((name) => ({ name, password, tags: '' })),
  permissions: [
    permission('alice', '.*', '.*'),
    permission('no-write', '.*', '.*'),
    permission('no-read', '.*', '.*'),
  ],
  topic_permissions: [
    { user: 'no-write', vhost: '/', exchange: 'amq.topic', write: '^$', read: '.*' },
    { user: 'no-read', vhost: '/', exchange: 'amq.topic', write: '.*', read: '^$' },
  ],
};

describe('RabbitMQ', () => {
  let registry: Daemon;
  let rabbit: Daemon;
  let tls = 0;
  let amqp = 0;
  const asUser = (name: string, secret = password): [readonly string[], Surroundings] => [
    [rabbit.plain, '-V', '3.1.1', '-u', name, '--password-stdin'],
    { stdin: secret },
  ];
  const overTls = () => [
    `mqtts://broker.test:${tls}`,
    ...['--connect-to', loopback, '--ca', rabbit.file('ca.crt')],
    ...['-V', '3.1.1', '-u', 'alice', '--password-stdin'],
  ];
  const keys = (name: string) => [
    ...['--cert', rabbit.file(`${name}.crt`), '--key', rabbit.file(`${name}.key`)],
  ];

  before(async () => {
    const [mqtt, epmd, distribution] = [
      await shutPort(loopback),
      await shutPort(),
      await shutPort(),
    ];
    tls = await shutPort(loopback);
    amqp = await shutPort(loopback);
    // It would start one of its own accord, and leave it running.
    registry = await startDaemon({
      port: epmd,
      command: 'epmd',
      args: ['-port', `${epmd}`, '-address', '127.0.0.1', '-d'],
      comesIn: 'rabbitmq-server',
      ready: /epmd running/,
    });
    rabbit = await startDaemon({
      port: mqtt,
      // Debian's own wrapper would become another user.
      command: '/usr/lib/rabbitmq/bin/rabbitmq-server',
      args: [],
      comesIn: 'rabbitmq-server',
      ready: /Server startup complete/,
      env: {
        ERL_EPMD_PORT: `${epmd}`,
        RABBITMQ_NODENAME: 'lab@localhost',
        RABBITMQ_DIST_PORT: `${distribution}`,
        RABBITMQ_CONFIG_FILE: 'rabbitmq.conf',
        RABBITMQ_ENABLED_PLUGINS_FILE: 'enabled_plugins',
        RABBITMQ_FEATURE_FLAGS_FILE: 'feature_flags',
        RABBITMQ_MNESIA_BASE: 'mnesia',
        RABBITMQ_PID_FILE: 'pid',
        RABBITMQ_LOGS: '-',
        RABBITMQ_LOG_BASE: '.',
        RUNNING_UNDER_SYSTEMD: 'yes', // Itself instead of a shell around it.
      },
      files: {
        'ca.crt': ca.cert,
        'server.crt': server.fullchain,
        'server.key': server.key,
        'client.crt': client.fullchain,
        'client.key': client.key,
        'other.crt': other.fullchain,
        'other.key': other.key,
        'definitions.json': JSON.stringify(definitions),
        enabled_plugins: '[rabbitmq_mqtt].',
        'rabbitmq.conf': [
          `listeners.tcp.1 = ${loopback}:${amqp}`,
          `mqtt.listeners.tcp.1 = ${loopback}:${mqtt}`,
          `mqtt.listeners.ssl.1 = ${loopback}:${tls}`,
          'mqtt.allow_anonymous = false',
          'ssl_options.cacertfile = ca.crt',
          'ssl_options.certfile = server.crt',
          'ssl_options.keyfile = server.key',
          'ssl_options.verify = verify_peer',
          'ssl_options.fail_if_no_peer_cert = true',
          'load_definitions = definitions.json',
          'log.console = true',
          '',
        ].join('\n'),
      },
    });
  });

  after(async () => {
    await rabbit?.stop();
    await registry?.stop();
  });

  test('signing in with the right password: all is well', async () => {
    const visit = await check(...asUser('alice'));
    assertWell(visit, rabbit);
    assertNowhere(password, visit);
  });

  test('before 3.13 it does not speak MQTT 5: the check goes on with 3.1.1, and says so', async () => {
    const args = [rabbit.plain, '-u', 'alice', '--password-stdin'];
    const secret = { stdin: password };
    const unnamed = await check(args, secret);
    const named = await check([...args, '-V', '5'], secret);
    const [, major = 0, minor = 0] = /RabbitMQ (\d+)\.(\d+)/.exec(rabbit.log) ?? [];
    if (Number(major) * 100 + Number(minor) >= 313) {
      assertWell(unnamed, rabbit);
      assertWell(named, rabbit);
    } else {
      assertWell(unnamed, rabbit, 'connect/version-fallback');
      assertCause(named, 'connect/version-unsupported', rabbit);
    }
  });

  test('a wrong password', async () => {
    const visit = await check(...asUser('alice', 'Goldfisch-9'));
    assertCause(visit, 'connect/bad-credentials', rabbit);
    assertNowhere('Goldfisch-9', visit);
  });

  test('nobody signs in', async () => {
    const visit = await check([rabbit.plain, '-V', '3.1.1']);
    assertCause(visit, 'connect/anonymous-refused', rabbit);
  });

  test('an account without a right to the virtual host', async () => {
    assertCause(await check(...asUser('no-host')), 'connect/not-authorized', rabbit);
  });

  test('an account that may not write', async () => {
    // It hangs up without a word.
    assertCause(await check(...asUser('no-write')), 'pubsub/dropped-on-publish', rabbit);
  });

  test('an account that may not read', async () => {
    // Newer ones say so in a SUBACK.
    const visit = await check(...asUser('no-read'));
    const told = visit.report.transcript.some(({ packet }) => packet === 'SUBACK');
    const cause = told ? 'pubsub/subscribe-denied' : 'pubsub/dropped-on-subscribe';
    assertCause(visit, cause, rabbit);
  });

  test('QoS 2 becomes QoS 1', async () => {
    const [args, password] = asUser('alice');
    assertWell(await check([...args, '-q', '2'], password), rabbit, 'pubsub/qos-downgraded');
  });

  test('the port for AMQP, with and without TLS', async () => {
    const plain = await check([`mqtt://${loopback}:${amqp}`, '--timeout', '1500']);
    assertCause(plain, 'protocol/other-service', rabbit);
    const secure = await check([`mqtts://broker.test:${amqp}`, '--connect-to', loopback]);
    assertCause(secure, 'protocol/other-service', rabbit);
  });

  test('TLS on the plain port, and plain MQTT on the TLS port', async () => {
    assertCause(await check(rabbit.secure), 'protocol/plaintext-port', rabbit);
    const plain = await check([`mqtt://${loopback}:${tls}`]);
    assertCause(plain, 'protocol/tls-port', rabbit);
  });

  for (const version of ['1.2', '1.3']) {
    test(`client certificates over TLS ${version}`, async () => {
      const args = [...overTls(), '--tls-min', version, '--tls-max', version];
      const secret = { stdin: password };
      assertWell(await check([...args, ...keys('client')], secret), rabbit);
      assertCause(await check(args, secret), 'tls/client-cert-required', rabbit);
      const unknown = await check([...args, ...keys('other')], secret);
      assertCause(unknown, 'tls/client-cert-unknown-ca', rabbit);
    });
  }
});
