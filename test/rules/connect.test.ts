// Healthy evidence with one thing wrong at CONNECT → the codes that must come, the cause first.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Connack, Disconnect } from '../../src/evidence.ts';
import type { Finding } from '../../src/finding.ts';
import { connectRules } from '../../src/rules/connect/index.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { pubsubRules } from '../../src/rules/pubsub/index.ts';
import { type AttemptChanges, type EvidenceChanges, healthyEvidence } from './evidence.ts';

const rules = [...connectRules, ...pubsubRules];
const findings = (changes: EvidenceChanges) => diagnose(healthyEvidence(changes), rules);
const brief = ({ code, certainty, explainedBy }: Finding) =>
  `${code} ${certainty}${explainedBy ? ` < ${explainedBy}` : ''}`;

/** A CONNECT that is answered with this code. */
function refused(code: number, properties: Connack['properties'] = {}): AttemptChanges {
  const facts = { connect: { connack: connack(code, properties), bytesIn: 4 } };
  return { failed: ['connect', 'connack-refused'], facts };
}

function connack(code: number, properties: Connack['properties'] = {}): Connack {
  return { code, name: `code ${code}`, sessionPresent: false, properties };
}

function dismissed(code: number): Disconnect {
  return { code, name: `code ${code}`, properties: {} };
}

const hungUp: AttemptChanges = {
  failed: ['connect', 'closed'],
  facts: { connect: { ended: { how: 'closed', afterMs: 3 } } },
};
const works: AttemptChanges = {};

const anonymous = { usernameGiven: false, passwordGiven: false };
const device = { clientId: 'device-7', clientIdIsOurs: false };
const will = { topic: 'device/7/gone', payload: 'gone', qos: 2, retain: true } as const;
const nameless = { serverName: null, serverNameFrom: 'none' } as const;
const answer = { sample: '', httpStatus: null, product: null, tlsAlert: null };

type Row = readonly [world: string, changes: EvidenceChanges, expected: readonly string[]];

function rows(table: readonly Row[]): void {
  for (const [world, changes, expected] of table) {
    test(world, () => {
      assert.deepEqual(findings(changes).map(brief), expected);
    });
  }
}

suite('a healthy run gives no finding', () => {
  rows([
    ['over TLS with a password', {}, []],
    ['over TLS without credentials', { target: { mqtt: anonymous } }, []],
    ['over plain MQTT without credentials', { target: { tls: null, mqtt: anonymous } }, []],
    ['with a client certificate', { target: { tls: { clientCertificate: true } } }, []],
    ['by address, without a server name', { target: { tls: nameless } }, []],
    [
      'with an own client id, a kept session and a will',
      { target: { mqtt: { ...device, cleanStart: false, will } } },
      [],
    ],
    [
      'in MQTT 3.1.1, QoS 2, retained',
      { target: { mqtt: { version: '3.1.1' }, roundTrip: { qos: 2, retain: true } } },
      [],
    ],
    [
      'publish only, QoS 0',
      {
        target: { roundTrip: { qos: 0, subscribe: false } },
        facts: { pubsub: { suback: null, received: 0, echoQos: null, latency: null } },
      },
      [],
    ],
    ['a satellite link: 1.9 s for CONNACK', { ms: { connect: 1900 } }, []],
    [
      'a CONNACK with modest limits',
      {
        facts: {
          connect: {
            connack: {
              code: 0,
              name: 'accepted',
              sessionPresent: false,
              properties: { maximumQoS: 1, retainAvailable: false, maximumPacketSize: 1024 },
            },
          },
        },
      },
      [],
    ],
    [
      'a trial without credentials that was refused',
      { trials: { 'no-credentials': refused(135) } },
      [],
    ],
    ['a failure below CONNECT', { failed: ['tls', 'tls-untrusted'] }, []],
    ['a run stopped by its deadline at CONNECT', { failed: ['connect', 'deadline'] }, []],
    ['a run interrupted at CONNECT', { failed: ['connect', 'interrupted'] }, []],
  ]);
});

