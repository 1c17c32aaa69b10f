// Healthy evidence with one thing wrong in TLS → the codes that must come, the cause first.

import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Alert, Certificate, TlsFacts } from '../../src/evidence.ts';
import type { FailureCode } from '../../src/failure.ts';
import type { Finding } from '../../src/finding.ts';
import { diagnose } from '../../src/rules/diagnose.ts';
import { tlsRules } from '../../src/rules/tls/index.ts';
import { type AttemptChanges, type EvidenceChanges, healthyEvidence } from './evidence.ts';
import { leaf } from './healthy-facts.ts';

const findings = (changes: EvidenceChanges) => diagnose(healthyEvidence(changes), tlsRules);
const brief = ({ code, certainty, severity, explainedBy }: Finding) =>
  `${severity === 'error' ? '' : `${severity} `}${code} ${certainty}${explainedBy ? ` < ${explainedBy}` : ''}`;

type Row = readonly [world: string, changes: EvidenceChanges, expected: readonly string[]];

function rows(table: readonly Row[]): void {
  for (const [world, changes, expected] of table) {
    test(world, () => {
      assert.deepEqual(findings(changes).map(brief), expected);
    });
  }
}

const name = 'broker.example.com';
const root = certificate({
  subject: 'CN=Example Root CA, O=Example',
  issuer: 'CN=Example Root CA, O=Example',
  isCa: true,
  selfSigned: true,
});
const issuing = certificate({ subject: leaf.issuer, issuer: root.subject, isCa: true });
const works: AttemptChanges = {};

function certificate(changes: Partial<Certificate>): Certificate {
  return { ...leaf, names: [], commonName: null, purposes: [], ...changes };
}

/** A chain that does not verify, with OpenSSL's code for it. */
function untrusted(code: string, chain: readonly Certificate[] = [leaf]): AttemptChanges {
  const verification = { trusted: false, code, name, nameMatches: true };
  return failed('tls-untrusted', { chain, verification });
}

/** A chain that verifies, for another name than the one dialled. */
function otherName(names: readonly string[], dialled = name): AttemptChanges {
  const verification = { trusted: true, code: null, name: dialled, nameMatches: false };
  return failed('tls-name-mismatch', {
    chain: [{ ...leaf, names, commonName: names[0] ?? null }],
    verification,
  });
}

function failed(code: FailureCode, tls: Partial<TlsFacts>): AttemptChanges {
  return { failed: ['tls', code], facts: { tls } };
}

/** The handshake ended before the server showed anything. */
const nothingSeen = {
  chain: [],
  chainFrom: null,
  verification: null,
  version: null,
  cipher: null,
  serverHello: false,
  bytesIn: 0,
  clientCertificate: { requested: null, authorities: [], sent: false },
} as const;

function alerted(number: number, tls: Partial<TlsFacts> = {}): AttemptChanges {
  return failed('tls-alert', { ...nothingSeen, bytesIn: 7, alert: alert(number), ...tls });
}

function alert(number: number): Alert {
  return { number, name: `alert_${number}`, late: false };
}

const cut = (how: 'closed' | 'reset'): AttemptChanges =>
  failed(how, { ...nothingSeen, ended: { how, afterMs: 4 } });
const stalled = failed('timeout', nothingSeen);

const given = (...certificates: readonly Certificate[]) => ({
  ca: [{ file: 'ca.crt', problem: null, holds: [], certificates }],
});
const trustGiven = { tls: { trust: 'given' } } as const;
const nameless = { tls: { serverName: null, serverNameFrom: 'none' } } as const;
const byAddress = { host: '192.0.2.20', tls: { serverName: null } } as const;

/** With a CA file, whatever else is wrong. */
function withCa(changes: AttemptChanges, ...certificates: readonly Certificate[]): EvidenceChanges {
  return {
    ...changes,
    target: trustGiven,
    facts: { ...changes.facts, input: given(...certificates) },
  };
}

suite('a healthy run gives no finding', () => {
  rows([
    ['with TLS 1.3', {}, []],
    ['with TLS 1.2', { facts: { tls: { version: 'TLSv1.2' } } }, []],
    ['without TLS', { target: { tls: null } }, []],
    ['with a private CA that was given', withCa(works, root), []],
    ['with a client certificate', { target: { tls: { clientCertificate: true } } }, []],
    [
      'with a client certificate that is asked for and not insisted on',
      { facts: { tls: { clientCertificate: { requested: true, authorities: [], sent: false } } } },
      [],
    ],
    [
      'with an expired certificate in the chain that nothing needs',
      { facts: { tls: { chain: [leaf, certificate({ notAfter: '2021-09-30T00:00:00.000Z' })] } } },
      [],
    ],
    ['a failure below TLS', { failed: ['tcp', 'refused'] }, []],
    ['a failure above TLS', { failed: ['connect', 'connack-refused'] }, []],
  ]);
});

