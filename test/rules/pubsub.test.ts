// Healthy evidence with one thing wrong in the round trip → the codes that must come, the cause
// first.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Connack, PubsubFacts } from '../../src/evidence.ts';
import type { FailureCode } from '../../src/failure.ts';
import type { Finding } from '../../src/finding.ts';
import { connectRules } from '../../src/rules/connect/index.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { pubsubRules } from '../../src/rules/pubsub/index.ts';
import type { RoundTripSettings } from '../../src/target.ts';
import { type AttemptChanges, type EvidenceChanges, healthyEvidence } from './evidence.ts';

const rules = [...connectRules, ...pubsubRules];
const findings = (changes: EvidenceChanges) => diagnose(healthyEvidence(changes), rules);
const brief = ({ code, certainty, explainedBy }: Finding) =>
  `${code} ${certainty}${explainedBy ? ` < ${explainedBy}` : ''}`;

type Row = readonly [world: string, changes: EvidenceChanges, expected: readonly string[]];

function rows(table: readonly Row[]): void {
  for (const [world, changes, expected] of table) {
    test(world, () => {
      assert.deepEqual(findings(changes).map(brief), expected);
    });
  }
}

const granted = { code: 1, name: 'granted QoS 1', reason: null };
const works: AttemptChanges = {};
const theirs = { topic: 'plant/7/state', topicIsOurs: false };
const target = (roundTrip: Partial<RoundTripSettings>) => ({ target: { roundTrip } });

function failed(code: FailureCode, pubsub: Partial<PubsubFacts>): AttemptChanges {
  return { failed: ['pubsub', code], facts: { pubsub } };
}

function subscribeRefused(code: number): AttemptChanges {
  return failed('subscribe-refused', { stage: 'subscribe', suback: { ...granted, code } });
}

function publishRefused(code: number): AttemptChanges {
  const acknowledgement = { packet: 'PUBACK', code, name: `code ${code}`, reason: null } as const;
  return failed('publish-refused', { stage: 'publish', suback: granted, sent: 1, acknowledgement });
}

function disconnected(stage: PubsubFacts['stage'], code: number): AttemptChanges {
  const disconnect = { code, name: `code ${code}`, properties: {} };
  return failed('disconnected', { stage, disconnect });
}

/** A CONNACK that announces limits, before what happens then. */
function announced(properties: Connack['properties'], then: AttemptChanges): AttemptChanges {
  const connack = { code: 0, name: 'accepted', sessionPresent: false, properties };
  return { ...then, facts: { ...then.facts, connect: { connack } } };
}

const droppedAtSubscribe = failed('closed', { stage: 'subscribe' });
const droppedAtPublish = failed('closed', { stage: 'publish', suback: granted, sent: 1 });
const silentAtPublish = failed('timeout', { stage: 'publish', suback: granted, sent: 1 });
const lost = failed('not-delivered', { stage: 'echo', suback: granted, sent: 1, acknowledged: 1 });

suite('denied', () => {
  rows([
    ...[128, 131, 135, 143, 151, 158, 161, 162].map(
      (code): Row => [
        `SUBACK ${code}`,
        { ...subscribeRefused(code), ...target(theirs) },
        ['pubsub/subscribe-denied observed'],
      ],
    ),
    [
      'DISCONNECT 135 after SUBSCRIBE',
      disconnected('subscribe', 135),
      ['pubsub/subscribe-denied observed'],
    ],
    [
      'DISCONNECT 143 after SUBSCRIBE',
      disconnected('subscribe', 143),
      ['pubsub/subscribe-denied observed'],
    ],
    ...[128, 131, 135, 144, 151, 153].map(
      (code): Row => [
        `PUBACK ${code}`,
        { ...publishRefused(code), ...target(theirs) },
        ['pubsub/publish-denied observed'],
      ],
    ),
    [
      'DISCONNECT 135 after PUBLISH',
      disconnected('publish', 135),
      ['pubsub/publish-denied observed'],
    ],
    ['DISCONNECT 135 after PUBACK', disconnected('echo', 135), ['pubsub/publish-denied observed']],
    [
      'a refused subscription that a fresh topic does not meet',
      { ...subscribeRefused(135), ...target(theirs), trials: { 'topic-fresh': works } },
      ['pubsub/subscribe-denied proven'],
    ],
    [
      'a hang-up on SUBSCRIBE that a fresh topic does not meet',
      { ...droppedAtSubscribe, ...target(theirs), trials: { 'topic-fresh': works } },
      [
        'pubsub/subscribe-denied proven',
        'pubsub/dropped-on-subscribe observed < pubsub/subscribe-denied',
      ],
    ],
    [
      'a hang-up on PUBLISH that a fresh topic does not meet',
      { ...droppedAtPublish, ...target(theirs), trials: { 'topic-fresh': works } },
      [
        'pubsub/publish-denied proven',
        'pubsub/dropped-on-publish observed < pubsub/publish-denied',
      ],
    ],
    [
      'a hang-up on PUBLISH that goes away whatever is changed is chance',
      {
        ...droppedAtPublish,
        ...target({ ...theirs, payloadSize: 5000 }),
        trials: { 'topic-fresh': works, 'small-payload': works },
      },
      ['pubsub/dropped-on-publish observed'],
    ],
  ]);

  test("a denial on a topic of our own leaves open whether it concerns the client's", () => {
    assert.equal(findings(subscribeRefused(135))[0]?.side, 'unclear');
    assert.equal(findings(publishRefused(135))[0]?.side, 'unclear');
    assert.equal(findings({ ...subscribeRefused(135), ...target(theirs) })[0]?.side, 'server');
  });
});

