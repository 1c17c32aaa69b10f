import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FactsOf, Outcomes } from '../../src/evidence.ts';
import type { FailureCode } from '../../src/failure.ts';
import { failureWords } from '../../src/report/words.ts';
import { facts, failedAt, finding, healthy, reportOf, stoppedAt } from '../render/fixtures.ts';

function summaryWith(changes: Partial<Outcomes>): string {
  return reportOf({ outcomes: { ...healthy, ...changes } }).verdict.summary;
}

function connect(changes: Partial<FactsOf['connect']>): Partial<Outcomes> {
  return { connect: { status: 'ok', facts: { ...facts.connect, ...changes }, ms: 23 } };
}

function pubsub(changes: Partial<FactsOf['pubsub']>): Partial<Outcomes> {
  return { pubsub: { status: 'ok', facts: { ...facts.pubsub, ...changes }, ms: 23 } };
}

test('a healthy run says what was really done, and how long it took', () => {
  assert.equal(
    summaryWith({}),
    'Healthy: connects, signs in and gets its own message back in 212 ms.',
  );
});

test('a run without credentials does not claim to have signed in', () => {
  assert.match(
    summaryWith(connect({ usernameSent: false, passwordSent: false })),
    /: connects without signing in and gets/,
  );
});

test('a client certificate that was sent is named', () => {
  const tls: Outcomes['tls'] = {
    status: 'ok',
    facts: { ...facts.tls, clientCertificate: { requested: true, authorities: [], sent: true } },
    ms: 44,
  };
  const anonymous = connect({ usernameSent: false, passwordSent: false });
  assert.match(summaryWith({ tls, ...anonymous }), /: connects with its certificate and gets/);
});

test('a run that published without subscribing claims no echo', () => {
  assert.match(summaryWith(pubsub({ suback: null, received: 0 })), /and has its message accepted/);
  assert.match(summaryWith(pubsub({ suback: null, received: 0, qos: 0 })), /and publishes in/);
});

test('a run that only subscribed claims no message', () => {
  assert.match(summaryWith(pubsub({ sent: 0, received: 0 })), /and may subscribe in/);
});

test('a run without a round trip ends at the sign-in', () => {
  const none: Outcomes['pubsub'] = { status: 'not-applicable', reason: 'not asked for' };
  assert.equal(summaryWith({ pubsub: none }), 'Healthy: connects and signs in within 212 ms.');
});

test('a degraded run says that it works, and names its first warning', () => {
  const first = finding({ code: 'tls/expires-soon', check: 'tls', severity: 'warning' });
  const second = finding({ code: 'dns/slow', check: 'dns', severity: 'warning' });
  assert.equal(reportOf({}, [first]).verdict.summary, `Works, with a warning: ${first.title}`);
  const { summary } = reportOf({}, [first, second]).verdict;
  assert.ok(summary.startsWith('Works, with 2 warnings') && summary.endsWith(first.title));
});

test('every failure that no rule explains is told in plain words, without its code', () => {
  // The keys of a Record<FailureCode, …> are the failure codes.
  for (const code of Object.keys(failureWords) as FailureCode[]) {
    const { summary } = reportOf({ outcomes: failedAt('tls', code, {}) }).verdict;
    assert.ok(summary.includes(failureWords[code]), summary);
    assert.match(summary, /^The TLS handshake fails: .*no rule explains why\.$/);
  }
});

test('a run interrupted at a rung says at which, and blames nothing', () => {
  const outcomes = failedAt('connect', 'interrupted', {});
  const { summary } = reportOf({ outcomes, interrupted: true }).verdict;
  assert.equal(summary, 'Interrupted while signing in (CONNECT); nothing had failed until then.');
});

test('an interrupted run with a cause says both', () => {
  const cause = finding({ code: 'tls/unknown-ca', check: 'tls' });
  const outcomes = failedAt('tls', 'tls-untrusted', {});
  const { summary } = reportOf({ outcomes, interrupted: true }, [cause]).verdict;
  assert.equal(summary, `Interrupted; known so far: ${cause.title}`);
});

test('a crashed check is owned as a fault of the doctor', () => {
  const outcomes = stoppedAt('dns', { status: 'crashed', message: 'x is undefined', ms: 1 });
  assert.match(reportOf({ outcomes }).verdict.summary, /^mqtt-doctor itself fails at dns/);
});
