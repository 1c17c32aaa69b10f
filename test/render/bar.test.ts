import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bar } from '../../src/render/bar.ts';

test('the slowest rung has the whole bar, the others their share', () => {
  assert.equal(bar(44, 44, 6, true), '▎'.repeat(6));
  assert.equal(bar(22, 44, 6, true), '▎'.repeat(3));
  assert.equal(bar(3, 44, 6, true), '▏');
});

test('no time, no bar', () => {
  assert.equal(bar(0, 44, 6, true), '');
  assert.equal(bar(0, 0, 6, true), '');
  assert.equal(bar(44, 44, 0, true), '');
});

test('in ASCII it is made of number signs', () => {
  assert.equal(bar(44, 44, 6, false), '######');
  assert.equal(bar(1, 44, 6, false), '#');
});