suite('credentials', () => {
  rows([
    [
      '4 in MQTT 3 says that the password is wrong',
      refused(4),
      ['connect/bad-credentials observed'],
    ],
    [
      '134 in MQTT 5 says that the password is wrong',
      refused(134),
      ['connect/bad-credentials observed'],
    ],
    [
      '134 while a client certificate is asked for and missing may be about the certificate',
      {
        failed: ['connect', 'connack-refused'],
        facts: {
          connect: { connack: connack(134) },
          tls: { clientCertificate: { requested: true, authorities: [], sent: false } },
        },
      },
      ['connect/bad-credentials likely'],
    ],
    [
      '5 to a client with a password leaves password or rights open',
      refused(5),
      ['connect/not-authorized observed'],
    ],
    [
      '135 to a client with a password leaves password or rights open',
      refused(135),
      ['connect/not-authorized observed'],
    ],
    [
      '135, and accepted without credentials: the credentials are the matter',
      { ...refused(135), trials: { 'no-credentials': works } },
      [
        'connect/bad-credentials proven',
        'connect/not-authorized observed < connect/bad-credentials',
        'connect/anonymous-allowed observed',
      ],
    ],
    [
      'hung up on, and accepted without credentials: the credentials are the matter',
      { ...hungUp, trials: { 'no-credentials': works } },
      [
        'connect/bad-credentials proven',
        'connect/closed observed < connect/bad-credentials',
        'connect/anonymous-allowed observed',
      ],
    ],
    [
      'accepted without credentials and without the will: the will may be the matter',
      { ...refused(135), target: { mqtt: { will } }, trials: { 'no-credentials': works } },
      ['connect/not-authorized observed', 'connect/anonymous-allowed observed'],
    ],
    [
      'accepted as a guest with another id: the id may be the matter',
      { ...refused(135), target: { mqtt: device }, trials: { 'no-credentials': works } },
      ['connect/not-authorized observed', 'connect/anonymous-allowed observed'],
    ],
    [
      'accepted as a guest with another id, which alone does not help',
      {
        ...refused(135),
        target: { mqtt: device },
        trials: { 'no-credentials': works, 'client-id-fresh': refused(135) },
      },
      [
        'connect/bad-credentials proven',
        'connect/not-authorized observed < connect/bad-credentials',
        'connect/anonymous-allowed observed',
      ],
    ],
    [
      'refused in other words without credentials proves nothing',
      { ...hungUp, trials: { 'no-credentials': refused(5) } },
      ['connect/closed observed'],
    ],
    [
      'works with the same credentials the second time: chance, no proof',
      {
        ...refused(135),
        trials: { 'client-id-fresh': works, again: works },
        target: { mqtt: device },
      },
      ['connect/not-authorized observed'],
    ],
    [
      'a server name that is missing makes 5 less sure',
      { ...refused(5), target: { tls: nameless } },
      ['connect/not-authorized likely'],
    ],
    [
      '5 to a client with nothing but a certificate is about its rights',
      { ...refused(5), target: { mqtt: anonymous, tls: { clientCertificate: true } } },
      ['connect/not-authorized observed'],
    ],
    [
      '134 to a client with nothing but a certificate is no wrong password',
      { ...refused(134), target: { mqtt: anonymous, tls: { clientCertificate: true } } },
      ['connect/not-authorized observed'],
    ],
    ...[4, 5, 134, 135].map(
      (code): Row => [
        `${code} to a client that shows nothing means that it must`,
        { ...refused(code), target: { mqtt: anonymous } },
        ['connect/anonymous-refused observed'],
      ],
    ),
    [
      '5 to a client that shows nothing, not even a server name, may be about the name',
      { ...refused(5), target: { mqtt: anonymous, tls: nameless } },
      ['connect/anonymous-refused likely'],
    ],
    [
      'accepted with and without credentials',
      { trials: { 'no-credentials': works } },
      ['connect/anonymous-allowed observed'],
    ],
    [
      'accepted without credentials and with the certificate is not anonymous',
      { target: { tls: { clientCertificate: true } }, trials: { 'no-credentials': works } },
      [],
    ],
  ]);
});