suite('never came back', () => {
  rows([
    ['accepted, and nothing arrives', lost, ['pubsub/not-delivered observed']],
    [
      'in MQTT 3.1.1',
      { ...lost, target: { mqtt: { version: '3.1.1' } } },
      ['pubsub/not-delivered observed'],
    ],
    [
      'accepted, and only a fresh topic comes back',
      { ...lost, ...target(theirs), trials: { 'topic-fresh': works } },
      ['pubsub/not-delivered proven'],
    ],
    [
      'two of three came back',
      {
        ...failed('not-delivered', {
          stage: 'echo',
          suback: granted,
          sent: 3,
          acknowledged: 3,
          received: 2,
        }),
        ...target({ count: 3 }),
      },
      ['pubsub/not-delivered observed'],
    ],
    [
      'two of three came back, and on a fresh topic all: rights do not come and go',
      {
        ...failed('not-delivered', { stage: 'echo', suback: granted, sent: 3, received: 2 }),
        ...target({ ...theirs, count: 3 }),
        trials: { 'topic-fresh': works },
      },
      ['pubsub/not-delivered observed'],
    ],
    [
      'other bytes came back',
      failed('payload-altered', { stage: 'echo', suback: granted, sent: 1, altered: 1 }),
      ['pubsub/payload-altered observed'],
    ],
  ]);
});

suite('dropped', () => {
  rows([
    ['closed after SUBSCRIBE', droppedAtSubscribe, ['pubsub/dropped-on-subscribe observed']],
    [
      'reset after SUBSCRIBE',
      failed('reset', { stage: 'subscribe' }),
      ['pubsub/dropped-on-subscribe observed'],
    ],
    [
      'DISCONNECT 152 after SUBSCRIBE',
      disconnected('subscribe', 152),
      ['pubsub/dropped-on-subscribe observed'],
    ],
    ['closed after PUBLISH', droppedAtPublish, ['pubsub/dropped-on-publish observed']],
    [
      'closed after PUBACK',
      failed('closed', { stage: 'echo', suback: granted, sent: 1, acknowledged: 1 }),
      ['pubsub/dropped-on-publish observed'],
    ],
    [
      'DISCONNECT 139 after PUBLISH',
      disconnected('publish', 139),
      ['pubsub/dropped-on-publish observed'],
    ],
    ['no PUBACK at all', silentAtPublish, ['pubsub/unanswered observed']],
    ['no SUBACK at all', failed('timeout', { stage: 'subscribe' }), ['pubsub/unanswered observed']],
    [
      'no SUBACK for this topic, and one for a fresh topic',
      {
        ...failed('timeout', { stage: 'subscribe' }),
        ...target(theirs),
        trials: { 'topic-fresh': works },
      },
      ['pubsub/subscribe-denied proven', 'pubsub/unanswered observed < pubsub/subscribe-denied'],
    ],
    [
      'bytes that make no sense',
      failed('malformed', { stage: 'subscribe' }),
      ['pubsub/malformed-reply observed'],
    ],
    [
      'bytes without end',
      failed('flood', { stage: 'publish' }),
      ['pubsub/malformed-reply observed'],
    ],
    ['interrupted', failed('interrupted', { stage: 'publish' }), []],
  ]);
});