suite('trust', () => {
  const unknown = untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  const locally = untrusted('UNABLE_TO_GET_ISSUER_CERT_LOCALLY', [leaf, issuing]);
  const itself = { ...leaf, issuer: leaf.subject, selfSigned: true };
  rows([
    [
      'a whole chain to an unknown root',
      untrusted('SELF_SIGNED_CERT_IN_CHAIN', [leaf, issuing, root]),
      ['tls/unknown-ca observed'],
    ],
    [
      'a certificate alone, of a root by its name',
      untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE', [{ ...leaf, issuer: root.subject }]),
      ['tls/unknown-ca observed'],
    ],
    [
      'a certificate alone, of who knows whom',
      untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE', [{ ...leaf, issuer: 'CN=Acme' }]),
      ['tls/unknown-ca likely'],
    ],
    [
      'an authority that the operating system knows',
      { ...locally, trials: { 'trust-os': works } },
      ['tls/unknown-ca proven'],
    ],
    [
      'a certificate alone, of an intermediate by its name',
      unknown,
      ['tls/missing-intermediate likely', 'tls/unknown-ca likely < tls/missing-intermediate'],
    ],
    [
      'an intermediate that could be fetched',
      { ...unknown, trials: { 'chain-completed': works } },
      ['tls/missing-intermediate proven', 'tls/unknown-ca likely < tls/missing-intermediate'],
    ],
    [
      'an intermediate that was fetched, below an unknown root',
      { ...unknown, trials: { 'chain-completed': untrusted('UNABLE_TO_GET_ISSUER_CERT') } },
      ['tls/unknown-ca likely'],
    ],
    [
      'the second intermediate could be fetched',
      { ...locally, trials: { 'chain-completed': works } },
      ['tls/missing-intermediate proven', 'tls/unknown-ca observed < tls/missing-intermediate'],
    ],
    [
      'a public certificate alone',
      untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE', [
        { ...leaf, issuer: 'CN=R11, O=Acme', issuerUrls: ['http://r11.i.acme-pki.org/'] },
      ]),
      ['tls/missing-intermediate likely', 'tls/unknown-ca likely < tls/missing-intermediate'],
    ],
    [
      'a CA file of another authority',
      withCa(untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE', [{ ...leaf, issuer: 'CN=Acme' }]), root),
      ['tls/wrong-ca likely'],
    ],
    [
      'a CA file of the root, whose house issued the intermediate that is not sent',
      withCa(
        untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE', [{ ...leaf, issuer: 'CN=Site 7, O=Example' }]),
        root,
      ),
      ['tls/missing-intermediate likely', 'tls/wrong-ca likely < tls/missing-intermediate'],
    ],
    [
      'a CA of the same name and another key',
      withCa(
        untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE', [{ ...leaf, issuer: root.subject }]),
        root,
      ),
      ['tls/wrong-ca observed'],
    ],
    [
      'a CA file with the intermediate alone',
      withCa(untrusted('UNABLE_TO_GET_ISSUER_CERT'), issuing),
      ['tls/wrong-ca observed'],
    ],
    [
      'a CA file for a certificate of a public authority',
      { ...withCa(locally, root), trials: { 'trust-system': works } },
      ['tls/wrong-ca proven'],
    ],
    [
      'a certificate that signed itself',
      untrusted('DEPTH_ZERO_SELF_SIGNED_CERT', [itself]),
      ['tls/self-signed observed'],
    ],
    [
      'a certificate that signed itself and has expired',
      {
        ...untrusted('CERT_HAS_EXPIRED', [{ ...itself, notAfter: '2026-01-30T00:00:00.000Z' }]),
        trials: { unverified: works },
      },
      ['tls/expired proven', 'tls/self-signed observed'],
    ],
    [
      'an unknown root, for another name as well',
      failed('tls-untrusted', {
        chain: [leaf, root],
        verification: {
          trusted: false,
          code: 'SELF_SIGNED_CERT_IN_CHAIN',
          name: 'other.example.com',
          nameMatches: false,
        },
      }),
      ['tls/unknown-ca observed', 'tls/hostname-mismatch observed < tls/unknown-ca'],
    ],
    [
      'an authority that inspects',
      untrusted('SELF_SIGNED_CERT_IN_CHAIN', [
        leaf,
        certificate({
          subject: 'CN=Zscaler Root CA',
          issuer: 'CN=Zscaler Root CA',
          selfSigned: true,
        }),
      ]),
      ['tls/intercepted likely', 'tls/unknown-ca observed < tls/intercepted'],
    ],
    [
      'an authority that inspects, and was given',
      { facts: { tls: { chain: [{ ...leaf, issuer: 'CN=Zscaler Intermediate Root CA' }] } } },
      ['warning tls/intercepted likely'],
    ],
    [
      "a firewall's own authority on a local network",
      {
        ...untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE', [
          { ...leaf, issuer: 'CN=Sophos_CA_C0123' },
        ]),
        target: { host: '192.168.1.7' },
      },
      ['tls/unknown-ca likely'],
    ],
    ['a revoked certificate', untrusted('CERT_REVOKED'), ['tls/revoked observed']],
  ]);
});

