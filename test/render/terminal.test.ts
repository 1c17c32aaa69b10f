import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clean, middleCut, width, wrap } from '../../src/render/terminal.ts';

test('escape sequences, bidi and invisible characters are shown, not acted on', () => {
  assert.equal(clean('\x1b[31mred', true), '\\x1b[31mred');
  assert.equal(
    clean('a\u202eb\u200bc\ufeffd\u009be\x7f', true),
    'a\\u202eb\\u200bc\\ufeffd\\x9be\\x7f',
  );
  assert.equal(clean('\u{e0041}\ud800', true), '\\u{e0041}\\ud800');
});

test('line breaks and tabs become one space', () => {
  assert.equal(clean('a\r\nb\nc\td\u2028e\u0085f', true), 'a b c d e f');
});

test('what is clean stays as it is, letters of all scripts included', () => {
  for (const text of ['Zürich 端末 é', clean('\x1b\u202e', true)]) {
    assert.equal(clean(text, true), text);
  }
});

test('in ASCII, known signs have a spelling and others show their number', () => {
  assert.equal(clean('a → b … ü 端 😀', false), 'a -> b ... \\xfc \\u7aef \\u{1f600}');
});

test('wide characters take two columns, combining ones none', () => {
  assert.equal(width('abc'), 3);
  assert.equal(width('端末'), 4);
  assert.equal(width('e\u0301'), 1);
  assert.equal(width('😀'), 2);
  assert.equal(width('✔✖·–▎→…'), 7);
});

test('a cut in the middle keeps both ends and the width', () => {
  assert.equal(middleCut('abcdefghij', 10, '…'), 'abcdefghij');
  assert.equal(middleCut('abcdefghij', 7, '…'), 'abc…hij');
  assert.equal(middleCut('abcdefghij', 7, '...'), 'ab...ij');
  const wide = middleCut('端末管理端末管理', 9, '…');
  assert.ok(width(wide) <= 9 && wide.includes('…'));
  assert.equal(middleCut('abcdefe\u0301f', 4, '…'), 'ab…f');
});

test('words are folded at spaces, and a long word stays whole', () => {
  assert.deepEqual(wrap('one two three', 7), ['one two', 'three']);
  assert.deepEqual(wrap('a verylongname b', 6), ['a', 'verylongname', 'b']);
  assert.deepEqual(wrap('', 10), []);
});
