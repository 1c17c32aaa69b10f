import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForNameServers } from '../../src/checks/domain-name.ts';
import { parseNameServer } from '../../src/checks/name-server.ts';

test('a name server is an address, with or without a port', () => {
  assert.deepEqual(parseNameServer('192.0.2.1'), { address: '192.0.2.1', port: 53 });
  assert.deepEqual(parseNameServer('192.0.2.1:5353'), { address: '192.0.2.1', port: 5353 });
  assert.deepEqual(parseNameServer('2001:db8::1'), { address: '2001:db8::1', port: 53 });
  assert.deepEqual(parseNameServer('[2001:db8::1]:5353'), { address: '2001:db8::1', port: 5353 });
  assert.equal(parseNameServer('ns.example.com'), null);
});

test('name servers are not asked for names that are not theirs', () => {
  for (const name of [
    'broker',
    'localhost',
    'a.localhost',
    'pi.local',
    'PI.LOCAL.',
    `${'a'.repeat(64)}.b`,
  ]) {
    assert.equal(isForNameServers(name), false, name);
  }
  assert.equal(isForNameServers('broker.example.com.'), true);
});
