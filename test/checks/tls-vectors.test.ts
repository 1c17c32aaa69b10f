import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VectorReader } from '../../src/checks/tls-vectors.ts';

test('numbers and vectors are read one after the other', () => {
  const reader = new VectorReader(Buffer.from('0304050200aabb0001cc', 'hex'));
  assert.equal(reader.number(3), 0x030405);
  assert.deepEqual(reader.bytes(1), Buffer.from([2]));
  assert.deepEqual(reader.vector(1), Buffer.from([]));
  assert.equal(reader.number(2), 0xaabb);
  assert.deepEqual(reader.vector(2), Buffer.from([0xcc]));
  assert.equal(reader.more, false);
  assert.equal(reader.cut, false);
});

test('once something is missing, nothing more is read', () => {
  const reader = new VectorReader(Buffer.from('05aabb', 'hex'));
  assert.equal(reader.vector(1).length, 0);
  assert.equal(reader.cut, true);
  assert.equal(reader.more, false);
  assert.equal(reader.number(1), 0);
});