suite('the client id', () => {
  rows([
    ['2 in MQTT 3', refused(2), ['connect/client-id-rejected observed']],
    ['133 in MQTT 5', refused(133), ['connect/client-id-rejected observed']],
    [
      '2 with a long keep-alive may be about the keep-alive',
      { ...refused(2), target: { mqtt: { keepAliveS: 120 } } },
      ['connect/client-id-rejected likely'],
    ],
    [
      '2 with no keep-alive may be about the keep-alive',
      { ...refused(2), target: { mqtt: { keepAliveS: 0 } } },
      ['connect/client-id-rejected likely'],
    ],
    [
      '2 that stays with a short keep-alive is about the id',
      {
        ...refused(2),
        target: { mqtt: { keepAliveS: 120 } },
        trials: { 'short-keepalive': refused(2) },
      },
      ['connect/client-id-rejected observed'],
    ],
    [
      '2 that goes away with a short keep-alive is about the keep-alive',
      {
        ...refused(2),
        target: { mqtt: { keepAliveS: 120 } },
        trials: { 'short-keepalive': works, 'mqtt-5': works },
      },
      [
        'connect/keepalive-refused proven',
        'connect/client-id-rejected likely < connect/keepalive-refused',
      ],
    ],
    [
      '2 that goes away with a fresh id',
      { ...refused(2), target: { mqtt: device }, trials: { 'client-id-fresh': works } },
      ['connect/client-id-rejected proven'],
    ],
    [
      '2 that goes away with a fresh id, and with the clean session that needs one',
      {
        ...refused(133),
        target: { mqtt: { ...device, cleanStart: false } },
        trials: { 'client-id-fresh': works, 'clean-session': works },
      },
      ['connect/client-id-rejected proven'],
    ],
    [
      '135 that goes away with a fresh id, and for a guest, who has one too',
      {
        ...refused(135),
        target: { mqtt: device },
        trials: { 'client-id-fresh': works, 'no-credentials': works },
      },
      [
        'connect/client-id-not-allowed proven',
        'connect/not-authorized observed < connect/client-id-not-allowed',
        'connect/anonymous-allowed observed',
      ],
    ],
    [
      '5 that goes away with a fresh id is not about the password',
      { ...refused(5), target: { mqtt: device }, trials: { 'client-id-fresh': works } },
      [
        'connect/client-id-not-allowed proven',
        'connect/not-authorized observed < connect/client-id-not-allowed',
      ],
    ],
    [
      'a hang-up that goes away with a fresh id',
      { ...hungUp, target: { mqtt: device }, trials: { 'client-id-fresh': works } },
      [
        'connect/client-id-not-allowed proven',
        'connect/closed observed < connect/client-id-not-allowed',
      ],
    ],
    [
      'a hang-up that goes away whatever is changed is chance',
      {
        ...hungUp,
        target: { mqtt: { ...device, will } },
        trials: { 'client-id-fresh': works, 'no-will': works },
      },
      ['connect/closed observed'],
    ],
    [
      'a fresh id in place of a fresh id proves nothing',
      { ...hungUp, trials: { 'client-id-fresh': works } },
      ['connect/closed observed'],
    ],
    [
      'an outage that is over with the next id is an outage',
      { ...refused(3), target: { mqtt: device }, trials: { 'client-id-fresh': works } },
      ['connect/server-unavailable observed'],
    ],
    [
      'an empty id and a kept session',
      {
        ...refused(2),
        target: { mqtt: { clientId: '', clientIdIsOurs: false, cleanStart: false } },
      },
      ['connect/client-id-rejected observed'],
    ],
    [
      'taken over before CONNACK',
      { failed: ['connect', 'disconnected'], facts: { connect: { disconnect: dismissed(142) } } },
      ['connect/client-id-taken observed'],
    ],
    [
      'taken over during the round trip',
      {
        target: { mqtt: device },
        failed: ['pubsub', 'disconnected'],
        facts: { pubsub: { stage: 'publish', disconnect: dismissed(142) } },
      },
      ['connect/client-id-taken observed'],
    ],
    [
      'cut off without a word under an id of our own, which nobody else has',
      {
        failed: ['pubsub', 'closed'],
        facts: { pubsub: { stage: 'subscribe' } },
        trials: { 'client-id-fresh': works },
      },
      ['pubsub/dropped-on-subscribe observed'],
    ],
    [
      'cut off without a word, and not with a fresh id',
      {
        target: { mqtt: device },
        failed: ['pubsub', 'closed'],
        facts: { pubsub: { stage: 'subscribe' } },
        trials: { 'client-id-fresh': works },
      },
      [
        'connect/client-id-taken proven',
        'pubsub/dropped-on-subscribe observed < connect/client-id-taken',
      ],
    ],
  ]);
});

