import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type {
  CaFile,
  Certificate,
  ClientCertificateFile,
  ClientKeyFile,
  Evidence,
  InputFacts,
  Outcomes,
} from '../../src/evidence.ts';
import type { Finding } from '../../src/finding.ts';
import { elapsed, minuteOf } from '../../src/rules/elapsed.ts';
import caUnreadable from '../../src/rules/input/ca-unreadable.ts';
import caWrongKind from '../../src/rules/input/ca-wrong-kind.ts';
import certUnreadable from '../../src/rules/input/cert-unreadable.ts';
import certWrongKind from '../../src/rules/input/cert-wrong-kind.ts';
import clientCertExpired from '../../src/rules/input/client-cert-expired.ts';
import clientCertNotYetValid from '../../src/rules/input/client-cert-not-yet-valid.ts';
import clientCertPurpose from '../../src/rules/input/client-cert-purpose.ts';
import keyEncrypted from '../../src/rules/input/key-encrypted.ts';
import keyMismatch from '../../src/rules/input/key-mismatch.ts';
import keyUnreadable from '../../src/rules/input/key-unreadable.ts';
import secretOnCommandLine from '../../src/rules/input/secret-on-command-line.ts';
import strayCharacters from '../../src/rules/input/stray-characters.ts';
import tlsNotEnabled from '../../src/rules/input/tls-not-enabled.ts';
import tokenExpired from '../../src/rules/input/token-expired.ts';
import tokenNotYetValid from '../../src/rules/input/token-not-yet-valid.ts';
import topicInvalid from '../../src/rules/input/topic-invalid.ts';
import { caseOf } from '../../src/rules/rule.ts';
import type { Target } from '../../src/target.ts';

const rules = [
  caUnreadable,
  caWrongKind,
  certUnreadable,
  certWrongKind,
  keyUnreadable,
  keyEncrypted,
  keyMismatch,
  clientCertExpired,
  clientCertNotYetValid,
  clientCertPurpose,
  tlsNotEnabled,
  tokenExpired,
  tokenNotYetValid,
  topicInvalid,
  strayCharacters,
  secretOnCommandLine,
];

const at = '2026-01-31T12:00:00.000Z';

const target: Target = {
  url: 'mqtt://broker.test:1883',
  transport: 'mqtt',
  host: 'broker.test',
  port: 1883,
  path: null,
  webSocket: null,
  route: { connectTo: null, family: 0, resolver: null },
  tls: null,
  mqtt: {
    version: null,
    clientId: 'mqtt-doctor-1',
    clientIdIsOurs: true,
    cleanStart: true,
    keepAliveS: 60,
    usernameGiven: true,
    passwordGiven: true,
    will: null,
  },
  roundTrip: {
    topic: 'a/#',
    topicIsOurs: false,
    qos: 1,
    retain: false,
    payloadSize: 32,
    count: 1,
    publish: true,
    subscribe: true,
  },
  limits: { timeoutMs: 5000, deadlineMs: 30_000 },
};

const certificate: Certificate = {
  subject: 'CN=device',
  issuer: 'CN=Lab CA',
  names: [],
  commonName: 'device',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2026-12-31T00:00:00.000Z',
  serial: '01',
  fingerprint: '00',
  isCa: false,
  selfSigned: false,
  purposes: [],
  keyType: 'ec',
  keyBits: 256,
  curve: 'prime256v1',
  signature: null,
  issuerUrls: [],
  derBytes: 500,
};
const authority = { ...certificate, subject: 'CN=Lab CA', isCa: true, selfSigned: true };

const caFile: CaFile = { file: "c a's.pem", problem: null, holds: [], certificates: [authority] };
const certFile: ClientCertificateFile = {
  file: 'client.crt',
  problem: null,
  holds: ['certificate'],
  certificates: [certificate],
  maySign: true,
};
const keyFile: ClientKeyFile = {
  file: 'client.key',
  problem: null,
  holds: ['private key'],
  encrypted: false,
  locked: null,
  type: 'ec',
};
const healthy: InputFacts = {
  ca: [caFile],
  clientCertificate: certFile,
  clientKey: keyFile,
  keyMatchesCertificate: true,
  stray: [],
  passwordFrom: 'file',
  token: null,
  topicProblem: null,
  problems: [],
};

