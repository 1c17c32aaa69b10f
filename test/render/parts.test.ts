import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fit } from '../../src/render/parts.ts';
import { width } from '../../src/render/terminal.ts';
import { look } from './fixtures.ts';

const long = 'a-very-long-host-name.with.many.labels.example.com';

test('what fits is left alone', () => {
  assert.equal(
    fit([{ name: 'a.example' }, ' → 3 addresses'], 40, look()),
    'a.example → 3 addresses',
  );
});

test('the longest name gives way, the words and short names stay whole', () => {
  const line = fit([{ name: 'a.example' }, ' → ', { name: long }, ' → 3 addresses'], 50, look());
  assert.equal(width(line), 50);
  assert.match(line, /^a\.example → a-very-.*…\S*\.com → 3 addresses$/);
});

test('no line is wider than its room, whatever it is made of', () => {
  const parts = [{ name: long }, ' and some words ', { name: '端末'.repeat(30) }, ' more words'];
  for (const unicode of [true, false]) {
    for (let columns = 5; columns < 130; columns++) {
      assert.ok(width(fit(parts, columns, look({ unicode }))) <= columns);
    }
  }
});
