// Healthy evidence with another service, or another transport, behind the port → the codes that
// must come, the cause first.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Answer, Service } from '../../src/evidence.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { protocolRules } from '../../src/rules/protocol/index.ts';
import { type AttemptChanges, type EvidenceChanges, healthyEvidence } from './evidence.ts';

type Row = readonly [world: string, changes: EvidenceChanges, expected: readonly string[]];

function rows(table: readonly Row[]): void {
  for (const [world, changes, expected] of table) {
    test(world, () => {
      const found = diagnose(healthyEvidence(changes), protocolRules);
      const brief = found.map(
        ({ code, certainty, explainedBy }) =>
          `${code} ${certainty}${explainedBy ? ` < ${explainedBy}` : ''}`,
      );
      assert.deepEqual(brief, expected);
    });
  }
}

const plain = { target: { tls: null } } as const;
const works: AttemptChanges = {};
const nothingSeen = { chain: [], verification: null, serverHello: false, bytesIn: 0 };

function answer(service: Service, httpStatus: number | null = null): Answer {
  return { service, sample: 'what it says', httpStatus, product: null, tlsAlert: null };
}

/** To our TLS hello. */
function toHello(service: Service, httpStatus?: number): AttemptChanges {
  const tls = { ...nothingSeen, bytesIn: 12, answer: answer(service, httpStatus) };
  return { failed: ['tls', 'tls-not-spoken'], facts: { tls } };
}

/** To CONNECT, inside TLS where there is one. */
function toConnect(service: Service, httpStatus?: number): AttemptChanges {
  const connect = { bytesIn: 12, answer: answer(service, httpStatus) };
  return { failed: ['connect', 'not-mqtt'], facts: { connect } };
}

function greeted(service: Service): AttemptChanges {
  const greeting = { listenedMs: 2, answer: answer(service), ended: null };
  return { failed: ['tls', 'closed'], facts: { tcp: { greeting } } };
}

const cutHello: AttemptChanges = { failed: ['tls', 'closed'], facts: { tls: nothingSeen } };
const cutConnect: AttemptChanges = {
  failed: ['connect', 'closed'],
  facts: { connect: { connack: null } },
};
const silentHello: AttemptChanges = { failed: ['tls', 'timeout'], facts: { tls: nothingSeen } };
const silentConnect: AttemptChanges = { failed: ['connect', 'timeout'] };

suite('MQTT answers', () => {
  rows([
    ['over TLS', {}, []],
    ['in the clear', plain, []],
    ['and refuses', { failed: ['connect', 'connack-refused'] }, []],
    ['and hangs up', cutConnect, []],
    ['with a packet that is not well-formed', { ...plain, ...toConnect('mqtt') }, []],
    ['or nobody knows what does', { ...plain, ...toConnect('unknown') }, []],
  ]);
});

suite('TLS and plain text are mixed up', () => {
  rows([
    [
      'plain to a TLS port that answers in TLS',
      { ...plain, ...toConnect('tls') },
      ['protocol/tls-port observed'],
    ],
    [
      'plain to a port that hangs up, and speaks TLS',
      { ...plain, ...cutConnect, trials: { tls: works } },
      ['protocol/tls-port proven'],
    ],
    [
      'plain to a port that is silent, and speaks TLS',
      { ...plain, ...silentConnect, trials: { tls: works } },
      ['protocol/tls-port proven', 'protocol/silent observed < protocol/tls-port'],
    ],
    [
      'plain to a port that hangs up, and answers a TLS hello with an alert',
      {
        ...plain,
        ...cutConnect,
        trials: {
          tls: {
            failed: ['tls', 'tls-alert'],
            facts: {
              tls: { ...nothingSeen, alert: { number: 70, name: 'protocol_version', late: false } },
            },
          },
        },
      },
      ['protocol/tls-port proven'],
    ],
    [
      'plain to a port that answers in HTTP, with a broker inside TLS',
      { ...plain, ...toConnect('http', 400), trials: { tls: works } },
      ['protocol/tls-port proven', 'protocol/http observed < protocol/tls-port'],
    ],
    [
      'plain to a port that hangs up, with a web server inside TLS',
      { ...plain, ...cutConnect, trials: { tls: toConnect('http', 400) } },
      ['protocol/http observed'],
    ],
    [
      'TLS to a broker that answers in the clear',
      toHello('mqtt'),
      ['protocol/plaintext-port observed'],
    ],
    [
      'TLS to a plain broker that hangs up',
      { ...cutHello, trials: { plain: works } },
      ['protocol/plaintext-port proven'],
    ],
    [
      'TLS to a plain broker that waits',
      { ...silentHello, trials: { plain: works } },
      ['protocol/plaintext-port proven', 'protocol/silent observed < protocol/plaintext-port'],
    ],
    [
      'TLS to a port that hangs up on plain text too',
      { ...cutHello, trials: { plain: cutConnect } },
      [],
    ],
  ]);
});