suite('not offered', () => {
  const big = { payloadSize: 200_000 };
  const bigSent = { payloadBytes: 200_000 };
  rows([
    [
      'DISCONNECT 155',
      { ...disconnected('publish', 155), ...target({ qos: 2 }) },
      ['pubsub/qos-unsupported observed'],
    ],
    [
      'QoS above the announced maximum, and a hang-up',
      { ...announced({ maximumQoS: 1 }, droppedAtPublish), ...target({ qos: 2 }) },
      [
        'pubsub/qos-unsupported observed',
        'pubsub/dropped-on-publish observed < pubsub/qos-unsupported',
      ],
    ],
    [
      'QoS above the announced maximum, and a denial: it is the denial',
      { ...announced({ maximumQoS: 1 }, publishRefused(135)), ...target({ qos: 2 }) },
      ['pubsub/publish-denied observed'],
    ],
    [
      'QoS 2 without an answer, and QoS 1 works',
      { ...silentAtPublish, ...target({ qos: 2 }), trials: { 'qos-1': works, 'qos-0': works } },
      ['pubsub/qos-unsupported proven', 'pubsub/unanswered observed < pubsub/qos-unsupported'],
    ],
    [
      'denied at QoS 1 and silent at QoS 0, where nothing can be denied',
      {
        ...publishRefused(128),
        ...target({ ...theirs, subscribe: false }),
        trials: { 'qos-0': { facts: { pubsub: { received: 0, qos: 0 } } } },
      },
      ['pubsub/publish-denied observed'],
    ],
    [
      'DISCONNECT 154',
      { ...disconnected('publish', 154), ...target({ retain: true }) },
      ['pubsub/retain-unsupported observed'],
    ],
    [
      'no retained messages announced, and a hang-up',
      { ...announced({ retainAvailable: false }, droppedAtPublish), ...target({ retain: true }) },
      [
        'pubsub/retain-unsupported observed',
        'pubsub/dropped-on-publish observed < pubsub/retain-unsupported',
      ],
    ],
    [
      'a hang-up that goes away without the retain flag',
      { ...droppedAtPublish, ...target({ retain: true }), trials: { 'no-retain': works } },
      [
        'pubsub/retain-unsupported proven',
        'pubsub/dropped-on-publish observed < pubsub/retain-unsupported',
      ],
    ],
    [
      'a hang-up that goes away without the flag, on this topic and on a fresh one',
      {
        ...droppedAtPublish,
        ...target({ ...theirs, retain: true }),
        trials: { 'no-retain': works, 'topic-fresh': works },
      },
      [
        'pubsub/retain-unsupported proven',
        'pubsub/dropped-on-publish observed < pubsub/retain-unsupported',
      ],
    ],
    [
      'a hang-up without the retain flag',
      announced({ retainAvailable: false }, droppedAtPublish),
      ['pubsub/dropped-on-publish observed'],
    ],
    [
      'DISCONNECT 149',
      { ...disconnected('publish', 149), ...target(big) },
      ['pubsub/payload-too-large observed'],
    ],
    [
      'a message above the announced size, and a hang-up',
      {
        failed: ['pubsub', 'closed'],
        facts: {
          pubsub: { stage: 'publish', suback: granted, ...bigSent },
          connect: {
            connack: {
              code: 0,
              name: 'accepted',
              sessionPresent: false,
              properties: { maximumPacketSize: 131_072 },
            },
          },
        },
        ...target(big),
      },
      [
        'pubsub/payload-too-large observed',
        'pubsub/dropped-on-publish observed < pubsub/payload-too-large',
      ],
    ],
    [
      'acknowledged and dropped, and a small one comes back',
      { ...lost, ...target(big), trials: { 'small-payload': works } },
      [
        'pubsub/payload-too-large proven',
        'pubsub/not-delivered observed < pubsub/payload-too-large',
      ],
    ],
  ]);
});

suite('worries', () => {
  rows([
    [
      'SUBACK grants less',
      { facts: { pubsub: { suback: { ...granted, code: 0 }, echoQos: 0 } } },
      ['pubsub/qos-downgraded observed'],
    ],
    [
      'SUBACK grants it, and the message comes with less',
      { facts: { pubsub: { echoQos: 0 } } },
      ['pubsub/qos-downgraded observed'],
    ],
    [
      'the same message twice',
      { facts: { pubsub: { duplicates: 1 } } },
      ['pubsub/duplicate observed'],
    ],
    [
      'messages that take 3 s',
      { facts: { pubsub: { latency: { minMs: 2900, medianMs: 3000, p95Ms: 3100 } } } },
      ['pubsub/slow observed'],
    ],
    [
      'messages that take 900 ms',
      { facts: { pubsub: { latency: { minMs: 900, medianMs: 900, p95Ms: 900 } } } },
      [],
    ],
    [
      'messages that take 1.4 s by satellite',
      {
        facts: {
          tcp: {
            dials: [{ address: '192.0.2.20', family: 4, result: 'connected', ms: 650, raw: null }],
          },
          pubsub: { latency: { minMs: 1300, medianMs: 1400, p95Ms: 1500 } },
        },
      },
      [],
    ],
  ]);
});
