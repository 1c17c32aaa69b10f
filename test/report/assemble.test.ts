import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkIds } from '../../src/evidence.ts';
import {
  evidenceOf,
  facts,
  failedAt,
  finding,
  healthy,
  reportOf,
  stoppedAt,
  target,
  tool,
  trial,
} from '../render/fixtures.ts';

test('every check is listed, from the bottom of the ladder up', () => {
  for (const outcomes of [healthy, failedAt('input', 'unusable-input', facts.input)]) {
    const { checks } = reportOf({ outcomes });
    assert.deepEqual(
      checks.map(({ id }) => id),
      [...checkIds],
    );
  }
});

test('each kind of outcome keeps what it has and invents nothing', () => {
  const { checks } = reportOf({
    outcomes: { ...failedAt('tls', 'tls-alert', { bytesIn: 7 }, { raw: 'alert 40', ms: 5 }) },
  });
  const [, dns, , tls, alpn] = checks;
  assert.deepEqual(dns, { id: 'dns', status: 'ok', ms: 3.1, facts: facts.dns });
  assert.deepEqual(tls, {
    id: 'tls',
    status: 'failed',
    ms: 5,
    facts: { bytesIn: 7 },
    failure: { code: 'tls-alert', raw: 'alert 40' },
  });
  assert.deepEqual(alpn, { id: 'alpn', status: 'skipped', ms: null, facts: {}, blockedBy: 'tls' });
  assert.deepEqual(reportOf().checks[4], {
    id: 'alpn',
    status: 'not-applicable',
    ms: null,
    facts: {},
    reason: 'none offered',
  });
  const crash = stoppedAt('alpn', { status: 'crashed', message: 'x is undefined', ms: 1 });
  assert.deepEqual(reportOf({ outcomes: crash }).checks[4], {
    id: 'alpn',
    status: 'crashed',
    ms: 1,
    facts: {},
    reason: 'x is undefined',
  });
});

test('facts that are computed when read are copied as they stand', () => {
  const dials = [...facts.tcp.dials];
  const living = {
    ...facts.tcp,
    get dials() {
      return [...dials];
    },
  };
  const { checks } = reportOf({
    outcomes: { ...healthy, tcp: { status: 'ok', facts: living, ms: 1 } },
  });
  dials.length = 0;
  assert.deepEqual(checks[2]?.facts, { ...facts.tcp });
});

test('a trial is reported with its change, how far it got and why it ended', () => {
  const stopped = failedAt('tls', 'closed', {}, { raw: 'bye' });
  const { trials } = reportOf({
    outcomes: stopped,
    trials: [
      trial(
        'sni-sent',
        { label: 'SNI a.example', setting: 'SNI', from: null, to: 'a.example' },
        healthy,
        true,
      ),
      trial(
        'tls-1.2',
        { label: 'TLS version 1.2', setting: 'TLS version', from: null, to: '1.2' },
        stopped,
        false,
      ),
    ],
  });
  assert.deepEqual(
    trials.map(({ id, changed, reached, helped, failure }) => [
      id,
      changed,
      reached,
      helped,
      failure,
    ]),
    [
      [
        'sni-sent',
        { label: 'SNI a.example', setting: 'SNI', from: null, to: 'a.example' },
        'pubsub',
        true,
        undefined,
      ],
      [
        'tls-1.2',
        { label: 'TLS version 1.2', setting: 'TLS version', from: null, to: '1.2' },
        'tcp',
        false,
        { code: 'closed', raw: 'bye' },
      ],
    ],
  );
  assert.ok(trials[0] && !('failure' in trials[0]));
});

test('the report says of whom, when, where and with what', () => {
  const evidence = evidenceOf();
  const findings = [finding({ code: 'dns/slow', check: 'dns', severity: 'info' })];
  const report = reportOf({}, findings);
  assert.equal(report.schema, 1);
  assert.equal(report.tool, tool);
  assert.equal(report.at, evidence.at);
  assert.equal(report.ms, evidence.ms);
  assert.deepEqual(report.findings, findings);
  assert.deepEqual(report.transcript, evidence.main.transcript);
  assert.deepEqual(report.environment, evidence.environment);
  const { settings, ...where } = report.target;
  assert.deepEqual(where, {
    url: target.url,
    transport: 'mqtts',
    host: target.host,
    port: 8883,
    provider: null,
  });
  assert.deepEqual(Object.keys(settings), ['route', 'tls', 'mqtt', 'roundTrip', 'limits']);
});

test("a will's payload stays out of the settings; its size does not", () => {
  const will = { topic: 'last/words', payload: 'söme secret', qos: 1, retain: true } as const;
  const report = reportOf({ target: { ...target, mqtt: { ...target.mqtt, will } } });
  assert.ok(!JSON.stringify(report).includes('secret'));
  const { mqtt } = report.target.settings as { mqtt: { will: unknown } };
  assert.deepEqual(mqtt.will, { topic: 'last/words', payloadBytes: 12, qos: 1, retain: true });
});

test('a report survives JSON unchanged', () => {
  const report = reportOf({ outcomes: failedAt('tls', 'closed', facts.tls) });
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
});