function findings(facts: Partial<InputFacts>): readonly Finding[] {
  const skipped = { status: 'skipped', blockedBy: 'input' } as const;
  const outcomes: Outcomes = {
    input: {
      status: 'failed',
      failure: { code: 'unusable-input', raw: '' },
      facts: { ...healthy, ...facts },
      ms: 1,
    },
    dns: skipped,
    tcp: skipped,
    tls: skipped,
    alpn: skipped,
    websocket: skipped,
    connect: skipped,
    pubsub: skipped,
  };
  const evidence: Evidence = {
    target,
    main: { changed: null, outcomes, reached: null, transcript: [], ms: 1 },
    trials: [],
    environment: {
      os: '',
      runtime: '',
      openssl: '',
      resolvers: [],
      container: null,
      clock: '',
    },
    at,
    ms: 1,
    interrupted: false,
  };
  const c = caseOf(evidence);
  return rules.flatMap((rule) => rule.judge(c) ?? []);
}

const token = { kind: 'jwt', where: 'password', expires: null, notBefore: null } as const;

const situations: readonly (readonly [string, Partial<InputFacts>, readonly string[]])[] = [
  ['all is well', {}, []],
  ['nothing was given', { ca: [], clientCertificate: null, clientKey: null }, []],
  [
    'a CA file is missing',
    {
      problems: ['ca-unreadable'],
      ca: [caFile, { ...caFile, problem: 'missing', certificates: [] }],
    },
    ['input/ca-unreadable'],
  ],
  [
    'certificate and key are given the wrong way round',
    {
      problems: ['cert-unreadable', 'key-unreadable'],
      clientCertificate: {
        ...certFile,
        problem: 'no-certificate',
        holds: ['private key'],
        certificates: [],
      },
      clientKey: { ...keyFile, problem: 'no-key', holds: ['certificate'], type: null },
    },
    ['input/cert-unreadable'],
  ],
  [
    'the certificate file is a request, and the key file a public key',
    {
      problems: ['cert-unreadable', 'key-unreadable'],
      clientCertificate: {
        ...certFile,
        problem: 'no-certificate',
        holds: ['certificate request'],
        certificates: [],
      },
      clientKey: { ...keyFile, problem: 'no-key', holds: ['public key'], type: null },
    },
    ['input/cert-unreadable', 'input/key-unreadable'],
  ],
  [
    'a CA file holds a leaf',
    {
      problems: ['ca-wrong-kind'],
      ca: [{ ...caFile, problem: 'no-authority', certificates: [certificate] }],
    },
    ['input/ca-wrong-kind'],
  ],
  [
    'a CA file holds a key',
    {
      problems: ['ca-wrong-kind'],
      ca: [{ ...caFile, problem: 'no-authority', holds: ['private key'], certificates: [] }],
    },
    ['input/ca-wrong-kind'],
  ],
  [
    'the certificate file is an archive',
    {
      problems: ['cert-unreadable'],
      clientCertificate: {
        ...certFile,
        problem: 'other-format',
        holds: ['PKCS#12 archive'],
        certificates: [],
      },
    },
    ['input/cert-unreadable'],
  ],
  [
    'the client signs in as a CA',
    {
      problems: ['cert-wrong-kind', 'key-mismatch'],
      clientCertificate: { ...certFile, certificates: [authority, certificate], maySign: false },
    },
    ['input/cert-wrong-kind', 'input/key-mismatch', 'input/client-cert-purpose'],
  ],
  [
    'the key file holds something else',
    {
      problems: ['key-unreadable'],
      clientKey: { ...keyFile, problem: 'no-key', holds: ['certificate'] },
    },
    ['input/key-unreadable'],
  ],
  [
    'the key is locked',
    { problems: ['key-encrypted'], clientKey: { ...keyFile, locked: 'passphrase-missing' } },
    ['input/key-encrypted'],
  ],
  ['the key is another', { problems: ['key-mismatch'] }, ['input/key-mismatch']],
  [
    'the certificate is over',
    {
      problems: ['client-cert-expired'],
      clientCertificate: {
        ...certFile,
        certificates: [{ ...certificate, notAfter: '2026-01-30T11:00:00.000Z' }],
      },
    },
    ['input/client-cert-expired'],
  ],
  [
    'the certificate has not begun',
    {
      problems: ['client-cert-not-yet-valid'],
      clientCertificate: {
        ...certFile,
        certificates: [{ ...certificate, notBefore: '2026-02-01T12:00:00.000Z' }],
      },
    },
    ['input/client-cert-not-yet-valid'],
  ],
  [
    'the certificate is a server’s',
    {
      clientCertificate: {
        ...certFile,
        certificates: [{ ...certificate, purposes: ['1.3.6.1.5.5.7.3.1'] }],
      },
    },
    ['input/client-cert-purpose'],
  ],
  [
    'the certificate is for clients and servers',
    {
      clientCertificate: {
        ...certFile,
        certificates: [{ ...certificate, purposes: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'] }],
      },
    },
    [],
  ],
  [
    'the certificate is for anything',
    {
      clientCertificate: {
        ...certFile,
        certificates: [{ ...certificate, purposes: ['2.5.29.37.0'] }],
      },
    },
    [],
  ],
  [
    'the certificate may not sign',
    { clientCertificate: { ...certFile, maySign: false } },
    ['input/client-cert-purpose'],
  ],
  ['TLS is off', { problems: ['tls-not-enabled'] }, ['input/tls-not-enabled']],
  [
    'the token is over',
    { problems: ['token-expired'], token: { ...token, expires: '2026-01-31T11:00:00.000Z' } },
    ['input/token-expired'],
  ],
  [
    'the token has not begun',
    {
      problems: ['token-not-yet-valid'],
      token: { ...token, notBefore: '2026-01-31T13:00:00.000Z' },
    },
    ['input/token-not-yet-valid'],
  ],
  [
    'the topic has a wildcard',
    { problems: ['topic-invalid'], topicProblem: { topic: 'a/#', problem: 'no' } },
    ['input/topic-invalid'],
  ],
  [
    'the password has a newline',
    { stray: [{ where: 'password', what: 'newline at the end' }] },
    ['input/stray-characters'],
  ],
  ['the password is an argument', { passwordFrom: 'argument' }, ['input/secret-on-command-line']],
  ['the password is in the URL', { passwordFrom: 'url' }, ['input/secret-on-command-line']],
];

suite('what is wrong with the input', () => {
  for (const [situation, facts, codes] of situations) {
    test(situation, () => {
      const found = findings(facts);
      assert.deepEqual(
        found.map(({ code }) => code),
        codes,
      );
      for (const { title, detail, remedies, side } of found) {
        assert.match(title, /^[A-Z].*\.$/s);
        assert.match(detail, /\.$/);
        assert.ok(remedies.length > 0);
        assert.equal(side, 'client');
      }
    });
  }
});

test('a file name is quoted wherever it stands in a command', () => {
  const [found] = findings({
    problems: ['ca-unreadable'],
    ca: [{ ...caFile, problem: 'missing', certificates: [] }],
  });
  assert.equal(found?.remedies[0]?.command, "ls -l 'c a'\\''s.pem'");
});

test('of several CA files the one at fault is named', () => {
  const broken: CaFile = { ...caFile, file: 'broken.pem', problem: 'empty', certificates: [] };
  const partly: CaFile = { ...caFile, file: 'partly.pem', problem: 'damaged' };
  const [found] = findings({ problems: ['ca-unreadable'], ca: [caFile, partly, broken] });
  assert.deepEqual(found?.data, { file: 'broken.pem', problem: 'empty', holds: [] });
});

test('certificates without TLS: the same again with TLS is offered', () => {
  const [found] = findings({ problems: ['tls-not-enabled'] });
  assert.equal(
    found?.remedies[0]?.command,
    "mqtt-doctor check mqtts://broker.test:8883 -u USER --password-file FILE -t 'a/#' --ca 'c a'\\''s.pem' --cert client.crt --key client.key",
  );
});

test('a span is told in its largest unit', () => {
  assert.deepEqual([0, 59_999, 60_000, 7_200_000, 86_400_000, -1].map(elapsed), [
    'less than a minute',
    'less than a minute',
    '1 minute',
    '2 hours',
    '1 day',
    'less than a minute',
  ]);
  assert.equal(minuteOf(at), '2026-01-31 12:00 UTC');
});