suite('dates', () => {
  const past = '2026-01-30T00:00:00.000Z';
  rows([
    [
      'the certificate has expired',
      untrusted('CERT_HAS_EXPIRED', [{ ...leaf, notAfter: past }]),
      ['tls/expired observed'],
    ],
    [
      'it has expired, and unchecked all works',
      {
        ...untrusted('CERT_HAS_EXPIRED', [{ ...leaf, notAfter: past }]),
        trials: { unverified: works },
      },
      ['tls/expired proven'],
    ],
    [
      'an intermediate has expired',
      untrusted('CERT_HAS_EXPIRED', [leaf, { ...issuing, notAfter: past }]),
      ['tls/expired observed'],
    ],
    [
      'the given root has expired',
      withCa(untrusted('CERT_HAS_EXPIRED'), { ...root, notAfter: past }),
      ['tls/expired observed'],
    ],
    [
      'an extra certificate has expired where the CA file is the wrong one',
      withCa(
        untrusted('UNABLE_TO_GET_ISSUER_CERT_LOCALLY', [leaf, { ...issuing, notAfter: past }]),
        root,
      ),
      ['tls/wrong-ca observed'],
    ],
    [
      'three days are left of ninety',
      { facts: { tls: { chain: [{ ...leaf, notAfter: '2026-02-03T00:00:00.000Z' }] } } },
      ['warning tls/expires-soon observed'],
    ],
    [
      'half of a week is left',
      {
        facts: {
          tls: {
            chain: [
              {
                ...leaf,
                notBefore: '2026-01-28T00:00:00.000Z',
                notAfter: '2026-02-04T00:00:00.000Z',
              },
            ],
          },
        },
      },
      [],
    ],
  ]);

  const early = { ...leaf, notBefore: '2027-02-02T00:00:00.000Z' };
  const inTime = { ...root, notAfter: '2036-01-01T00:00:00.000Z' };
  const later = (changes: EvidenceChanges) =>
    diagnose({ ...healthyEvidence(changes), at: '2027-01-31T12:00:00.000Z' }, tlsRules).map(brief);

  test('it begins in the future', () => {
    const codes = later(untrusted('CERT_NOT_YET_VALID', [{ ...early, notAfter: inTime.notAfter }]));
    assert.deepEqual(codes, ['tls/not-yet-valid observed']);
  });

  test('a given root begins in the future', () => {
    const chain = [{ ...leaf, notAfter: inTime.notAfter }];
    const young = { ...inTime, notBefore: early.notBefore };
    const codes = later(withCa(untrusted('CERT_NOT_YET_VALID', chain), young));
    assert.deepEqual(codes, ['tls/not-yet-valid observed']);
  });

  test('a clock before this rule was written explains certificates of the future', () => {
    const codes = findings(untrusted('CERT_NOT_YET_VALID', [early])).map(brief);
    assert.deepEqual(codes, [
      'tls/clock-wrong observed',
      'tls/not-yet-valid observed < tls/clock-wrong',
    ]);
  });

  test('and does not explain an unknown authority', () => {
    const codes = findings(untrusted('SELF_SIGNED_CERT_IN_CHAIN', [leaf, root])).map(brief);
    assert.deepEqual(codes, ['tls/unknown-ca observed']);
  });
});

