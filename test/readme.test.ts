// The table of codes in the README is made from the catalogue: `node .build/test/write-readme.js`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explanations } from '../src/knowledge/catalogue.ts';
import { codesTable } from '../src/knowledge/codes-table.ts';
import { between, readme, withCodes } from './readme.ts';

const text = readme();

test('the README has the codes as they are', { skip: text === null && 'no README yet' }, () => {
  assert.equal(between(text ?? ''), `\n${codesTable()}`);
});

test('the table has a row for every code', () => {
  const rows = codesTable().trimEnd().split('\n').slice(2);
  assert.equal(rows.length, explanations.length);
  for (const row of rows)
    assert.match(row, /^\| [a-z]+ \| `[a-z]+\/[a-z0-9-]+` \| \w+ \| [^|]+ \|$/);
});

test('what stands around the table is left as it is', () => {
  const page = '# x\n<!-- codes -->\nold\n<!-- /codes -->\nmore $& $1\n';
  const written = withCodes(page);
  assert.ok(written.startsWith('# x\n<!-- codes -->\n| Layer'));
  assert.ok(written.endsWith('<!-- /codes -->\nmore $& $1\n'));
  assert.equal(withCodes(written), written);
  assert.throws(() => withCodes('# no markers'), /codes/);
});
