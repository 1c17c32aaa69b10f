import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FactsOf, Outcomes } from '../../src/evidence.ts';
import type { FailureCode } from '../../src/failure.ts';
import { factsLine } from '../../src/render/facts-line.ts';
import { fit } from '../../src/render/parts.ts';
import { failureWords } from '../../src/report/words.ts';
import { facts, failedAt, healthy, leaf, look, reportOf } from './fixtures.ts';

type Id = keyof FactsOf;

function line(id: Id, outcomes: Outcomes): string {
  const report = reportOf({ outcomes });
  const check = report.checks.find((one) => one.id === id);
  assert.ok(check);
  return fit(factsLine(check, report), 200, look());
}

function ok<I extends Id>(id: I, changes: Partial<FactsOf[I]>): string {
  return line(id, {
    ...healthy,
    [id]: { status: 'ok', facts: { ...facts[id], ...changes }, ms: 1 },
  });
}

function failed<I extends Id>(id: I, code: FailureCode, changes: Partial<FactsOf[I]> = {}): string {
  return line(id, failedAt(id, code, changes));
}

test('a name that is found shows its last alias and its addresses', () => {
  const { resolver } = facts.dns;
  assert.ok(resolver);
  const chain = [
    { name: 'a.example', to: 'b.example', ttlS: 5 },
    { name: 'b.example', to: 'c.example', ttlS: 5 },
  ];
  const two = [
    { address: '192.0.2.1', family: 4 },
    { address: '2001:db8::1', family: 6 },
  ] as const;
  assert.equal(
    ok('dns', { name: 'a.example', addresses: two, resolver: { ...resolver, chain } }),
    'a.example → c.example → 2 addresses',
  );
  assert.equal(
    ok('dns', { hostsFile: ['192.0.2.20'] }),
    'broker.example.com → 192.0.2.20 (hosts file)',
  );
  assert.equal(
    ok('dns', { name: '192.0.2.1', source: 'literal' }),
    '192.0.2.1 is an address already',
  );
});

test('a certificate shows how long it is good; one that did not verify is not praised', () => {
  assert.equal(ok('tls', {}), 'TLS 1.3, certificate good for 71 days');
  const soon = { ...leaf, notAfter: '2026-02-01T06:00:00.000Z' };
  assert.equal(ok('tls', { chain: [soon] }), 'TLS 1.3, certificate good for less than a day');
  const untrusted = { trusted: false, code: 'CERT_HAS_EXPIRED', name: 'a', nameMatches: true };
  assert.equal(
    ok('tls', { verification: untrusted }),
    'TLS 1.3, certificate not trusted (--insecure)',
  );
});

test('the keep-alive shown is the one the server sets', () => {
  const connack = {
    code: 0,
    name: 'success',
    sessionPresent: true,
    properties: { serverKeepAlive: 30 },
  };
  assert.equal(ok('connect', { connack }), 'MQTT 5, session resumed, keep-alive 30 s');
  assert.equal(ok('connect', {}), 'MQTT 5, session clean, keep-alive 60 s');
});

test('a round trip says what went and what came', () => {
  const latency = { minMs: 3, medianMs: 4, p95Ms: 9 };
  assert.equal(ok('pubsub', {}), 'QoS 1 there and back, 1 of 1');
  assert.equal(
    ok('pubsub', { sent: 10, received: 9, latency }),
    'QoS 1 there and back, 9 of 10, median 4 ms',
  );
  assert.equal(ok('pubsub', { suback: null }), 'QoS 1, 1 of 1 accepted, not asked back');
  assert.equal(ok('pubsub', { sent: 0 }), 'subscribed, granted QoS 1');
});

test('a failed handshake shows what was seen', () => {
  const refused = { number: 40, name: 'handshake_failure', late: false };
  const mismatch = { trusted: true, code: null, name: 'b.example', nameMatches: false };
  const web = {
    service: 'http',
    sample: '',
    httpStatus: 400,
    product: 'nginx',
    tlsAlert: null,
  } as const;
  assert.deepEqual(
    [
      failed('tls', 'closed', { serverHello: false }),
      failed('tls', 'reset', { serverHello: true }),
      failed('tls', 'timeout', { bytesIn: 0 }),
      failed('tls', 'timeout', { bytesIn: 1400 }),
      failed('tls', 'tls-alert', { alert: refused }),
      failed('tls', 'tls-name-mismatch', { verification: mismatch, chain: [leaf] }),
      failed('tls', 'tls-not-spoken', { answer: web }),
    ],
    [
      'closed by the server right after our hello',
      'reset in the middle of the handshake',
      'no answer to our hello',
      'the handshake stalls after 1400 bytes',
      'the server says: handshake failure (alert 40)',
      'certificate for broker.example.com, not b.example',
      'not TLS: a web server answers (400, nginx)',
    ],
  );
});

test('addresses that do not answer are told by one, or counted', () => {
  const silent = {
    address: '192.0.2.1',
    family: 4,
    result: 'pending',
    ms: 5000,
    raw: null,
  } as const;
  const refused = { ...silent, result: 'refused' } as const;
  assert.equal(
    failed('tcp', 'refused', { port: 1883, dials: [refused] }),
    '192.0.2.1 refuses, port 1883',
  );
  assert.equal(
    failed('tcp', 'timeout', { dials: [silent, silent] }),
    'none of 2 addresses answers',
  );
  assert.equal(
    failed('tcp', 'refused', { dials: [silent, refused] }),
    'none of 2 addresses answers',
  );
});

test('every failure at every rung has words, with or without facts', () => {
  // The keys of a Record<FailureCode, …> are the failure codes, those of `facts` the checks.
  for (const code of Object.keys(failureWords) as FailureCode[]) {
    for (const id of Object.keys(facts) as Id[]) {
      for (const seen of [{}, facts[id]]) {
        const words = failed(id, code, seen);
        assert.ok(words.length > 5 && !/undefined|null|NaN/.test(words), `${id} ${code}: ${words}`);
      }
    }
  }
});
