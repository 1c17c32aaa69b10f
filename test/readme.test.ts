// The table of codes in the README is made from the catalogue: `npm run readme`.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explanations } from '../src/knowledge/catalogue.ts';
import { codesTable } from '../src/knowledge/codes-table.ts';
import { partOf, readme, withPart } from './readme.ts';

const text = readme();

test('the README has the codes as they are', { skip: text === null && 'no README yet' }, () => {
  assert.equal(partOf(text ?? '', 'codes').trim(), codesTable().trim());
});

test('the table has a row for every code', () => {
  const rows = codesTable().trimEnd().split('\n').slice(2);
  assert.equal(rows.length, explanations.length);
  for (const row of rows)
    assert.match(row, /^\| [a-z]+ \| `[a-z]+\/[a-z0-9-]+` \| \w+ \| [^|]+ \|$/);
});

test('what stands around the table is left as it is', () => {
  const page = '# x\n<!-- codes -->\nold\n<!-- /codes -->\nmore $& $1\n';
  const written = withPart(page, 'codes', codesTable());
  assert.ok(written.startsWith('# x\n<!-- codes -->\n| Layer'));
  assert.ok(written.endsWith('<!-- /codes -->\nmore $& $1\n'));
  assert.equal(withPart(written, 'codes', codesTable()), written);
  assert.throws(() => withPart('# no markers', 'codes', 'x'), /codes/);
});