suite('names', () => {
  rows([
    ['another name', otherName(['other.example.com']), ['tls/hostname-mismatch observed']],
    [
      'another name, under which it works',
      {
        ...otherName(['other.example.com']),
        trials: { 'certificate-name-other.example.com': works },
      },
      ['tls/hostname-mismatch proven'],
    ],
    [
      'an alias of a name that works',
      { ...otherName(['*.example.net']), trials: { 'sni-alias-a.example.net': works } },
      ['tls/hostname-mismatch proven'],
    ],
    [
      'an address, and names',
      { ...otherName([name], '192.0.2.20'), target: byAddress },
      ['tls/address-as-name observed'],
    ],
    [
      'an address, and another address',
      { ...otherName(['192.0.2.99'], '192.0.2.20'), target: byAddress },
      ['tls/hostname-mismatch observed'],
    ],
    [
      'the name as common name alone, which works here',
      { facts: { tls: { chain: [{ ...leaf, names: [] }] } } },
      ['warning tls/hostname-mismatch observed'],
    ],
    [
      'another name, and the server name was not sent',
      {
        ...otherName(['other.example.com']),
        target: nameless,
        facts: { tls: { ...otherName(['other.example.com']).facts?.tls, serverNameSent: null } },
        trials: { 'sni-sent': works },
      },
      ['tls/sni-required proven', 'tls/hostname-mismatch observed < tls/sni-required'],
    ],
  ]);
});

suite('the server name (SNI)', () => {
  const without = (changes: AttemptChanges): EvidenceChanges => ({ ...changes, target: nameless });
  const closed = 'tls/closed-in-handshake';
  rows([
    [
      'not sent, alert 112',
      without(alerted(112, { serverNameSent: null })),
      ['tls/sni-required observed'],
    ],
    [
      'not sent, hung up; sent, it works',
      { ...without(cut('closed')), trials: { 'sni-sent': works } },
      ['tls/sni-required proven', `${closed} observed < tls/sni-required`],
    ],
    [
      'not sent, CONNACK 5; sent, it works',
      { ...without({ failed: ['connect', 'connack-refused'] }), trials: { 'sni-sent': works } },
      ['tls/sni-required proven'],
    ],
    [
      'an address, alert 112',
      { ...alerted(112), target: byAddress },
      ['tls/sni-required observed'],
    ],
    [
      'an address, alert 40, and no old cipher helps',
      { ...alerted(40), target: byAddress, trials: { 'old-ciphers': alerted(40) } },
      ['tls/sni-required likely', `${closed} likely < tls/sni-required`],
    ],
    ['sent, alert 112', alerted(112), ['tls/sni-unknown observed']],
    [
      'sent, alert 80',
      alerted(80),
      ['tls/sni-unknown likely', `${closed} likely < tls/sni-unknown`],
    ],
    [
      'sent, alert 49',
      alerted(49),
      ['tls/sni-unknown likely', `${closed} likely < tls/sni-unknown`],
    ],
    [
      'sent, alert 40, and no old cipher helps',
      { ...alerted(40), trials: { 'old-ciphers': alerted(40) } },
      ['tls/sni-unknown likely', `${closed} likely < tls/sni-unknown`],
    ],
    [
      'sent, hung up; without it the server goes on',
      { ...cut('closed'), trials: { 'sni-none': works } },
      ['tls/sni-unknown proven', `${closed} observed < tls/sni-unknown`],
    ],
    [
      'sent, silent; without it the server goes on',
      { ...stalled, trials: { 'sni-none': works } },
      ['tls/sni-unknown proven', 'tls/timeout observed < tls/sni-unknown'],
    ],
    [
      'an alias of a name that the server knows',
      { ...cut('reset'), trials: { 'sni-alias-a.example.net': works } },
      ['tls/sni-unknown proven', `${closed} observed < tls/sni-unknown`],
    ],
    [
      'sent, hung up whatever is sent',
      { ...cut('closed'), trials: { 'sni-none': cut('closed') } },
      [`${closed} observed`],
    ],
  ]);
});

