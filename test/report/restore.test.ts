// A saved report gives back the evidence that it was made from; a damaged or forged one is
// refused, and never breaks the rules or the page.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { render } from '../../src/render/index.ts';
import { assemble } from '../../src/report/assemble.ts';
import { evidenceFrom, UnusableReport } from '../../src/report/restore.ts';
import type { Report } from '../../src/report.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { openLab } from '../lab/lab.ts';
import { evidenceOf, failedAt, look, target, tool } from '../render/fixtures.ts';
import { samples } from '../render/samples.ts';
import { allScenarios } from '../scenarios/all.ts';
import { check } from '../scenarios/run.ts';

/** One of each layer, and those whose diagnosis rests on trials, the main attempt's change, or the run. */
const scenarios = [
  'healthy/tls-with-private-ca',
  'healthy/version-fallback',
  'tls/sni-required-closes',
  'tls/missing-intermediate-fetched',
  'tls/self-signed',
  'tls/version-1.3-wanted',
];
const { healthy } = samples;
const recorded = new Map<string, Report>();

before(async () => {
  const all = await allScenarios();
  const layers = new Set(all.map(({ scenario }) => scenario.layer));
  const firsts = [...layers].flatMap((layer) => {
    return all.find(({ scenario }) => scenario.layer === layer && !scenario.silent)?.id ?? [];
  });
  for (const { id, scenario } of all) {
    if (!scenarios.includes(id) && !firsts.includes(id)) continue;
    await using lab = await openLab();
    const { stdout } = await check(await scenario.build(lab));
    // The program's own output.
    recorded.set(id, JSON.parse(stdout) as Report);
  }
});

/** Through a file and back, judged by the rules of today. */
function again(report: unknown): Report {
  const saved: unknown = JSON.parse(JSON.stringify(report));
  const evidence = evidenceFrom(saved);
  const anew: unknown = JSON.parse(
    JSON.stringify(assemble(evidence, diagnose(evidence), (report as Report).tool)),
  );
  // What `assemble` gives.
  return anew as Report;
}

test('a report of every layer, judged again, says the same to the last fact', () => {
  assert.ok(recorded.size >= 8, [...recorded.keys()].join());
  for (const [id, report] of recorded) {
    const codes = ({ findings }: Report) =>
      findings.map(({ code, certainty }) => [code, certainty]);
    assert.deepEqual(codes(again(report)), codes(report), id);
    assert.deepEqual(again(report), report, id);
  }
  assert.ok([...recorded.values()].some(({ trials }) => trials.some(({ helped }) => helped)));
});

test('a run that went on with MQTT 3.1.1 keeps that change', () => {
  const changed = { label: 'mqttVersion 3.1.1', setting: 'mqttVersion', from: '5', to: '3.1.1' };
  const evidence = evidenceOf();
  const report = assemble({ ...evidence, main: { ...evidence.main, changed } }, [], tool);
  assert.deepEqual(report.main, { ms: evidence.main.ms, changed });
  const restored = evidenceFrom(JSON.parse(JSON.stringify(report)));
  assert.deepEqual(restored.main.changed, changed);
  assert.ok(diagnose(restored).some(({ code }) => code === 'connect/version-fallback'));
});

test('a run that was interrupted stays so', () => {
  const outcomes = failedAt('tls', 'interrupted', {});
  const report = assemble(evidenceOf({ outcomes, interrupted: true }), [], tool);
  const restored = evidenceFrom(JSON.parse(JSON.stringify(report)));
  assert.equal(restored.interrupted, true);
  assert.equal(again(report).verdict.exitCode, 130);
});

test('a will comes back with its size, not with its words', () => {
  const will = { topic: 'last/words', payload: 'söme secret', qos: 1, retain: true } as const;
  const given = { target: { ...target, mqtt: { ...target.mqtt, will } } };
  const report = assemble(evidenceOf(given), [], tool);
  const restored = evidenceFrom(JSON.parse(JSON.stringify(report))).target.mqtt.will;
  assert.deepEqual(restored, { ...will, payload: '?'.repeat(12) });
  assert.deepEqual(again(report).target, JSON.parse(JSON.stringify(report.target)));
});

const refused: readonly (readonly [what: string, json: unknown, word: string])[] = [
  ['nothing', null, 'object'],
  ['a number', 5, 'object'],
  ['a list', [], 'object'],
  ['another JSON', { name: 'x' }, 'no report'],
  ['a later schema', { ...healthy, schema: 2 }, 'another schema'],
  ['a report without trials', { ...healthy, trials: undefined }, 'trials is missing'],
  ['trials of an older kind', without('tls with trials', 'checks'), 'checks is missing'],
  ['a clock that makes no sense', { ...healthy, at: '2026-99-99T00:00:00Z' }, 'no time'],
  ['a time beyond all calendars', { ...healthy, at: '+275760-09-13T00:00:00.001Z' }, 'at'],
  ['more trials than any run makes', { ...healthy, trials: Array(5000).fill({}) }, 'long'],
  ['a check that does not exist', withCheck({ id: '__proto__', status: 'ok' }), 'checks[0].id'],
  [
    'a failure that does not exist',
    withCheck({
      id: 'dns',
      status: 'failed',
      ms: 1,
      facts: {},
      failure: { code: 'toString', raw: '' },
    }),
    'failure',
  ],
];

for (const [what, json, word] of refused) {
  test(`${what} is refused`, () => {
    assert.throws(
      () => evidenceFrom(json),
      (error) => error instanceof UnusableReport && error.message.includes(word),
    );
  });
}

test('a forged prototype changes nothing', () => {
  const forged = JSON.stringify(healthy).replace('{', '{"__proto__":{"trials":[{}]},');
  const evidence = evidenceFrom(JSON.parse(forged));
  assert.deepEqual(evidence.trials, []);
  assert.ok(!('polluted' in evidence));
});

test('whatever value stands at whatever place, it is refused or judged, and never breaks anything', () => {
  const reports = [healthy, recorded.get('tls/sni-required-closes')];
  const values: readonly unknown[] = [undefined, null, 'x\x1b[2J', -1, 1e300, true, [], {}, [null]];
  let judged = 0;
  for (const report of reports) {
    const whole: unknown = JSON.parse(JSON.stringify(report));
    for (const path of pathsIn(whole)) {
      for (const value of values) judged += judgedOrRefused(replacedAt(whole, path, value), path);
    }
  }
  assert.ok(judged > 1000, String(judged));
});

function judgedOrRefused(json: unknown, path: readonly string[]): number {
  try {
    const evidence = evidenceFrom(json);
    const report = assemble(evidence, diagnose(evidence), tool);
    render([report], 'text', look({ verbose: true }));
    return 1;
  } catch (error) {
    assert.ok(error instanceof UnusableReport, `${path.join('.')}: ${error}`);
    return 0;
  }
}

function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]))];
}

function replacedAt(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((one, i) => (String(i) === key ? replacedAt(one, rest, value) : one));
  }
  const entries = Object.entries(whole ?? {});
  return Object.fromEntries(
    entries.map(([name, one]) => [name, name === key ? replacedAt(one, rest, value) : one]),
  );
}

/** A sample whose trials lack a field. */
function without(name: string, field: string): unknown {
  const report = samples[name];
  assert.ok(report);
  return { ...report, trials: report.trials.map((one) => ({ ...one, [field]: undefined })) };
}

function withCheck(check: unknown): unknown {
  return { ...healthy, checks: [check] };
}