suite('the version of MQTT', () => {
  const changed = { label: 'mqttVersion 3.1.1', setting: 'mqttVersion', from: '5', to: '3.1.1' };
  rows([
    [
      '132 to MQTT 5',
      { ...refused(132), target: { mqtt: { version: '5' } } },
      ['connect/version-unsupported observed'],
    ],
    [
      '1 to MQTT 5, in the old form',
      { ...refused(1), target: { mqtt: { version: '5' } } },
      ['connect/version-unsupported observed'],
    ],
    [
      '1 to MQTT 3.1.1 is also what some say to any fault',
      { ...refused(1), target: { mqtt: { version: '3.1.1' } } },
      ['connect/version-unsupported likely'],
    ],
    [
      '132 to MQTT 5, and 3.1.1 is hung up on',
      { ...refused(132), trials: { 'mqtt-3.1.1': hungUp } },
      ['connect/version-unsupported likely'],
    ],
    [
      'a hang-up on MQTT 5, and 1 to 3.1.1',
      { ...hungUp, trials: { 'mqtt-3.1.1': refused(1) } },
      [
        'connect/version-unsupported likely',
        'connect/closed observed < connect/version-unsupported',
      ],
    ],
    [
      'a hang-up on both',
      { ...hungUp, trials: { 'mqtt-3.1.1': hungUp } },
      ['connect/closed observed'],
    ],
    [
      '1 to MQTT 3.1.1, and 5 works',
      { ...refused(1), target: { mqtt: { version: '3.1.1' } }, trials: { 'mqtt-5': works } },
      ['connect/version-unsupported proven'],
    ],
    [
      'a hang-up on MQTT 5 that was asked for, and 3.1.1 works',
      {
        ...hungUp,
        target: { mqtt: { version: '5' } },
        trials: { 'mqtt-3.1.1': works, 'mqtt-3.1': works },
      },
      [
        'connect/version-unsupported proven',
        'connect/closed observed < connect/version-unsupported',
      ],
    ],
    [
      'a hang-up on MQTT 5, and 3.1.1 works, and so does 5 with a protocol name: chance',
      {
        ...hungUp,
        target: { mqtt: { version: '5' } },
        trials: { 'mqtt-3.1.1': works, 'alpn-mqtt': works },
      },
      ['connect/closed observed'],
    ],
    [
      'silence to MQTT 3.1.1, and 3.1 works',
      {
        failed: ['connect', 'timeout'],
        target: { mqtt: { version: '3.1.1' } },
        trials: { 'mqtt-3.1': works },
      },
      [
        'connect/version-unsupported proven',
        'connect/timeout observed < connect/version-unsupported',
      ],
    ],
    [
      '5 "not authorized" in MQTT 3.1.1 is not about the version, even if 5 works',
      { ...refused(5), target: { mqtt: { version: '3.1.1' } }, trials: { 'mqtt-5': works } },
      ['connect/not-authorized observed'],
    ],
    [
      'the check fell back, and 3.1.1 works',
      { changed, trials: { 'mqtt-5': refused(1) } },
      ['connect/version-fallback observed'],
    ],
    [
      'the check fell back after a hang-up, and 3.1.1 works',
      { changed, trials: { 'mqtt-5': hungUp } },
      ['connect/version-fallback likely'],
    ],
    [
      'the check fell back, and 3.1.1 is refused for the password',
      { ...refused(5), changed, trials: { 'mqtt-5': refused(132) } },
      ['connect/not-authorized observed'],
    ],
  ]);
});

