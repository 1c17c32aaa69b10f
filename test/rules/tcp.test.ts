// Healthy evidence with one thing wrong in dialling → the codes that must come, the cause first.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Dial, Greeting, TcpFacts } from '../../src/evidence.ts';
import type { FailureCode } from '../../src/failure.ts';
import type { Finding } from '../../src/finding.ts';
import { connectRules } from '../../src/rules/connect/index.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { tcpRules } from '../../src/rules/tcp/index.ts';
import { tlsRules } from '../../src/rules/tls/index.ts';
import { type AttemptChanges, type EvidenceChanges, healthyEvidence } from './evidence.ts';

const rules = [...tcpRules, ...tlsRules, ...connectRules];

interface Changes extends EvidenceChanges {
  readonly container?: string;
}

function findings({ container, ...changes }: Changes): readonly Finding[] {
  const evidence = healthyEvidence(changes);
  const environment = { ...evidence.environment, container: container ?? null };
  return diagnose({ ...evidence, environment }, rules);
}

const brief = ({ code, certainty, severity, side, explainedBy }: Finding) =>
  [code, certainty, severity, side, ...(explainedBy ? [`< ${explainedBy}`] : [])].join(' ');

function dial(address: string, result: Dial['result']): Dial {
  return { address, family: address.includes(':') ? 6 : 4, result, ms: 2, raw: null };
}

/** The dials failed. */
function failed(failure: FailureCode, ...dials: Dial[]): AttemptChanges {
  const tcp: Partial<TcpFacts> = { dials, address: null, local: null };
  return { failed: ['tcp', failure], facts: { tcp } };
}

/** One of the dials stands. */
function dialled(...dials: Dial[]): AttemptChanges {
  const address = dials.find(({ result }) => result === 'connected')?.address ?? null;
  return { facts: { tcp: { dials, address } } };
}

const four = '192.0.2.20';
const six = '2001:db8::20';
const refused = failed('refused', dial(four, 'refused'));
const atHome = failed('refused', dial('127.0.0.1', 'refused'));
const closed: AttemptChanges = {
  failed: ['tls', 'closed'],
  facts: { tls: { serverHello: false, ended: { how: 'closed', afterMs: 1 }, bytesIn: 0 } },
};

function greeted(greeting: Partial<Greeting>): AttemptChanges {
  const nothing = { listenedMs: 700, answer: null, ended: null };
  return { facts: { tcp: { greeting: { ...nothing, ...greeting } } } };
}

const ended = { how: 'closed', afterMs: 2 } as const;
const ssh = {
  service: 'ssh',
  sample: '',
  httpStatus: null,
  product: null,
  tlsAlert: null,
} as const;

type Row = readonly [world: string, changes: Changes, expected: readonly string[]];

