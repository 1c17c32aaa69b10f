import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingCode } from '../../src/finding.ts';
import { layers } from '../../src/finding.ts';
import { facts, failedAt, finding, reportOf, stoppedAt } from '../render/fixtures.ts';

const warning = finding({ code: 'dns/slow', check: 'dns', severity: 'warning' });
const info = finding({ code: 'dns/slow', check: 'dns', severity: 'info' });
const refused = failedAt('tcp', 'refused', facts.tcp);

test('a climb to the top without a finding is healthy', () => {
  const { verdict } = reportOf();
  assert.equal(verdict.outcome, 'healthy');
  assert.equal(verdict.cause, null);
  assert.equal(verdict.layer, null);
  assert.equal(verdict.exitCode, 0);
});

test('an info leaves a run healthy, a warning makes it degraded, and both exit with 0', () => {
  assert.equal(reportOf({}, [info]).verdict.outcome, 'healthy');
  const { verdict } = reportOf({}, [warning]);
  assert.equal(verdict.outcome, 'degraded');
  assert.equal(verdict.cause, null);
  assert.equal(verdict.exitCode, 0);
});

test('a warning exits with 1 where warnings are to fail; an info does not', () => {
  const policy = { failOn: 'warning' } as const;
  assert.equal(reportOf({}, [warning], policy).verdict.exitCode, 1);
  assert.equal(reportOf({}, [warning], policy).verdict.outcome, 'degraded');
  assert.equal(reportOf({}, [info], policy).verdict.exitCode, 0);
});

test('the first error is the cause and gives layer, side and certainty', () => {
  const cause = finding({
    code: 'tls/sni-required',
    check: 'tls',
    certainty: 'proven',
    side: 'client',
  });
  const { verdict } = reportOf({ outcomes: failedAt('tls', 'closed', {}) }, [cause, warning]);
  assert.deepEqual(
    [verdict.outcome, verdict.cause, verdict.layer, verdict.side, verdict.certainty],
    ['broken', 'tls/sni-required', 'tls', 'client', 'proven'],
  );
  assert.equal(verdict.summary, cause.title);
});

test('an error breaks a run that climbed to the top', () => {
  const cause = finding({ code: 'alpn/ignored', check: 'alpn' });
  assert.equal(reportOf({}, [cause]).verdict.outcome, 'broken');
});

test('the layer of the cause decides the exit code', () => {
  const codes = Object.fromEntries(
    layers.map((layer) => {
      const code: FindingCode = `${layer}/anything`;
      const report = reportOf({ outcomes: refused }, [finding({ code, check: 'tcp' })]);
      return [layer, report.verdict.exitCode];
    }),
  );
  assert.deepEqual(codes, {
    input: 2,
    dns: 10,
    tcp: 11,
    proxy: 12,
    tls: 13,
    alpn: 14,
    protocol: 19,
    websocket: 15,
    connect: 16,
    pubsub: 17,
    http: 18,
    session: 21,
    provider: 20,
    expect: 1,
  });
});

test('a failed climb that no rule explains is inconclusive, warnings or not', () => {
  for (const findings of [[], [warning], [info]]) {
    const { verdict } = reportOf({ outcomes: refused }, findings, { failOn: 'warning' });
    assert.equal(verdict.outcome, 'inconclusive');
    assert.equal(verdict.cause, null);
    assert.equal(verdict.exitCode, 1);
  }
});

test('a crashed check is inconclusive and an internal error', () => {
  const outcomes = stoppedAt('alpn', { status: 'crashed', message: 'x is undefined', ms: 1 });
  const { verdict } = reportOf({ outcomes });
  assert.equal(verdict.outcome, 'inconclusive');
  assert.equal(verdict.exitCode, 3);
});

test('an interrupted run exits with 130, whatever is known', () => {
  const cause = finding({ code: 'tcp/refused', check: 'tcp' });
  const runs = [
    reportOf({ interrupted: true }),
    reportOf({ interrupted: true }, [warning]),
    reportOf({ interrupted: true, outcomes: refused }),
    reportOf({ interrupted: true, outcomes: refused }, [cause]),
  ];
  assert.deepEqual(
    runs.map(({ verdict }) => [verdict.outcome, verdict.exitCode]),
    [
      ['healthy', 130],
      ['degraded', 130],
      ['inconclusive', 130],
      ['broken', 130],
    ],
  );
  for (const { verdict } of runs) assert.match(verdict.summary, /^Interrupted/);
});