suite('other refusals', () => {
  rows([
    ['3', refused(3), ['connect/server-unavailable observed']],
    ['136', refused(136), ['connect/server-unavailable observed']],
    ...[137, 151, 159].map(
      (code): Row => [`${code}`, refused(code), ['connect/server-busy observed']],
    ),
    ['138', refused(138), ['connect/banned observed']],
    ['156', refused(156, { serverReference: 'b2.example.com:8883' }), ['connect/moved observed']],
    ['157 without a reference', refused(157), ['connect/moved observed']],
    ['140', refused(140), ['connect/auth-method observed']],
    [
      'AUTH instead of CONNACK',
      {
        failed: ['connect', 'auth-requested'],
        facts: { connect: { authMethod: 'SCRAM-SHA-256' } },
      },
      ['connect/auth-method observed'],
    ],
    ['149', refused(149), ['connect/packet-too-large observed']],
    ...[144, 153, 154, 155].map(
      (code): Row => [
        `${code} with a will can only be about the will`,
        { ...refused(code), target: { mqtt: { will } } },
        ['connect/will-refused observed'],
      ],
    ),
    ['155 without a will makes no sense', refused(155), ['connect/refused observed']],
    [
      '135 that goes away without the will',
      { ...refused(135), target: { mqtt: { will } }, trials: { 'no-will': works } },
      ['connect/will-refused proven', 'connect/not-authorized observed < connect/will-refused'],
    ],
    [
      'a hang-up that goes away with a clean session',
      {
        ...hungUp,
        target: { mqtt: { ...device, cleanStart: false } },
        trials: { 'clean-session': works, 'client-id-fresh': hungUp },
      },
      ['connect/session-refused proven', 'connect/closed observed < connect/session-refused'],
    ],
    [
      'a clean session under a fresh id proves nothing without the fresh id alone',
      {
        ...hungUp,
        target: { mqtt: { ...device, cleanStart: false } },
        trials: { 'clean-session': works },
      },
      ['connect/closed observed'],
    ],
    ...[128, 129, 130, 131].map(
      (code): Row => [`${code} says nothing`, refused(code), ['connect/refused observed']],
    ),
    ['a code that no version has', refused(16), ['connect/refused observed']],
    [
      '3 in MQTT 3.1.1, and a quota in MQTT 5',
      {
        ...refused(3),
        target: { mqtt: { version: '3.1.1' } },
        trials: { 'mqtt-5': refused(151) },
      },
      ['connect/server-busy observed'],
    ],
    [
      '1 in MQTT 3.1.1, and no reason in MQTT 5: it is not the version',
      {
        ...refused(1),
        target: { mqtt: { version: '3.1.1' } },
        trials: { 'mqtt-5': refused(128) },
      },
      ['connect/refused observed'],
    ],
    [
      '1 in MQTT 3.1.1, and 132 in MQTT 5: no version will do',
      {
        ...refused(1),
        target: { mqtt: { version: '3.1.1' } },
        trials: { 'mqtt-5': refused(132) },
      },
      ['connect/version-unsupported likely'],
    ],
    [
      '128 that goes away with a fresh id',
      { ...refused(128), target: { mqtt: device }, trials: { 'client-id-fresh': works } },
      [
        'connect/client-id-not-allowed proven',
        'connect/refused observed < connect/client-id-not-allowed',
      ],
    ],
  ]);
});

