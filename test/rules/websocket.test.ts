// Healthy evidence over WebSocket with one thing wrong in it → the codes that must come, the
// cause first.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Answer, Service } from '../../src/evidence.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { type AttemptChanges, type EvidenceChanges, healthyEvidence } from './evidence.ts';

type Row = readonly [world: string, changes: EvidenceChanges, expected: readonly string[]];

function rows(table: readonly Row[]): void {
  for (const [world, changes, expected] of table) {
    test(world, () => {
      const target = { webSocket: {}, ...changes.target };
      const found = diagnose(healthyEvidence({ ...changes, target }));
      const brief = found.map(
        ({ code, certainty, explainedBy }) =>
          `${code} ${certainty}${explainedBy ? ` < ${explainedBy}` : ''}`,
      );
      assert.deepEqual(brief, expected);
    });
  }
}

function answer(service: Service): Answer {
  return { service, sample: 'what it says', httpStatus: null, product: null, tlsAlert: null };
}

function status(code: number, facts = {}): AttemptChanges {
  const websocket = { status: code, answer: answer('http'), bytesIn: 120, ...facts };
  return { failed: ['websocket', 'upgrade-refused'], facts: { websocket } };
}

const closed: AttemptChanges = { failed: ['websocket', 'closed'] };
const silent: AttemptChanges = { failed: ['websocket', 'timeout'] };
const works = (to: string): AttemptChanges => ({
  changed: { label: to, setting: 'one', from: null, to },
  failed: ['connect', 'closed'],
});
const otherChosen: AttemptChanges = {
  failed: ['websocket', 'subprotocol-not-agreed'],
  facts: { websocket: { status: 101, chosen: null } },
};

suite('nothing is wrong', () => {
  rows([
    ['over wss', {}, []],
    [
      'with http/1.1 offered, and ignored',
      { target: { tls: { alpn: ['http/1.1'] } }, facts: { alpn: { selected: null } } },
      [],
    ],
  ]);
});

suite('the path', () => {
  rows([
    ['is not there', status(404), ['websocket/wrong-path observed']],
    ['is gone', status(410), ['websocket/wrong-path observed']],
    [
      'is not there, and another is',
      { ...status(404), trials: { 'path-/ws': works('/ws') } },
      ['websocket/wrong-path proven'],
    ],
    [
      'is forbidden, and another is not',
      { ...status(403), trials: { 'path-/ws': works('/ws') } },
      ['websocket/wrong-path proven', 'websocket/forbidden observed < websocket/wrong-path'],
    ],
    [
      'redirects, and another does not',
      { ...status(301, { location: '/mqtt/' }), trials: { 'path-/mqtt/': works('/mqtt/') } },
      ['websocket/wrong-path proven', 'websocket/redirected observed < websocket/wrong-path'],
    ],
    [
      'is hung up on, and another is not',
      { ...closed, trials: { 'path-/': works('/') } },
      ['websocket/wrong-path proven', 'websocket/upgrade-refused observed < websocket/wrong-path'],
    ],
  ]);
});

suite('the web server says no', () => {
  rows([
    ['without credentials', status(401), ['websocket/unauthorized observed']],
    ['for good', status(403), ['websocket/forbidden observed']],
    ['and sends on', status(302, { location: '/login' }), ['websocket/redirected observed']],
    ['without an upgrade', status(426), ['websocket/upgrade-refused observed']],
    ['for a broker that is down', status(502), ['websocket/upgrade-refused observed']],
    ['with a page', status(200), ['websocket/upgrade-refused observed']],
    ['by hanging up', closed, ['websocket/upgrade-refused observed']],
    ['with silence', silent, ['protocol/silent observed']],
    ['until the network is signed in to', status(511), ['protocol/captive-portal observed']],
  ]);
});

suite('the subprotocol', () => {
  rows([
    ['is not answered', otherChosen, ['websocket/subprotocol-refused observed']],
    [
      'is not answered, and works without',
      { ...otherChosen, trials: { 'subprotocol-none': works('none') } },
      ['websocket/subprotocol-refused proven'],
    ],
    [
      'has an old name',
      { ...status(400), trials: { 'subprotocol-mqttv3.1': works('mqttv3.1') } },
      [
        'websocket/subprotocol-refused proven',
        'websocket/upgrade-refused observed < websocket/subprotocol-refused',
      ],
    ],
  ]);
});

suite('the Origin', () => {
  rows([
    [
      'is missing',
      { ...status(403), trials: { origin: works('https://broker.example.com') } },
      [
        'websocket/origin-rejected proven',
        'websocket/forbidden observed < websocket/origin-rejected',
      ],
    ],
    [
      'is that of another site',
      { ...status(403), trials: { 'origin-none': works('none') } },
      [
        'websocket/origin-rejected proven',
        'websocket/forbidden observed < websocket/origin-rejected',
      ],
    ],
  ]);
});

suite('the port is for something else', () => {
  const direct: AttemptChanges = { overWebSocket: false };
  rows([
    [
      'MQTT without WebSocket',
      { ...closed, trials: { direct } },
      [
        'protocol/raw-mqtt-port proven',
        'websocket/upgrade-refused observed < protocol/raw-mqtt-port',
      ],
    ],
    [
      'MQTT, and it says so',
      { failed: ['websocket', 'not-websocket'], facts: { websocket: { answer: answer('mqtt') } } },
      ['protocol/raw-mqtt-port observed'],
    ],
    [
      'another service',
      { failed: ['websocket', 'not-websocket'], facts: { websocket: { answer: answer('ssh') } } },
      ['protocol/other-service observed'],
    ],
    [
      'nobody knows what',
      {
        failed: ['websocket', 'not-websocket'],
        facts: { websocket: { answer: answer('unknown') } },
      },
      ['websocket/upgrade-refused observed'],
    ],
    [
      'WebSocket in TLS',
      {
        target: { tls: null },
        ...status(400),
        trials: { tls: { facts: { tls: { serverHello: true } } } },
      },
      ['protocol/tls-port proven', 'websocket/upgrade-refused observed < protocol/tls-port'],
    ],
  ]);
});
