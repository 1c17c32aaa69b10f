// Every finding code is reached by a scenario, or by a test with real software; this names
// the code that is not.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rules } from '../../src/rules/index.ts';
import { allScenarios } from './all.ts';

/** What cannot be had on one machine, and why; their rules are tested with made-up evidence. */
const outOfReach: Readonly<Record<string, string>> = {
  'tls/clock-wrong': 'the clock of the whole machine would have to be set back',
  'tls/revoked': 'this runtime is given no revocation list',
};

test('every code is reached by a scenario or a system test', async () => {
  const scenarios = await allScenarios();
  const reached = new Set<string>(
    scenarios.flatMap(({ scenario: { expect, also = [], orElse = [] } }) => [
      ...(expect === null ? [] : [expect]),
      ...also,
      ...orElse,
    ]),
  );
  const system = new URL('../../../test/system/', import.meta.url);
  const sources = readdirSync(system).filter((file) => file.endsWith('.system.ts'));
  const texts = sources.map((file) => readFileSync(new URL(file, system), 'utf8')).join('\n');
  const unreached = rules
    .map(({ code }) => code)
    .filter((code) => !reached.has(code) && !texts.includes(`'${code}'`));
  assert.deepEqual(unreached.toSorted(), Object.keys(outOfReach).toSorted());
});

test('there are enough faults and healthy variants', async () => {
  const all = await allScenarios();
  const faults = all.filter(({ scenario }) => scenario.expect !== null);
  assert.ok(faults.length >= 100, `${faults.length} faults`);
  assert.ok(all.length - faults.length >= 30, `${all.length - faults.length} healthy variants`);
});

test('a scenario stands in the folder of its layer', async () => {
  for (const { id, scenario } of await allScenarios()) {
    assert.equal(typeof scenario.build, 'function', id);
    if (scenario.expect !== null) assert.equal(id.split('/')[0], scenario.layer, id);
  }
});
