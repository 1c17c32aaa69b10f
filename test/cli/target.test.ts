// `<target>` as people type it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endpointOf } from '../../src/cli/flags/where.ts';
import { parseTarget } from '../../src/cli/target.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

const understood: readonly (readonly [
  typed: string,
  transport: string,
  host: string,
  port: number,
])[] = [
  // bare hosts
  ['broker.example.com', 'mqtts', 'broker.example.com', 8883],
  ['localhost', 'mqtts', 'localhost', 8883],
  ['BROKER.Example.COM', 'mqtts', 'broker.example.com', 8883],
  ['broker.example.com.', 'mqtts', 'broker.example.com', 8883],
  ['my_broker', 'mqtts', 'my_broker', 8883],
  ['bücher.example', 'mqtts', 'xn--bcher-kva.example', 8883],
  ['例え.jp', 'mqtts', 'xn--r8jz45g.jp', 8883],
  ['192.0.2.1', 'mqtts', '192.0.2.1', 8883],
  ['2001:DB8::1', 'mqtts', '2001:db8::1', 8883],
  ['::1', 'mqtts', '::1', 8883],
  ['[2001:db8::1]', 'mqtts', '2001:db8::1', 8883],
  ['fe80::1%eth0', 'mqtts', 'fe80::1%eth0', 8883],
  ['FE80::1%Eth0', 'mqtts', 'fe80::1%Eth0', 8883],
  // the port tells the transport
  ['broker:1883', 'mqtt', 'broker', 1883],
  ['broker:8883', 'mqtts', 'broker', 8883],
  ['broker:443', 'mqtts', 'broker', 443],
  ['broker:8083', 'ws', 'broker', 8083],
  ['broker:8084', 'wss', 'broker', 8084],
  ['broker:14567', 'mqtts', 'broker', 14567],
  ['[::1]:1883', 'mqtt', '::1', 1883],
  // URLs
  ['mqtt://broker', 'mqtt', 'broker', 1883],
  ['mqtts://broker', 'mqtts', 'broker', 8883],
  ['ws://broker/mqtt', 'ws', 'broker', 80],
  ['wss://broker', 'wss', 'broker', 443],
  ['wss://broker:8084/mqtt?x=y', 'wss', 'broker', 8084],
  ['MQTTS://Broker', 'mqtts', 'broker', 8883],
  ['tcp://broker:2000', 'mqtt', 'broker', 2000],
  ['ssl://broker', 'mqtts', 'broker', 8883],
  ['tls://broker:8883', 'mqtts', 'broker', 8883],
  ['mqtt://broker:8883', 'mqtt', 'broker', 8883],
  ['mqtts://broker:1883', 'mqtts', 'broker', 1883],
  ['mqtts://broker:8084', 'mqtts', 'broker', 8084],
  ['mqtt://[::1]', 'mqtt', '::1', 1883],
  ['mqtt://[fe80::1%25eth0]:1884', 'mqtt', 'fe80::1%eth0', 1884],
  // what copying brings along
  ['  broker:1883 \n', 'mqtt', 'broker', 1883],
  ['\u200bbroker\ufeff', 'mqtts', 'broker', 8883],
  ['mqtts://broker/', 'mqtts', 'broker', 8883],
  ['broker:1883/', 'mqtt', 'broker', 1883],
];

for (const [typed, transport, host, port] of understood) {
  test(`${JSON.stringify(typed)} is ${host} on ${port} by ${transport}`, () => {
    const place = parseTarget(typed);
    assert.deepEqual({ host: place.host, ...endpointOf(place, {}) }, { transport, host, port });
  });
}