suite('versions and ciphers', () => {
  const speaks = (version: string): AttemptChanges => ({ facts: { tls: { version } } });
  const closed = 'tls/closed-in-handshake likely';
  rows([
    ['alert 70', alerted(70), ['tls/version-unsupported observed']],
    [
      'an answer in TLS 1.0',
      failed('tls-no-common-ground', { ...nothingSeen, serverHello: true, version: 'TLSv1' }),
      ['tls/version-unsupported observed'],
    ],
    [
      'alert 70, and TLS 1.0 alone works',
      { ...alerted(70), trials: { 'tls-version-TLSv1': speaks('TLSv1') } },
      ['tls/version-unsupported proven'],
    ],
    [
      'TLS 1.3 wanted, and 1.2 alone works',
      {
        ...alerted(70),
        target: { tls: { minVersion: 'TLSv1.3' } },
        trials: { 'tls-version-TLSv1.2': speaks('TLSv1.2') },
      },
      ['tls/version-unsupported proven'],
    ],
    [
      'reset, and TLS 1.2 alone works',
      { ...cut('reset'), trials: { 'tls-version-TLSv1.2': speaks('TLSv1.2') } },
      [
        'tls/version-unsupported proven',
        'tls/closed-in-handshake observed < tls/version-unsupported',
      ],
    ],
    [
      'alert 40, and TLS 1.2 works with old ciphers: not the version',
      {
        ...alerted(40),
        trials: { 'old-ciphers': speaks('TLSv1.2'), 'tls-version-TLSv1': speaks('TLSv1') },
      },
      ['tls/cipher-mismatch proven', `${closed} < tls/cipher-mismatch`],
    ],
    [
      'alert 40, and nothing was tried',
      alerted(40),
      ['tls/cipher-mismatch likely', `${closed} < tls/cipher-mismatch`],
    ],
    [
      "alert 40 of a server of one's own, and no old cipher helps",
      {
        ...alerted(40, { serverNameSent: 'localhost' }),
        target: { host: 'localhost' },
        trials: { 'old-ciphers': alerted(40) },
      },
      ['tls/cipher-mismatch likely', `${closed} < tls/cipher-mismatch`],
    ],
    [
      'alert 40 after a ServerHello, as Java sends it',
      alerted(40, { serverHello: true, version: 'TLSv1.3' }),
      ['tls/cipher-mismatch likely', `${closed} < tls/cipher-mismatch`],
    ],
    ['alert 71', alerted(71), ['tls/cipher-mismatch observed']],
    [
      'a key exchange that is too weak for us',
      failed('tls-no-common-ground', { version: 'TLSv1.2' }),
      ['tls/cipher-mismatch observed'],
    ],
    [
      'an RSA key of 1024 bits, refused',
      untrusted('UNSPECIFIED', [{ ...leaf, keyBits: 1024 }]),
      ['tls/weak-certificate observed'],
    ],
    [
      'an RSA key of 1024 bits, let pass',
      { facts: { tls: { chain: [{ ...leaf, keyBits: 1024 }] } } },
      ['warning tls/weak-certificate observed'],
    ],
    [
      'signed with SHA-1',
      untrusted('UNSPECIFIED', [{ ...leaf, signature: 'sha1WithRSAEncryption' }]),
      ['tls/weak-certificate observed'],
    ],
    [
      'a root that signed itself with SHA-1',
      { facts: { tls: { chain: [leaf, { ...root, signature: 'sha1WithRSAEncryption' }] } } },
      [],
    ],
    [
      'TLS 1.1 agreed on',
      { target: { tls: { minVersion: 'TLSv1' } }, ...speaks('TLSv1.1') },
      ['warning tls/old-version observed'],
    ],
    [
      'nine KiB of certificates',
      { facts: { tls: { chain: [{ ...leaf, derBytes: 9000 }] } } },
      ['warning tls/embedded-unfriendly observed'],
    ],
    [
      'a certificate for clients',
      untrusted('INVALID_PURPOSE', [{ ...leaf, purposes: ['1.3.6.1.5.5.7.3.2'] }]),
      ['tls/wrong-purpose observed'],
    ],
  ]);
});

