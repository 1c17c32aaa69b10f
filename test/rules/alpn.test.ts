// Healthy evidence with one thing wrong about the protocol offered in TLS → the codes that must
// come, the cause first.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { alpnRules } from '../../src/rules/alpn/index.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { type AttemptChanges, type EvidenceChanges, healthyEvidence } from './evidence.ts';

type Row = readonly [world: string, changes: EvidenceChanges, expected: readonly string[]];

function rows(table: readonly Row[]): void {
  for (const [world, changes, expected] of table) {
    test(world, () => {
      const found = diagnose(healthyEvidence(changes), alpnRules);
      const brief = found.map(
        ({ code, certainty, explainedBy }) =>
          `${code} ${certainty}${explainedBy ? ` < ${explainedBy}` : ''}`,
      );
      assert.deepEqual(brief, expected);
    });
  }
}

const works: AttemptChanges = {};
const nothingSeen = { chain: [], verification: null, serverHello: false, alpnSelected: null };
const refused: AttemptChanges = {
  failed: ['tls', 'tls-alert'],
  facts: {
    tls: { ...nothingSeen, alert: { number: 120, name: 'no_application_protocol', late: false } },
  },
};
const cut: AttemptChanges = { failed: ['tls', 'closed'], facts: { tls: nothingSeen } };
const hungUp: AttemptChanges = {
  failed: ['connect', 'closed'],
  facts: { tls: { alpnSelected: null }, alpn: { selected: null } },
};
const offering = (...alpn: readonly string[]) => ({ target: { tls: { alpn } } });

suite('a protocol is offered', () => {
  rows([
    ['and chosen', offering('mqtt'), []],
    ['one of two is chosen', offering('mqtt', 'h2'), []],
    [
      'and ignored',
      { ...offering('mqtt'), facts: { alpn: { selected: null }, tls: { alpnSelected: null } } },
      ['alpn/ignored observed'],
    ],
    ['and refused with alert 120', { ...offering('h2'), ...refused }, ['alpn/rejected observed']],
    [
      'and refused, while none works',
      { ...offering('h2'), ...refused, trials: { 'alpn-none': works } },
      ['alpn/rejected proven'],
    ],
    [
      'and refused, while none works and another too',
      { ...offering('h2'), ...refused, trials: { 'alpn-none': works, 'alpn-mqtt': works } },
      ['alpn/rejected proven'],
    ],
    [
      'and refused, while another works and none does not',
      { ...offering('h2'), ...refused, trials: { 'alpn-none': refused, 'alpn-mqtt': works } },
      ['alpn/wrong-name proven', 'alpn/rejected observed < alpn/wrong-name'],
    ],
    [
      'and hung up on, while none works',
      { ...offering('h2'), ...cut, trials: { 'alpn-none': works } },
      ['alpn/rejected proven'],
    ],
    [
      'and ignored, and hung up on at CONNECT; another works',
      { ...offering('h2'), ...hungUp, trials: { 'alpn-mqtt': works } },
      ['alpn/wrong-name proven', 'alpn/ignored observed < alpn/wrong-name'],
    ],
    [
      'and chosen, and hung up on at CONNECT; a guest without it is let in',
      {
        ...offering('mqtt'),
        failed: ['connect', 'closed'],
        trials: { 'alpn-none': works, 'no-credentials': works },
      },
      [],
    ],
  ]);
});

suite('no protocol is offered', () => {
  rows([
    ['and none is needed', {}, []],
    ['on a plain connection', { target: { tls: null } }, []],
    ['and refused with alert 120', refused, ['alpn/required observed']],
    [
      'and hung up on; with a name it works',
      { ...cut, trials: { 'alpn-x-amzn-mqtt-ca': works, 'alpn-mqtt': cut } },
      ['alpn/required proven'],
    ],
    [
      'and hung up on at CONNECT; with a name it works',
      { ...hungUp, trials: { 'alpn-mqtt': works } },
      ['alpn/required proven'],
    ],
    ['and hung up on, whatever is offered', { ...cut, trials: { 'alpn-mqtt': cut } }, []],
    [
      'and hung up on at CONNECT; a guest is let in with a name and without',
      { ...hungUp, trials: { 'alpn-mqtt': works, 'no-credentials': works } },
      [],
    ],
  ]);
});