const userinfos: readonly (readonly [
  typed: string,
  username: string | null,
  password: string | null,
])[] = [
  ['mqtt://broker', null, null],
  ['mqtt://alice@broker', 'alice', null],
  ['mqtt://alice:@broker', 'alice', ''],
  ['mqtt://:pw@broker', null, 'pw'],
  ['mqtt://alice:pw@broker', 'alice', 'pw'],
  ['mqtt://alice:a%40b%3Ac%2F%25@broker', 'alice', 'a@b:c/%'],
  ['mqtt://alice:a:b@broker', 'alice', 'a:b'],
  ['mqtt://alice:a@b@broker', 'alice', 'a@b'],
  ['mqtt://al%20ice%3A:p+w@broker', 'al ice:', 'p+w'],
  ['mqtt://%C3%A9:%E2%82%AC@broker', 'é', '€'],
  ['alice:pw@broker:1883', 'alice', 'pw'],
];

for (const [typed, username, password] of userinfos) {
  test(`the credentials in ${typed} are decoded and taken out`, () => {
    const { userinfo, host } = parseTarget(typed);
    assert.deepEqual(userinfo ?? { username: null, password: null }, { username, password });
    assert.equal(host, 'broker');
  });
}

const refused: readonly string[] = [
  '',
  '   ',
  'two hosts',
  'host\u0007',
  'mqtt://',
  'mqtt://:1883',
  'mqtt:broker',
  'http://broker',
  'ftp://broker',
  'ws://broker/mqtt#x',
  'wss://broker/p@ss/mqtt',
  'https://broker',
  'broker:',
  'broker:0',
  'broker:65536',
  'broker:-1',
  'broker:1883x',
  'broker:18:83',
  '[broker]:1883',
  '[::1',
  '[::1]1883',
  '::1%et h0',
  'fe80::1%\u001b[31m',
  '1883',
  '256.1.1.1',
  '192.168.001.001',
  '127.1',
  'a..b',
  '.broker',
  `${'a'.repeat(64)}.example`,
  `${'a.'.repeat(130)}example`,
  '<broker>',
  '"broker"',
  'brok%41er',
  'broker/topic',
  'mqtt://broker/mqtt',
  'mqtt://broker?x=1',
  'mqtt://broker#x',
  'mqtt://alice:100%@broker',
  'mqtt://alice:%zz@broker',
  'mqtt://alice:%ff@broker',
  'mqtt://alice:p/w@broker',
  'mqtt://alice:p#w@broker',
];

for (const typed of refused) {
  test(`${JSON.stringify(typed.slice(0, 40))} is no target`, () => {
    assert.throws(() => endpointOf(parseTarget(typed), {}), UsageError);
  });
}

test('a port of HTTPS is tried as MQTT only where the user says so', () => {
  const place = parseTarget('broker:8443');
  assert.throws(() => endpointOf(place, {}), UsageError);
  assert.deepEqual(endpointOf(place, { transport: 'mqtt' }), { transport: 'mqtt', port: 8443 });
});

test('a path is that of a WebSocket address, percent-encoded and with its query', () => {
  const path = (typed: string) => parseTarget(typed).path;
  assert.equal(path('wss://broker'), null);
  assert.equal(path('wss://broker/'), null);
  assert.equal(path('ws://broker:8083/mqtt'), '/mqtt');
  assert.equal(path('ws://[::1]:8083/a/b c/'.replace(' ', '%20')), '/a/b%20c/');
  assert.equal(path('wss://broker?token=x'), '/?token=x');
  assert.equal(path('wss://broker/mqtt?X-Amz-Signature=abc'), '/mqtt?X-Amz-Signature=abc');
  assert.equal(path('wss://alice:pw@broker/mqtt'), '/mqtt');
});

test('--transport and --port fill in what the target leaves out, and may repeat it', () => {
  const bare = parseTarget('broker');
  assert.deepEqual(endpointOf(bare, { transport: 'mqtt' }), { transport: 'mqtt', port: 1883 });
  assert.deepEqual(endpointOf(bare, { port: 1883 }), { transport: 'mqtt', port: 1883 });
  const full = parseTarget('mqtts://broker:1884');
  const same = { transport: 'mqtts', port: 1884 } as const;
  assert.deepEqual(endpointOf(full, same), same);
  assert.throws(() => endpointOf(full, { port: 8883 }), UsageError);
  assert.throws(() => endpointOf(full, { transport: 'mqtt' }), UsageError);
});