suite('another service answers', () => {
  rows([
    ['SSH, to a TLS hello', toHello('ssh'), ['protocol/other-service observed']],
    ['Redis, to CONNECT', { ...plain, ...toConnect('redis') }, ['protocol/other-service observed']],
    ['SMTP, inside TLS', toConnect('smtp'), ['protocol/other-service observed']],
    [
      'MySQL, before anything is said',
      { ...cutHello, trials: { greeting: greeted('mysql') } },
      ['protocol/other-service observed'],
    ],
    [
      'AMQP, to plain MQTT, and nothing to TLS',
      { ...cutHello, trials: { plain: toConnect('amqp') } },
      ['protocol/other-service observed'],
    ],
    ['nobody knows which, to a TLS hello', toHello('unknown'), ['protocol/other-service observed']],
    [
      'nobody knows which to a TLS hello, and MQTT to plain MQTT',
      { ...toHello('unknown'), trials: { plain: works } },
      ['protocol/plaintext-port proven'],
    ],
  ]);
});

suite('a web server answers', () => {
  const upgrades: AttemptChanges = { overWebSocket: true, failed: ['connect', 'closed'] };
  rows([
    ['to CONNECT', { ...plain, ...toConnect('http', 400) }, ['protocol/http observed']],
    ['to a TLS hello', toHello('http', 400), ['protocol/http observed']],
    ['inside TLS', toConnect('http', 400), ['protocol/http observed']],
    [
      'and says WebSocket',
      { ...plain, ...toConnect('websocket', 426) },
      ['protocol/websocket-port observed'],
    ],
    [
      'inside TLS, and says WebSocket',
      toConnect('websocket', 426),
      ['protocol/websocket-port observed'],
    ],
    [
      'and agrees to WebSocket when asked',
      { ...plain, ...toConnect('http', 400), trials: { websocket: upgrades } },
      ['protocol/websocket-port proven', 'protocol/http observed < protocol/websocket-port'],
    ],
    [
      'to nothing but a request for WebSocket',
      { ...plain, ...silentConnect, trials: { websocket: upgrades } },
      ['protocol/websocket-port proven', 'protocol/silent observed < protocol/websocket-port'],
    ],
    [
      'to a TLS hello, and agrees to WebSocket in the clear',
      { ...toHello('http', 400), trials: { websocket: upgrades } },
      ['protocol/websocket-port proven', 'protocol/http observed < protocol/websocket-port'],
    ],
    [
      'with the status of a captive portal',
      { ...plain, ...toConnect('http', 511) },
      ['protocol/captive-portal observed', 'protocol/http observed < protocol/captive-portal'],
    ],
    [
      'and sends elsewhere who did not ask in HTTP',
      toHello('http', 302),
      ['protocol/captive-portal likely', 'protocol/http observed < protocol/captive-portal'],
    ],
    ['inside TLS, and sends elsewhere', toConnect('http', 302), ['protocol/http observed']],
  ]);
});

suite('nobody answers, or only to proxies', () => {
  rows([
    ['to CONNECT', { ...plain, ...silentConnect }, ['protocol/silent observed']],
    ['to a TLS hello', silentHello, ['protocol/silent observed']],
    ['to CONNECT inside TLS: that is no silent port', silentConnect, []],
    [
      'until a proxy is announced',
      { ...silentHello, trials: { 'proxy-header': works } },
      [
        'protocol/proxy-header-expected proven',
        'protocol/silent observed < protocol/proxy-header-expected',
      ],
    ],
    [
      'to plain MQTT until a proxy is announced',
      { ...plain, ...cutConnect, trials: { 'proxy-header': works } },
      ['protocol/proxy-header-expected proven'],
    ],
  ]);
});