suite('no CONNACK', () => {
  rows([
    ['the broker hangs up', hungUp, ['connect/closed observed']],
    ['the broker resets', { failed: ['connect', 'reset'] }, ['connect/closed observed']],
    [
      'the broker says goodbye and nothing else',
      { failed: ['connect', 'disconnected'], facts: { connect: { disconnect: dismissed(0) } } },
      ['connect/closed observed'],
    ],
    [
      'the broker says in a DISCONNECT that it is busy',
      { failed: ['connect', 'disconnected'], facts: { connect: { disconnect: dismissed(137) } } },
      ['connect/server-busy observed'],
    ],
    ['silence after TLS', { failed: ['connect', 'timeout'] }, ['connect/timeout observed']],
    [
      'silence on a plain port is protocol/silent',
      { failed: ['connect', 'timeout'], target: { tls: null, mqtt: anonymous } },
      [],
    ],
    [
      'half a CONNACK',
      {
        failed: ['connect', 'timeout'],
        facts: { connect: { bytesIn: 2 } },
        target: { tls: null, mqtt: anonymous },
      },
      ['connect/timeout observed'],
    ],
    [
      'a web server that is slow belongs to protocol',
      {
        failed: ['connect', 'timeout'],
        facts: { connect: { bytesIn: 40, answer: { ...answer, service: 'http' } } },
      },
      [],
    ],
    [
      'a broken CONNACK',
      {
        failed: ['connect', 'malformed'],
        facts: { connect: { bytesIn: 4, answer: { ...answer, service: 'mqtt' } } },
      },
      ['connect/malformed-reply observed'],
    ],
    [
      'bytes that nobody knows',
      {
        failed: ['connect', 'not-mqtt'],
        facts: { connect: { bytesIn: 4, answer: { ...answer, service: 'unknown' } } },
      },
      ['connect/malformed-reply observed'],
    ],
    [
      'bytes without end',
      { failed: ['connect', 'flood'], facts: { connect: { bytesIn: 300_000 } } },
      ['connect/malformed-reply observed'],
    ],
    [
      'SSH belongs to protocol',
      {
        failed: ['connect', 'not-mqtt'],
        facts: { connect: { bytesIn: 4, answer: { ...answer, service: 'ssh' } } },
      },
      [],
    ],
    [
      'a broken CONNACK to MQTT 5, and 3.1.1 works',
      {
        failed: ['connect', 'malformed'],
        facts: { connect: { bytesIn: 4 } },
        trials: { 'mqtt-3.1.1': works },
      },
      [
        'connect/version-unsupported proven',
        'connect/malformed-reply observed < connect/version-unsupported',
      ],
    ],
  ]);
});

suite('worries', () => {
  test('a password in the clear is a warning', () => {
    const [found, ...more] = findings({ target: { tls: null } });
    assert.equal(found?.code, 'connect/credentials-in-clear');
    assert.equal(found.severity, 'warning');
    assert.deepEqual(more, []);
  });

  test('a password in the clear to this machine is a note', () => {
    const [found] = findings({ target: { tls: null }, facts: { tcp: { address: '127.0.0.1' } } });
    assert.equal(found?.severity, 'info');
  });

  test('a refused password in the clear was sent all the same', () => {
    assert.deepEqual(findings({ ...refused(4), target: { tls: null } }).map(brief), [
      'connect/bad-credentials observed',
      'connect/credentials-in-clear observed',
    ]);
  });

  rows([['CONNACK after 2.4 s', { ms: { connect: 2400 } }, ['connect/slow observed']]]);
});

suite('what is said', () => {
  test('a server reference that is no place is not made a command', () => {
    const [found] = findings(refused(156, { serverReference: '$(reboot)' }));
    assert.deepEqual(
      found?.remedies.filter(({ command }) => command !== undefined),
      [],
    );
  });

  test('the first of several places becomes the command', () => {
    const [found] = findings(refused(157, { serverReference: '[2001:db8::1]:8883 b.example.com' }));
    assert.equal(found?.remedies[0]?.command, "mqtt-doctor check 'mqtts://[2001:db8::1]:8883'");
  });

  test('whose side it is on stays open where nothing decides it', () => {
    assert.equal(findings(refused(5))[0]?.side, 'unclear');
    assert.equal(findings(hungUp)[0]?.side, 'unclear');
    assert.equal(findings(refused(4))[0]?.side, 'client');
    assert.equal(findings(refused(3))[0]?.side, 'server');
  });
});
