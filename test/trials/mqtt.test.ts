// What is worth trying after CONNECT or the round trip has failed, in which order, and how.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  again,
  cleanSession,
  clientIdFresh,
  keepAliveShort,
  mqttVersion,
  noCredentials,
  oldestVersion,
  willNone,
} from '../../src/trials/connect.ts';
import { plan } from '../../src/trials/plan.ts';
import { payloadSmall, qosLower, retainNone, topicFresh } from '../../src/trials/round-trip.ts';
import type { PlannedTrial } from '../../src/trials/trial.ts';
import { type EvidenceChanges, healthyEvidence } from '../rules/evidence.ts';

const rules = [
  ...[clientIdFresh, willNone, keepAliveShort, cleanSession, mqttVersion, again, oldestVersion],
  ...[noCredentials, topicFresh, qosLower, retainNone, payloadSmall],
];

function planned(changes: EvidenceChanges, signIns = 12): readonly PlannedTrial[] {
  const { target, main } = healthyEvidence(changes);
  const budget = { connections: 12, authenticated: signIns };
  return plan(rules, { target, main, resolvers: [] }, budget, []);
}

const ids = (changes: EvidenceChanges, signIns?: number) =>
  planned(changes, signIns).map(({ id }) => id);

function one(changes: EvidenceChanges, id: string): PlannedTrial {
  const found = planned(changes).find((trial) => trial.id === id);
  assert.ok(found, `${id} among ${ids(changes).join(', ')}`);
  return found;
}

const connack = (code: number) => ({ code, name: '', sessionPresent: false, properties: {} });
const refused = (code: number): EvidenceChanges => ({
  failed: ['connect', 'connack-refused'],
  facts: { connect: { connack: connack(code) } },
});
const hungUp: EvidenceChanges = { failed: ['connect', 'closed'] };
const device = { clientId: 'pump #7', clientIdIsOurs: false, version: '3.1.1' } as const;
const will = { topic: 'gone', payload: '', qos: 0, retain: false } as const;
const everything = { ...device, will, keepAliveS: 900, cleanStart: false };
const anonymous = { usernameGiven: false, passwordGiven: false };

/** What a climb says of a check that has been silent for a second. */
const soFar = {
  status: 'failed',
  failure: { code: 'timeout', raw: 'no answer so far' },
  facts: {},
  ms: 0,
} as const;

suite('CONNECT', () => {
  test('a healthy attempt leaves nothing to try', () => assert.deepEqual(ids({}), []));

  test('a hang-up on a client with every setting', () => {
    assert.deepEqual(ids({ ...hungUp, target: { mqtt: everything } }), [
      ...['client-id-fresh', 'no-will', 'short-keepalive', 'clean-session'],
      ...['mqtt-5', 'again', 'mqtt-3.1', 'no-credentials'],
    ]);
  });

  test('with two sign-ins left the likeliest two go first', () => {
    assert.deepEqual(ids({ ...hungUp, target: { mqtt: everything } }, 2), [
      ...['client-id-fresh', 'no-will', 'no-credentials'],
    ]);
  });

  test('a wrong password is not tried again', () => {
    assert.deepEqual(ids({ ...refused(134), target: { mqtt: everything } }), ['no-credentials']);
  });

  test('a limit is not the fault of any setting', () => {
    for (const code of [137, 138, 151, 156, 159])
      assert.deepEqual(ids(refused(code)), [], `${code}`);
  });

  test('where no version was named, the run has asked in both', () => {
    const changed = { setting: 'mqttVersion', label: 'MQTT', from: '5', to: '3.1.1' };
    assert.deepEqual(ids({ ...refused(3), changed }), ['mqtt-3.1']);
  });

  test('the version that the run has found goes into every trial', () => {
    const changed = { setting: 'mqttVersion', label: 'MQTT', from: '5', to: '3.1.1' };
    const evidence = { ...refused(5), changed, target: { mqtt: { ...device, version: null } } };
    assert.equal(one(evidence, 'client-id-fresh').target.mqtt.version, '3.1.1');
  });

  test('a keep-alive that brokers like is not tried', () => {
    for (const keepAliveS of [30, 45, 60]) {
      const trials = ids({ ...hungUp, target: { mqtt: { keepAliveS } } });
      assert.ok(!trials.includes('short-keepalive'));
    }
  });

  test('while a broker may still answer, nobody else comes under the id of the user', () => {
    const mqtt = { ...everything, ...anonymous };
    const waiting = healthyEvidence({ failed: ['connect', 'timeout'], target: { mqtt } });
    const outcomes = { ...waiting.main.outcomes, connect: soFar };
    const main = { ...waiting.main, outcomes };
    const situation = { target: waiting.target, main, resolvers: [] };
    const trials = plan(rules, situation, { connections: 12, authenticated: 12 }, []);
    assert.deepEqual(
      trials.map(({ id }) => id),
      ['client-id-fresh', 'clean-session'],
    );
    for (const { target } of trials) assert.equal(target.mqtt.clientIdIsOurs, true);
  });
});

suite('the round trip', () => {
  const cut: EvidenceChanges = {
    failed: ['pubsub', 'closed'],
    facts: { pubsub: { stage: 'publish' } },
  };
  const theirs = { topic: 'plant/7', topicIsOurs: false, retain: true, qos: 2, payloadSize: 9000 };
  const all = { ...cut, target: { mqtt: device, roundTrip: { ...theirs, qos: 2 as const } } };

  test('a hang-up on a message with every setting', () => {
    assert.deepEqual(ids(all), [
      ...['client-id-fresh', 'topic-fresh', 'qos-1', 'no-retain', 'small-payload'],
    ]);
  });

  test('a fresh topic is a topic, whatever the client is called', () => {
    const { topic, retain } = one(all, 'topic-fresh').target.roundTrip;
    assert.match(topic, /^mqtt-doctor\/[0-9a-f]{8}\/probe$/);
    assert.equal(retain, false);
  });

  test('nothing is tried beside a round trip that waits', () => {
    const waiting = healthyEvidence({ ...all, failed: ['pubsub', 'timeout'] });
    const outcomes = { ...waiting.main.outcomes, pubsub: soFar };
    const main = { ...waiting.main, outcomes };
    const situation = { target: waiting.target, main, resolvers: [] };
    assert.deepEqual(plan(rules, situation, { connections: 12, authenticated: 12 }, []), []);
  });

  test('a refusal for rights is not about the QoS', () => {
    const acknowledgement = { packet: 'PUBACK', code: 135, name: '', reason: null } as const;
    const refused: EvidenceChanges = {
      failed: ['pubsub', 'publish-refused'],
      facts: { pubsub: { stage: 'publish', acknowledgement } },
    };
    assert.deepEqual(ids(refused), []);
  });
});
