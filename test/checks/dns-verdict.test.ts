import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  failureOfAnswer,
  failureOfSystemError,
  systemErrorOf,
} from '../../src/checks/dns-verdict.ts';

test('NXDOMAIN for one type is about the name, unless the other type says that it exists', () => {
  assert.equal(failureOfAnswer({ a: 'nxdomain', aaaa: 'nxdomain' }, 0), 'name-not-found');
  assert.equal(failureOfAnswer({ a: 'nxdomain', aaaa: 'timeout' }, 0), 'name-not-found');
  assert.equal(failureOfAnswer({ a: 'no-data', aaaa: 'nxdomain' }, 0), 'no-address');
});

test('half an answer does not say that there is no address', () => {
  assert.equal(failureOfAnswer({ a: 'no-data', aaaa: 'no-data' }, 0), 'no-address');
  assert.equal(failureOfAnswer({ a: 'no-data', aaaa: 'server-failure' }, 0), 'resolver-error');
  assert.equal(failureOfAnswer({ a: 'no-data', aaaa: 'unreachable' }, 0), 'resolver-silent');
  assert.equal(failureOfAnswer({ a: 'no-data', aaaa: 'unreachable' }, 4), 'no-address');
});

test('one family with addresses is no failure', () => {
  assert.equal(failureOfAnswer({ a: 'ok', aaaa: 'refused' }, 0), null);
  assert.equal(failureOfAnswer({ a: 'ok', aaaa: 'refused' }, 6), 'resolver-error');
});

test('getaddrinfo on its own tells no name, no address and no answer apart', () => {
  assert.equal(failureOfSystemError('ENOTFOUND'), 'name-not-found');
  assert.equal(failureOfSystemError('ENODATA'), 'no-address');
  assert.equal(failureOfSystemError('EAI_ADDRFAMILY'), 'no-address');
  assert.equal(failureOfSystemError('EAI_AGAIN'), 'resolver-silent');
  assert.equal(failureOfSystemError('EAI_FAIL'), 'resolver-error');
});

test('what Node calls ENOTFOUND is no data where libuv says so', () => {
  const eaiNoData = -3007;
  const eaiNoName = -3008;
  const failed = (errno: number) => Object.assign(new Error('x'), { code: 'ENOTFOUND', errno });
  assert.equal(systemErrorOf(failed(eaiNoData)), 'ENODATA');
  assert.equal(systemErrorOf(failed(eaiNoName)), 'ENOTFOUND');
  assert.equal(systemErrorOf(new Error('x')), 'EAI_FAIL');
});