function rows(table: readonly Row[]): void {
  for (const [world, changes, expected] of table) {
    test(world, () => {
      const found = findings(changes).filter(({ code }) => code.startsWith('tcp/'));
      assert.deepEqual(found.map(brief), expected);
      for (const { title, detail, remedies } of found) {
        assert.match(title, /\.$/);
        assert.doesNotMatch(`${title} ${detail}`, /null|undefined|\[object| {2}|\.\./);
        assert.ok(remedies.length > 0);
      }
    });
  }
}

suite('a connection that does not come about', () => {
  rows([
    ['nothing is wrong', {}, []],
    ['it is refused', refused, ['tcp/refused observed error server']],
    [
      'it vanishes',
      failed('timeout', dial(four, 'pending')),
      ['tcp/timeout observed error network'],
    ],
    [
      'there is no route',
      failed('unreachable', dial(four, 'unreachable')),
      ['tcp/unreachable observed error network'],
    ],
    ['it is reset', failed('reset', dial(four, 'reset')), ['tcp/reset observed error unclear']],
    ['this machine has no socket left', failed('local-limit', dial(four, 'local-limit')), []],
    ['it is interrupted', failed('interrupted', dial(four, 'pending')), []],
    [
      'localhost is dialled inside a container',
      { ...atHome, container: '/.dockerenv', target: { host: 'localhost' } },
      [
        'tcp/localhost-in-container observed error client',
        'tcp/refused observed error server < tcp/localhost-in-container',
      ],
    ],
    [
      'localhost is dialled, and there is no container',
      { ...atHome, target: { host: 'localhost' } },
      ['tcp/refused observed error server'],
    ],
    [
      'an address of loopback that nobody takes for another machine is dialled inside a container',
      {
        ...failed('refused', dial('127.83.0.1', 'refused')),
        container: '/.dockerenv',
        target: { host: '127.83.0.1' },
      },
      ['tcp/refused observed error server'],
    ],
    [
      'another machine is dialled out of a container',
      { ...refused, container: '/.dockerenv' },
      ['tcp/refused observed error server'],
    ],
    [
      'localhost of a container vanishes',
      {
        ...failed('timeout', dial('127.0.0.1', 'pending')),
        container: '/.dockerenv',
        target: { host: 'localhost' },
      },
      ['tcp/timeout observed error network'],
    ],
    [
      'the broker is on loopback only',
      { ...refused, trials: { loopback: {} } },
      [
        'tcp/loopback-only proven error server',
        'tcp/refused observed error server < tcp/loopback-only',
      ],
    ],
    [
      'loopback refuses too',
      { ...refused, trials: { loopback: atHome } },
      ['tcp/refused observed error server'],
    ],
    [
      'another port of the host is the one',
      { ...refused, trials: { 'port-1883': {} } },
      [
        'tcp/other-port-open proven error client',
        'tcp/refused observed error server < tcp/other-port-open',
      ],
    ],
    [
      'another port of the host answers, and not with MQTT',
      {
        ...refused,
        trials: { 'port-8080': { failed: ['connect', 'not-mqtt'], facts: { connect: {} } } },
      },
      ['tcp/refused observed error server'],
    ],
    [
      'a broker on another port that wants a password is a broker',
      {
        ...refused,
        trials: {
          'port-1883': {
            failed: ['connect', 'connack-refused'],
            facts: {
              connect: {
                connack: { code: 135, name: '', sessionPresent: false, properties: {} },
              },
            },
          },
        },
      },
      [
        'tcp/other-port-open proven error client',
        'tcp/refused observed error server < tcp/other-port-open',
      ],
    ],
  ]);

  test('an address that refuses is not called silent', () => {
    const [found] = findings(failed('timeout', dial(four, 'refused'), dial(six, 'pending')));
    const { addresses } = found?.data ?? {};
    assert.deepEqual(addresses, [six]);
    assert.match(found?.detail ?? '', /192\.0\.2\.20: refused/);
  });

  test('a port that lets connect shows that the machine is there', () => {
    const web: AttemptChanges = {
      failed: ['tls', 'tls-not-spoken'],
      facts: { tcp: { port: 8080 } },
    };
    const [found] = findings({
      ...failed('timeout', dial(four, 'pending')),
      trials: { 'port-8080': web },
    });
    const { openPorts } = found?.data ?? {};
    assert.deepEqual(openPorts, [8080]);
  });

  test('the check of a port without TLS carries none of the settings that were meant for TLS', () => {
    const evidence = healthyEvidence({ ...refused, trials: { 'port-1883': {} } });
    const trials = evidence.trials.map((one) => {
      const tls = { status: 'not-applicable', reason: 'plain connection' } as const;
      return { ...one, attempt: { ...one.attempt, outcomes: { ...one.attempt.outcomes, tls } } };
    });
    const [found] = diagnose({ ...evidence, trials }, rules);
    assert.equal(found?.remedies[0]?.command, 'mqtt-doctor check mqtt://broker.example.com:1883');
  });

  test('the check of a port with TLS keeps the settings', () => {
    const [found] = findings({ ...refused, target: { port: 8884 }, trials: { 'port-8883': {} } });
    assert.equal(
      found?.remedies[0]?.command,
      'mqtt-doctor check mqtts://broker.example.com:8883 -u USER --password-file FILE',
    );
  });
});

suite('a connection that ends as soon as it stands', () => {
  const greeting = (changes: AttemptChanges): Changes => ({
    ...closed,
    trials: { greeting: changes },
  });
  rows([
    [
      'although nothing was said',
      greeting(greeted({ listenedMs: 3, ended })),
      ['tcp/closed-at-once observed error server'],
    ],
    ['only once something was said', greeting(greeted({})), []],
    ['of a server that grew tired of silence', greeting(greeted({ listenedMs: 640, ended })), []],
    ['after a greeting', greeting(greeted({ listenedMs: 3, ended, answer: ssh })), []],
    [
      'in the trial alone, while the handshake is refused for another reason',
      {
        failed: ['tls', 'tls-untrusted'],
        trials: { greeting: greeted({ listenedMs: 3, ended }) },
      },
      [],
    ],
  ]);

  test('what follows from it is folded under it', () => {
    const found = findings(greeting(greeted({ listenedMs: 3, ended })));
    assert.equal(found[0]?.code, 'tcp/closed-at-once');
    assert.deepEqual(
      found.slice(1).filter(({ severity, explainedBy }) => severity === 'error' && !explainedBy),
      [],
    );
  });
});

suite('a connection that stands, and others that do not', () => {
  rows([
    [
      'one of two addresses refuses',
      dialled(dial(four, 'refused'), dial('192.0.2.21', 'connected')),
      ['tcp/some-addresses-dead observed warning server'],
    ],
    [
      'IPv6 refuses',
      dialled(dial(six, 'refused'), dial(four, 'connected')),
      [
        'tcp/ipv6-broken observed warning network',
        'tcp/some-addresses-dead observed warning server < tcp/ipv6-broken',
      ],
    ],
    [
      'IPv6 comes first and is silent: a client hangs',
      dialled(dial(six, 'pending'), dial(four, 'connected')),
      [
        'tcp/ipv6-broken observed error network',
        'tcp/some-addresses-dead observed warning server < tcp/ipv6-broken',
      ],
    ],
    [
      'IPv6 comes last and is silent',
      dialled(dial(four, 'connected'), dial(six, 'pending')),
      [
        'tcp/ipv6-broken observed warning network',
        'tcp/some-addresses-dead observed warning server < tcp/ipv6-broken',
      ],
    ],
    [
      'this machine has no IPv6',
      dialled(dial(six, 'unreachable'), dial(four, 'connected')),
      [
        'tcp/ipv6-broken observed info network',
        'tcp/some-addresses-dead observed info server < tcp/ipv6-broken',
      ],
    ],
    [
      'one address of each kind refuses',
      dialled(dial(six, 'refused'), dial(four, 'refused'), dial('192.0.2.21', 'connected')),
      ['tcp/some-addresses-dead observed warning server'],
    ],
    [
      'IPv4 is the one that does not work',
      dialled(dial(four, 'refused'), dial(six, 'connected')),
      ['tcp/some-addresses-dead observed warning server'],
    ],
    [
      'localhost has one of its two addresses',
      {
        ...dialled(dial('::1', 'refused'), dial('127.0.0.1', 'connected')),
        target: { host: 'localhost' },
      },
      ['tcp/some-addresses-dead observed info server'],
    ],
    [
      'the first packet was lost',
      dialled({ ...dial(four, 'connected'), ms: 1030 }),
      ['tcp/slow observed warning network'],
    ],
    ['the path is long', dialled({ ...dial(four, 'connected'), ms: 620 }), []],
  ]);
});
