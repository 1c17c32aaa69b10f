// Flags and defaults → the target that is examined.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WhoFlags } from '../../src/cli/flags/who.ts';
import type { Variables } from '../../src/cli/io.ts';
import { planAll } from '../../src/cli/plan.ts';
import type { TargetFlags } from '../../src/cli/settings.ts';

/** What commander gives for the --no-… flags that nobody typed. */
const none = { aia: true, clean: true, publish: true, subscribe: true, trials: true };

type Typed = Partial<Omit<TargetFlags & WhoFlags, keyof typeof none>>;

function plan(typed: string, flags: Typed = {}, env: Variables = {}) {
  const [first] = planAll([typed], { ...none, ...flags }, env);
  assert.ok(first);
  return first;
}

test('a bare host is examined over TLS as a guest who leaves nothing behind', () => {
  const { target, who } = plan('Broker.Example.com');
  assert.equal(target.url, 'mqtts://broker.example.com:8883');
  assert.match(target.mqtt.clientId, /^mqtt-doctor-[0-9a-f]{8}$/);
  assert.ok(target.mqtt.clientId.length <= 23);
  assert.match(target.roundTrip.topic, /^mqtt-doctor\/[0-9a-f]{12}\/probe$/);
  assert.deepEqual(target, {
    url: 'mqtts://broker.example.com:8883',
    transport: 'mqtts',
    host: 'broker.example.com',
    port: 8883,
    path: null,
    webSocket: null,
    route: { connectTo: null, family: 0, resolver: null },
    tls: {
      serverName: 'broker.example.com',
      serverNameFrom: 'host',
      alpn: [],
      minVersion: null,
      maxVersion: null,
      verify: true,
      trust: 'system',
      clientCertificate: false,
    },
    mqtt: {
      version: null,
      clientId: target.mqtt.clientId,
      clientIdIsOurs: true,
      cleanStart: true,
      keepAliveS: 60,
      usernameGiven: false,
      passwordGiven: false,
      will: null,
    },
    roundTrip: {
      topic: target.roundTrip.topic,
      topicIsOurs: true,
      qos: 1,
      retain: false,
      payloadSize: 32,
      count: 1,
      publish: true,
      subscribe: true,
    },
    limits: { timeoutMs: 5000, deadlineMs: 30_000 },
  });
  assert.deepEqual(who, { username: null, passwordFrom: null, password: null });
});

test('over WebSocket the path, the headers and the query are told apart from their secrets', () => {
  const header = [{ name: 'Authorization', value: 'Bearer hUnTeR2' }];
  const { target, secrets } = plan('wss://broker/mqtt?token=hUnTeR2', { header });
  assert.equal(target.url, 'wss://broker:443/mqtt');
  assert.equal(target.path, '/mqtt');
  assert.deepEqual(target.webSocket, {
    subprotocols: ['mqtt'],
    headers: ['Authorization'],
    queryGiven: true,
    origin: null,
  });
  assert.deepEqual(target.tls?.alpn, ['http/1.1']);
  assert.equal(secrets.query?.reveal(), 'token=hUnTeR2');
  assert.deepEqual(
    secrets.headers.map(({ name, value }) => [name, value.reveal()]),
    [['Authorization', 'Bearer hUnTeR2']],
  );
  assert.doesNotMatch(JSON.stringify({ target, secrets }), /hUnTeR2/);
});

test('a WebSocket path is /mqtt unless another is named', () => {
  assert.equal(plan('ws://broker').target.url, 'ws://broker:80/mqtt');
  assert.equal(plan('ws://broker', { path: '/' }).target.url, 'ws://broker:80/');
  assert.equal(plan('broker:8083', { path: '/ws' }).target.url, 'ws://broker:8083/ws');
  assert.equal(plan('wss://broker', { alpn: ['mqtt'] }).target.tls?.alpn.join(), 'mqtt');
});

test('every target gets a client id and a topic of its own', () => {
  const plans = planAll(['a', 'a', 'b'], none, {});
  assert.equal(new Set(plans.map(({ target }) => target.mqtt.clientId)).size, 3);
  assert.equal(new Set(plans.map(({ target }) => target.roundTrip.topic)).size, 3);
});

test('an address is never sent as server name', () => {
  for (const typed of ['192.0.2.1', '[2001:db8::1]:8883']) {
    const { tls } = plan(typed).target;
    assert.equal(tls?.serverName, null);
    assert.equal(tls?.serverNameFrom, 'host');
  }
});

test('an IPv6 address stands in brackets in the URL only', () => {
  const { target } = plan('2001:db8::1');
  assert.equal(target.url, 'mqtts://[2001:db8::1]:8883');
  assert.equal(target.host, '2001:db8::1');
});

test('certificates on a plain connection are for the rules to judge', () => {
  const { target } = plan('mqtt://h', { ca: ['ca.pem'], cert: 'c', key: 'k' });
  assert.equal(target.tls, null);
});

test('a longer timeout lengthens the deadline that nobody chose', () => {
  assert.deepEqual(plan('h', { timeout: 60_000 }).target.limits, {
    timeoutMs: 60_000,
    deadlineMs: 60_000,
  });
  assert.equal(plan('h', { timeout: 60_000, deadline: 100 }).target.limits.deadlineMs, 100);
});

test('a name server is asked on port 53 unless told otherwise', () => {
  const { route } = plan('h', { resolver: { address: '192.0.2.53', port: null } }).target;
  assert.deepEqual(route.resolver, { address: '192.0.2.53', port: 53 });
});

test('the URL of a target never has its credentials', () => {
  const { target, who } = plan('mqtt://alice:pw@h');
  assert.ok(!JSON.stringify(target).includes('alice') && !JSON.stringify(target).includes('pw'));
  assert.deepEqual(who, { username: 'alice', passwordFrom: 'url', password: 'pw' });
  assert.equal(target.mqtt.usernameGiven, true);
  assert.equal(target.mqtt.passwordGiven, true);
});

test('the command line and the URL go before the environment', () => {
  const env = { MQTT_DOCTOR_USERNAME: 'env', MQTT_DOCTOR_PASSWORD: 'envpw' };
  assert.deepEqual(plan('h', {}, env).who, {
    username: 'env',
    passwordFrom: 'environment',
    password: 'envpw',
  });
  assert.deepEqual(plan('h', { username: 'flag', password: 'p' }, env).who, {
    username: 'flag',
    passwordFrom: 'argument',
    password: 'p',
  });
  assert.deepEqual(plan('mqtt://url:@h', {}, env).who, {
    username: 'url',
    passwordFrom: 'url',
    password: '',
  });
  assert.deepEqual(plan('h', {}, { MQTT_DOCTOR_USERNAME: '', MQTT_DOCTOR_PASSWORD: '' }).who, {
    username: null,
    passwordFrom: null,
    password: null,
  });
});

test('MQTT 5, or no version, lets a password stand alone', () => {
  assert.equal(plan('h', { password: 'p', mqttVersion: '5' }).who.username, null);
  assert.equal(plan('h', { password: 'p' }).who.username, null);
});
