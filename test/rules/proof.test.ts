// Rules ask for trials by id, and a misspelt id is silence.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rivals } from '../../src/rules/proof.ts';
import { trials } from '../../src/trials/index.ts';

test('every trial that a proof weighs is one that can run', () => {
  const ids = trials.map(({ id }) => id);
  const unknown = rivals.filter(
    (rival) => !ids.some((id) => rival === id || rival.startsWith(`${id}-`)),
  );
  assert.deepEqual(unknown, []);
});
