import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '../../src/render/index.ts';
import { look, reportOf } from './fixtures.ts';
import { appended } from './hostile.ts';
import { samples } from './samples.ts';

test('one report is an object, several are an array, both end with one newline', () => {
  const report = reportOf();
  assert.deepEqual(JSON.parse(render([report], 'json', look())), report);
  assert.deepEqual(JSON.parse(render([report, report], 'json', look())), [report, report]);
  assert.match(render([report], 'json', look()), /^\{\n {2}"schema": 1,[\s\S]*\n\}\n$/);
});

test('no report is an empty array', () => {
  assert.equal(render([], 'json', look()), '[]\n');
});

test('escapes for the eye change no value, planes beyond the first included', () => {
  for (const report of Object.values(samples).map(appended)) {
    assert.deepEqual(JSON.parse(render([report], 'json', look())), report);
  }
});

test('bidi, invisible and control characters are written as escapes', () => {
  const report = { ...reportOf(), at: 'a\u202eb\u2028c\u009bd\u{e0041}e' };
  const text = render([report], 'json', look());
  assert.ok(text.includes('"a\\u202eb\\u2028c\\u009bd\\udb40\\udc41e"'));
});

test('no look changes what a script reads', () => {
  const report = reportOf();
  const other = look({ color: true, quiet: true, verbose: true, unicode: false, columns: 60 });
  assert.equal(render([report], 'json', other), render([report], 'json', look()));
});
