// Healthy evidence with one thing wrong in the lookup → the codes that must come, the cause first.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Address, DnsFacts, LookupStatus, ResolverAnswer } from '../../src/evidence.ts';
import type { FailureCode } from '../../src/failure.ts';
import type { Finding } from '../../src/finding.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { dnsRules } from '../../src/rules/dns/index.ts';
import { tcpRules } from '../../src/rules/tcp/index.ts';
import { type AttemptChanges, type EvidenceChanges, healthyEvidence } from './evidence.ts';

const rules = [...dnsRules, ...tcpRules];
const findings = (changes: EvidenceChanges) => diagnose(healthyEvidence(changes), rules);
const brief = ({ code, certainty, severity, side, explainedBy }: Finding) =>
  [code, certainty, severity, side, ...(explainedBy ? [`< ${explainedBy}`] : [])].join(' ');

const server = '192.0.2.53:53';
const other = '198.51.100.53:53';

function addressesOf(texts: readonly string[]): readonly Address[] {
  return texts.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

function answer(a: LookupStatus, aaaa: LookupStatus, ...given: string[]): ResolverAnswer {
  const addresses = addressesOf(given).map((one) => ({ ...one, ttlS: 300 }));
  return { server, a, aaaa, chain: [], addresses, ms: 3 };
}

/** A lookup by the system that failed. */
function lookup(failure: FailureCode, facts: Partial<DnsFacts> = {}): AttemptChanges {
  const nothing = { addresses: [], source: 'system', resolver: null } as const;
  return { failed: ['dns', failure], facts: { dns: { ...nothing, ...facts } } };
}

/** A lookup that gave these. */
function gave(addresses: readonly string[], facts: Partial<DnsFacts> = {}): AttemptChanges {
  return { facts: { dns: { addresses: addressesOf(addresses), resolver: null, ...facts } } };
}

const known: AttemptChanges = {
  facts: { dns: { resolver: { ...answer('ok', 'no-data', '192.0.2.20'), server: other } } },
};
const alsoUnknown = lookup('name-not-found', { resolver: answer('nxdomain', 'nxdomain') });
const alsoFails = lookup('resolver-error', {
  resolver: answer('server-failure', 'server-failure'),
});
const refused: AttemptChanges = {
  failed: ['tcp', 'refused'],
  facts: {
    tcp: { dials: [{ address: '127.0.0.1', family: 4, result: 'refused', ms: 0.2, raw: null }] },
  },
};

type Row = readonly [world: string, changes: EvidenceChanges, expected: readonly string[]];

function rows(table: readonly Row[]): void {
  for (const [world, changes, expected] of table) {
    test(world, () => {
      const found = findings(changes);
      assert.deepEqual(found.map(brief), expected);
      for (const { title, detail, remedies } of found) {
        assert.match(title, /\.$/);
        assert.doesNotMatch(`${title} ${detail}`, /null|undefined|\[object| {2}|\.\./);
        assert.ok(remedies.length > 0);
      }
    });
  }
}

const local = (host: string) => ({ target: { host } });
const alias = { name: 'broker.example.com', to: 'cluster.example.com', ttlS: 60 };
const byFour = { target: { route: { family: 4 as const } } };

suite('a name that is not found', () => {
  rows([
    ['nothing is wrong', {}, []],
    [
      'getaddrinfo says so, and nobody else was asked',
      lookup('name-not-found'),
      ['dns/nxdomain observed error client'],
    ],
    [
      'the name server says so too',
      lookup('name-not-found', { resolver: answer('nxdomain', 'nxdomain') }),
      ['dns/nxdomain observed error client'],
    ],
    [
      'what the alias stands for is gone',
      lookup('name-not-found', { resolver: { ...answer('nxdomain', 'nxdomain'), chain: [alias] } }),
      ['dns/nxdomain observed error server'],
    ],
    [
      'the name server knows it, and getaddrinfo does not',
      lookup('name-not-found', { resolver: answer('ok', 'no-data', '192.0.2.20') }),
      ['dns/nxdomain observed error network'],
    ],
    [
      'another name server knows it',
      { ...lookup('name-not-found'), trials: { 'resolver-198.51.100.53': known } },
      ['dns/nxdomain proven error network'],
    ],
    [
      'no other name server knows it either',
      { ...lookup('name-not-found'), trials: { 'resolver-198.51.100.53': alsoUnknown } },
      ['dns/nxdomain observed error client'],
    ],
    [
      'it is found by mDNS elsewhere',
      { ...lookup('name-not-found'), ...local('broker.local') },
      ['dns/local-name observed error client'],
    ],
    [
      'it is the name of a container',
      { ...lookup('name-not-found'), ...local('mosquitto') },
      ['dns/local-name observed error client'],
    ],
    [
      'it is the name of a container, and the name server of the network is at a loss',
      { ...lookup('resolver-silent'), ...local('mosquitto') },
      ['dns/local-name likely error client'],
    ],
    [
      'the router knows it, and is not the one asked',
      {
        ...lookup('name-not-found'),
        ...local('broker.lan'),
        trials: { 'resolver-198.51.100.53': known },
      },
      ['dns/local-name proven error client'],
    ],
  ]);
});

suite('a name without an address', () => {
  rows([
    ['of any kind', lookup('no-address'), ['dns/no-address observed error server']],
    [
      'of the kind that the user wants',
      { ...lookup('no-address', { resolver: answer('no-data', 'ok', '2001:db8::7') }), ...byFour },
      ['dns/no-address observed error client'],
    ],
  ]);
});

suite('a name server that is of no use', () => {
  rows([
    [
      'it fails',
      lookup('resolver-error', { resolver: answer('server-failure', 'server-failure') }),
      ['dns/server-failure observed error network'],
    ],
    [
      'it refuses',
      lookup('resolver-error', { resolver: answer('refused', 'refused') }),
      ['dns/server-failure observed error network'],
    ],
    [
      'the system fails, and nobody else was asked',
      lookup('resolver-error', { systemError: 'EAI_FAIL' }),
      ['dns/server-failure observed error network'],
    ],
    [
      'the others fail in the same way: the domain is at fault',
      { ...alsoFails, trials: { 'resolver-198.51.100.53': alsoFails } },
      ['dns/server-failure observed error server'],
    ],
    [
      'another one answers',
      { ...alsoFails, trials: { 'resolver-198.51.100.53': known } },
      ['dns/server-failure proven error network'],
    ],
    [
      'it is silent',
      lookup('resolver-silent', { resolver: answer('timeout', 'timeout') }),
      ['dns/timeout observed error network'],
    ],
    [
      'it is silent, and another one answers',
      { ...lookup('resolver-silent'), trials: { 'resolver-198.51.100.53': known } },
      ['dns/timeout proven error network'],
    ],
    [
      'the one that the user named is silent about a local name',
      {
        ...lookup('resolver-silent', {
          source: 'resolver',
          resolver: answer('timeout', 'timeout'),
        }),
        ...local('mosquitto'),
      },
      ['dns/timeout observed error network'],
    ],
  ]);

  test('a name server that is not there is not called silent', () => {
    const resolver = answer('unreachable', 'unreachable');
    const [found] = findings(lookup('resolver-silent', { resolver }));
    const { absent } = found?.data ?? {};
    assert.equal(absent, true);
  });

  test('of two answers the one that is an error is told', () => {
    const [found] = findings(
      lookup('resolver-error', { resolver: answer('no-data', 'malformed') }),
    );
    const { status } = found?.data ?? {};
    assert.equal(status, 'malformed');
  });

  test('the check with the name server that knows the name can be copied', () => {
    const trials = { 'resolver-198.51.100.53': known };
    const [found] = findings({ ...lookup('resolver-silent'), trials });
    assert.match(found?.remedies[0]?.command ?? '', /--resolver 198\.51\.100\.53:53$/);
  });
});

suite('an address that leads nowhere', () => {
  const acme = { target: { host: 'mqtt.acme.io' } };
  rows([
    ['0.0.0.0', { ...gave(['0.0.0.0', '::']), ...acme }, ['dns/sinkhole observed error network']],
    [
      '0.0.0.0 by a hosts file that blocks',
      { ...gave(['0.0.0.0'], { hostsFile: ['0.0.0.0'] }), ...acme },
      ['dns/sinkhole observed error network'],
    ],
    [
      'loopback, and nothing listens there',
      { ...refused, facts: { ...gave(['127.0.0.1']).facts, ...refused.facts }, ...acme },
      ['dns/sinkhole likely error network', 'tcp/refused observed error server < dns/sinkhole'],
    ],
    ['loopback, where a broker answers', { ...gave(['127.0.0.1']), ...acme }, []],
    [
      'loopback by a hosts file of one who develops',
      {
        ...refused,
        facts: { ...gave(['127.0.0.1'], { hostsFile: ['127.0.0.1'] }).facts, ...refused.facts },
        ...acme,
      },
      ['tcp/refused observed error server'],
    ],
    [
      'a private one of a public name',
      { ...gave(['192.168.1.7']), ...acme },
      ['dns/private-address observed warning unclear'],
    ],
    ['a private one of a local name', { ...gave(['192.168.1.7']), ...local('broker.lan') }, []],
    ['a private one of a name for tests', { ...gave(['192.168.1.7']), ...local('a.test') }, []],
    [
      'none: 0.0.0.0 was typed',
      { facts: { dns: { addresses: addressesOf(['0.0.0.0']), source: 'literal' } } },
      [],
    ],
  ]);
});

suite('sources that contradict each other', () => {
  rows([
    [
      'public addresses differ, as they do behind load balancers',
      gave(['192.0.2.20'], { resolver: answer('ok', 'no-data', '192.0.2.21') }),
      [],
    ],
    [
      'inside here, outside there',
      { ...gave(['10.0.0.7'], { resolver: answer('ok', 'no-data', '192.0.2.20') }) },
      ['dns/resolvers-disagree observed warning network'],
    ],
    [
      'a public address here, no such name there',
      gave(['192.0.2.20'], { resolver: answer('nxdomain', 'nxdomain') }),
      ['dns/resolvers-disagree observed warning network'],
    ],
    [
      'a name that a cluster completes is a note',
      {
        ...gave(['10.96.0.7'], { resolver: answer('nxdomain', 'nxdomain') }),
        ...local('mosquitto.test'),
      },
      ['dns/resolvers-disagree observed info network'],
    ],
    [
      'the hosts file says otherwise than DNS',
      gave(['192.0.2.66'], {
        hostsFile: ['192.0.2.66'],
        resolver: answer('ok', 'no-data', '192.0.2.20'),
      }),
      ['dns/hosts-file-override observed warning client'],
    ],
    [
      'the hosts file says the same as DNS',
      gave(['192.0.2.20'], {
        hostsFile: ['192.0.2.20'],
        resolver: answer('ok', 'no-data', '192.0.2.20'),
      }),
      [],
    ],
  ]);
});

suite('a lookup that takes its time', () => {
  rows([
    ['1.2 s', { ms: { dns: 1200 } }, ['dns/slow observed warning network']],
    ['0.9 s', { ms: { dns: 900 } }, []],
    [
      'one kind of address is never answered for',
      gave(['192.0.2.20'], { resolver: answer('ok', 'timeout', '192.0.2.20') }),
      ['dns/slow observed warning network'],
    ],
    [
      'one kind of address is never answered for, and nobody wants it',
      { ...gave(['192.0.2.20'], { resolver: answer('ok', 'timeout', '192.0.2.20') }), ...byFour },
      [],
    ],
  ]);
});