suite('the client certificate', () => {
  const asked = { requested: true, authorities: ['CN=Devices'], sent: false };
  const shown = { ...asked, sent: true };
  const refused = (number: number, clientCertificate: TlsFacts['clientCertificate']) =>
    failed('tls-alert', { alert: alert(number), clientCertificate });
  const own = { target: { tls: { clientCertificate: true } } } as const;
  rows([
    ['missing, alert 116', refused(116, asked), ['tls/client-cert-required observed']],
    [
      'missing, alert 40 of OpenSSL in TLS 1.2',
      refused(40, asked),
      ['tls/client-cert-required observed'],
    ],
    ['missing, alert 42 of Java and Go', refused(42, asked), ['tls/client-cert-required observed']],
    [
      'missing, hung up in the handshake',
      failed('closed', { clientCertificate: asked }),
      [
        'tls/client-cert-required likely',
        'tls/closed-in-handshake observed < tls/client-cert-required',
      ],
    ],
    [
      'missing, hung up at CONNECT',
      { failed: ['connect', 'closed'], facts: { tls: { clientCertificate: asked } } },
      ['tls/client-cert-required likely'],
    ],
    ['never asked for, hung up at CONNECT', { failed: ['connect', 'closed'] }, []],
    [
      'of an unknown CA',
      { ...own, ...refused(48, shown) },
      ['tls/client-cert-unknown-ca observed'],
    ],
    [
      'of an unknown CA, and without it the server goes on',
      { ...own, ...refused(48, shown), trials: { 'no-client-certificate': works } },
      ['tls/client-cert-unknown-ca proven'],
    ],
    ['expired', { ...own, ...refused(45, shown) }, ['tls/client-cert-rejected observed']],
    ['not known', { ...own, ...refused(46, shown) }, ['tls/client-cert-rejected observed']],
    [
      'answered with alert 40',
      { ...own, ...refused(40, shown) },
      ['tls/client-cert-rejected likely'],
    ],
    [
      'answered by hanging up',
      { ...own, ...failed('reset', { clientCertificate: shown }) },
      [
        'tls/client-cert-rejected likely',
        'tls/closed-in-handshake observed < tls/client-cert-rejected',
      ],
    ],
    [
      'answered by hanging up, and without it the server goes on',
      {
        ...own,
        ...failed('closed', { clientCertificate: shown }),
        trials: { 'no-client-certificate': works },
      },
      [
        'tls/client-cert-rejected proven',
        'tls/closed-in-handshake observed < tls/client-cert-rejected',
      ],
    ],
    [
      'given, and the server broke off before it asked for one',
      { ...own, ...alerted(80) },
      ['tls/sni-unknown likely', 'tls/closed-in-handshake likely < tls/sni-unknown'],
    ],
  ]);

  test('of 1024 bits is refused by our own side, before anything is sent', () => {
    const evidence = healthyEvidence({
      ...own,
      facts: {
        input: {
          clientCertificate: {
            file: 'client.crt',
            problem: null,
            holds: [],
            certificates: [{ ...leaf, keyBits: 1024 }],
            maySign: true,
          },
        },
      },
    });
    const failure = { code: 'tls-no-common-ground', raw: 'ee key too small' } as const;
    const tls = { status: 'failed', failure, facts: {}, ms: 1 } as const;
    const main = { ...evidence.main, outcomes: { ...evidence.main.outcomes, tls } };
    assert.deepEqual(diagnose({ ...evidence, main }, tlsRules).map(brief), [
      'tls/weak-certificate observed',
    ]);
  });
});

suite('a handshake that ends without a reason', () => {
  rows([
    ['closed', cut('closed'), ['tls/closed-in-handshake observed']],
    ['reset', cut('reset'), ['tls/closed-in-handshake observed']],
    ['an alert that no rule knows', alerted(10), ['tls/closed-in-handshake likely']],
    [
      'bytes that make no sense',
      failed('tls-broken', nothingSeen),
      ['tls/closed-in-handshake likely'],
    ],
    ['silence', stalled, ['tls/timeout observed']],
    [
      'silence, and a small answer to an old version',
      { ...stalled, trials: { 'tls-version-TLSv1': alerted(70) } },
      ['tls/mtu-black-hole likely', 'tls/timeout observed < tls/mtu-black-hole'],
    ],
    ['a run stopped by its deadline', failed('deadline', nothingSeen), []],
    ['a run that was interrupted', failed('interrupted', nothingSeen), []],
  ]);
});

suite('--insecure', () => {
  const off = { tls: { verify: false } } as const;
  const verification = {
    trusted: false,
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
    name,
    nameMatches: true,
  };
  rows([
    ['in vain', { target: off }, ['warning tls/verification-off observed']],
    [
      'over an unknown CA',
      { target: off, facts: { tls: { verification, chain: [leaf, root] } } },
      ['warning tls/verification-off observed', 'info tls/unknown-ca observed'],
    ],
  ]);
});
