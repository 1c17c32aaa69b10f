import '../lab/metadata.ts';
import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { suite, test } from 'node:test';
import * as x509 from '@peculiar/x509';
import check from '../../src/checks/input.ts';
import { Transcript } from '../../src/checks/transcript.ts';
import type { InputFacts, InputProblem, StrayCharacters } from '../../src/evidence.ts';
import {
  type Credentials,
  type Material,
  noCredentials,
  Secret,
  type Target,
} from '../../src/target.ts';
import { certificateRequest, mintAuthority, selfSigned } from '../lab/certificates.ts';
import { mintKeys, privatePem, signingKeys } from '../lab/keys.ts';

const plain: Target = {
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
    usernameGiven: false,
    passwordGiven: false,
    will: null,
  },
  roundTrip: {
    topic: 'mqtt-doctor/1',
    topicIsOurs: true,
    qos: 1,
    retain: false,
    payloadSize: 32,
    count: 1,
    publish: true,
    subscribe: true,
  },
  limits: { timeoutMs: 5000, deadlineMs: 30_000 },
};

const secure: Target = {
  ...plain,
  url: 'mqtts://broker.test:8883',
  transport: 'mqtts',
  port: 8883,
  tls: {
    serverName: 'broker.test',
    serverNameFrom: 'host',
    alpn: [],
    minVersion: null,
    maxVersion: null,
    verify: true,
    trust: 'system',
    clientCertificate: false,
  },
};

async function factsOf(credentials: Partial<Credentials>, target = secure): Promise<InputFacts> {
  const result = await check.run({
    target,
    credentials: { ...noCredentials, ...credentials },
    holds: {},
    transcript: new Transcript(),
    signal: new AbortController().signal,
    over: new AbortController().signal,
    settle: () => {},
  });
  // The check always gives all of its facts.
  const facts = result.facts as InputFacts;
  assert.equal(result.status, facts.problems.length === 0 ? 'ok' : 'failed');
  if (result.status === 'failed') assert.equal(result.failure.code, 'unusable-input');
  return facts;
}

const file = (label: string, bytes: string | Uint8Array): Material => ({
  label,
  bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  problem: null,
});
const unread = (problem: string): Material => ({ label: 'gone.pem', bytes: null, problem });
const ca = (...bytes: (string | Uint8Array)[]) => ({
  ca: bytes.map((each, index) => file(`ca${index}.pem`, each)),
});
const identity = (cert: string | Uint8Array, key: string | Uint8Array, passphrase?: string) => ({
  clientCertificate: file('client.crt', cert),
  clientKey: file('client.key', key),
  keyPassphrase: passphrase === undefined ? null : new Secret(passphrase),
});
const password = (value: string) => ({
  password: new Secret(value),
  passwordFrom: 'file' as const,
});

/** As `openssl req -x509` makes it: an authority without a word on key usage. */
async function careless(commonName: string, names: readonly string[] = []) {
  const pair = await mintKeys('ec256');
  const { algorithm, ...keys } = await signingKeys(pair, 'sha256');
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [commonName] }],
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      ...(names.length === 0
        ? []
        : [
            new x509.SubjectAlternativeNameExtension(
              names.map((value) => ({ type: 'dns', value })),
            ),
          ]),
    ],
  });
  return { cert: certificate.toString('pem'), key: privatePem(pair.privateKey) };
}

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const forClients = { purposes: ['client'] } as const;
const authority = await mintAuthority({ name: 'Lab CA' });
const middle = await authority.intermediate({ commonName: 'Lab CA 2' });
const client = await authority.issue({ commonName: 'device', ...forClients });
const server = await authority.issue({ commonName: 'broker.test' });
const lone = await selfSigned({ commonName: 'broker.test' });
const old = await authority.issue({
  commonName: 'device',
  ...forClients,
  notBefore: inDays(-60),
  notAfter: inDays(-2),
});
const early = await authority.issue({ commonName: 'device', ...forClients, notBefore: inDays(2) });
const { csr } = await certificateRequest({ commonName: 'device' });
const device = await careless('device');
const oneForAll = await careless('broker.test', ['broker.test']);
const legacyKey = createPrivateKey(client.key)
  .export({ type: 'sec1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'open sesame' })
  .toString();
const locked = client.encryptedKey('open sesame');
const pkcs12 = Buffer.from('3009020103300406022a03', 'hex');

const nowS = Math.floor(Date.now() / 1000);
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object) =>
  `${base64url({ alg: 'ES256', typ: 'JWT' })}.${base64url(claims)}.c2lnbmF0dXJl`;
const sas = (se: number) => `SharedAccessSignature sr=hub%2Fdevices%2Fd&sig=a%2Bb%3D&se=${se}`;

const situations: readonly (readonly [
  situation: string,
  credentials: Partial<Credentials>,
  problems: readonly InputProblem[],
  target?: Target,
])[] = [
  ['nothing is given', {}, []],
  ['nothing is given, without TLS', {}, [], plain],

  ['a CA', ca(authority.cert), []],
  ['a CA in DER', ca(new X509Certificate(authority.cert).raw), []],
  ['an intermediate CA', ca(middle.cert), []],
  ['a leaf together with its CA', ca(server.cert + authority.cert), []],
  ['a server that signed itself, as its own CA', ca(lone.cert), []],
  ['a CA, then a block that is cut off', ca(authority.cert + server.cert.slice(0, 99)), []],
  ['no CA file there', { ca: [unread('ENOENT')] }, ['ca-unreadable']],
  ['a CA file of another user', { ca: [unread('EACCES')] }, ['ca-unreadable']],
  ['a folder as CA', { ca: [unread('EISDIR')] }, ['ca-unreadable']],
  ['an empty CA file', ca(' \n'), ['ca-unreadable']],
  ['prose as CA', ca('hello'), ['ca-unreadable']],
  ['half a certificate as CA', ca(authority.cert.slice(0, 200)), ['ca-unreadable']],
  ['a leaf, then half a CA', ca(server.cert + authority.cert.slice(0, 200)), ['ca-unreadable']],
  ['an archive as CA', ca(pkcs12), ['ca-unreadable']],
  ['one CA of two files is good', ca(authority.cert, ''), ['ca-unreadable']],
  ['a leaf as CA', ca(server.cert), ['ca-wrong-kind']],
  ['a client certificate as CA', ca(client.cert), ['ca-wrong-kind']],
  ['a key as CA', ca(authority.key), ['ca-wrong-kind']],
  ['a request as CA', ca(csr), ['ca-wrong-kind']],

  ['a client certificate with its key', identity(client.cert, client.key), []],
  ['one file for both', identity(client.cert + client.key, client.cert + client.key), []],
  ['the key in front of the certificate', identity(client.key + client.cert, client.key), []],
  ['a chain', identity(client.cert + authority.cert, client.key), []],
  ['a server certificate of a client', identity(server.cert, server.key), []],
  ['a device that signed itself', identity(device.cert, device.key), []],
  [
    'one certificate for broker, client and CA',
    { ...identity(oneForAll.cert, oneForAll.key), ...ca(oneForAll.cert) },
    [],
  ],
  [
    'both in one file, given once',
    { clientCertificate: file('both.pem', client.cert + client.key) },
    [],
  ],
  ['a certificate alone', { clientCertificate: file('c.pem', client.cert) }, ['key-unreadable']],
  [
    'no certificate there',
    { ...identity('', client.key), clientCertificate: unread('ENOENT') },
    ['cert-unreadable'],
  ],
  [
    'the two files swapped',
    identity(client.key, client.cert),
    ['cert-unreadable', 'key-unreadable'],
  ],
  ['a request as certificate', identity(csr, client.key), ['cert-unreadable']],
  [
    'a chain that is cut off',
    identity(client.cert + server.cert.slice(0, 99), client.key),
    ['cert-unreadable'],
  ],
  [
    'a public key as key',
    identity(client.cert, '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n'),
    ['key-unreadable'],
  ],
  [
    'a key that makes no sense',
    identity(client.cert, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'),
    ['key-unreadable'],
  ],
  ['the key of another', identity(client.cert, server.key), ['key-mismatch']],
  [
    'a CA with the key of a client',
    identity(authority.cert, client.key),
    ['cert-wrong-kind', 'key-mismatch'],
  ],
  ['a CA with its own key', identity(authority.cert, authority.key), ['cert-wrong-kind']],
  [
    'a chain with the CA first',
    identity(authority.cert + client.cert, client.key),
    ['cert-wrong-kind', 'key-mismatch'],
  ],
  [
    'the CA of the server with its own key',
    { ...identity(device.cert, device.key), ...ca(device.cert) },
    ['cert-wrong-kind'],
  ],
  ['an expired certificate', identity(old.cert, old.key), ['client-cert-expired']],
  ['a certificate of tomorrow', identity(early.cert, early.key), ['client-cert-not-yet-valid']],

  ['an encrypted key and its passphrase', identity(client.cert, locked, 'open sesame'), []],
  ['an encrypted old key and its passphrase', identity(client.cert, legacyKey, 'open sesame'), []],
  ['a passphrase that is not needed', identity(client.cert, client.key, 'x'), []],
  ['an encrypted key alone', identity(client.cert, locked), ['key-encrypted']],
  ['an encrypted old key alone', identity(client.cert, legacyKey), ['key-encrypted']],
  ['a wrong passphrase', identity(client.cert, locked, 'wrong'), ['key-encrypted']],
  [
    'a wrong passphrase of an old key',
    identity(client.cert, legacyKey, 'wrong'),
    ['key-encrypted'],
  ],

  ['a CA without TLS', ca(authority.cert), ['tls-not-enabled'], plain],
  [
    'a client certificate without TLS',
    identity(client.cert, client.key),
    ['tls-not-enabled'],
    plain,
  ],

  ['a password that is no token', password('a.b.c'), []],
  ['a JWT of today', password(jwt({ exp: nowS + 3600, nbf: nowS })), []],
  ['a JWT by a clock a little fast', password(jwt({ nbf: nowS + 10 })), []],
  ['a JWT without an end', password(jwt({ sub: 'x' })), []],
  ['a JWT whose end is no time', password(jwt({ exp: 1e300 })), []],
  ['a JWT of yesterday', password(jwt({ exp: nowS - 60 })), ['token-expired']],
  ['a JWT of tomorrow', password(jwt({ nbf: nowS + 3600 })), ['token-not-yet-valid']],
  ['a JWT with a newline', password(`${jwt({ exp: nowS - 60 })}\n`), ['token-expired']],
  ['an old JWT as user name', { username: new Secret(jwt({ exp: 1 })) }, ['token-expired']],
  ['a SAS token of today', password(sas(nowS + 3600)), []],
  ['a SAS token of yesterday', password(sas(nowS - 60)), ['token-expired']],
];

suite('what is given, and why it is pointless to go on', () => {
  for (const [situation, credentials, problems, target] of situations) {
    test(situation, async () => {
      assert.deepEqual((await factsOf(credentials, target)).problems, problems);
    });
  }
});

suite('topics', () => {
  const both = { publish: true, subscribe: true };
  const onlyIn = { publish: false, subscribe: true };
  const onlyOut = { publish: true, subscribe: false };
  const topics: readonly (readonly [string, typeof both, 'fine' | 'invalid'])[] = [
    ['a/b', both, 'fine'],
    ['/', both, 'fine'],
    ['$SYS/x', both, 'fine'],
    ['ä/🙂', both, 'fine'],
    ['a/+', onlyIn, 'fine'],
    ['#', onlyIn, 'fine'],
    ['a/+/b/#', onlyIn, 'fine'],
    ['$share/group/a/+', onlyIn, 'fine'],
    ['$share/group//', onlyIn, 'fine'],
    ['a/+', both, 'invalid'],
    ['a/#', onlyOut, 'invalid'],
    ['a+', onlyIn, 'invalid'],
    ['a/#/b', onlyIn, 'invalid'],
    ['a#', onlyIn, 'invalid'],
    ['$share/group', onlyIn, 'invalid'],
    ['$share//a', onlyIn, 'invalid'],
    ['$share/+/a', onlyIn, 'invalid'],
    ['$share/group/a', both, 'invalid'],
    ['', both, 'invalid'],
    ['a\0b', both, 'invalid'],
    ['a\ud800', both, 'invalid'],
    ['ä'.repeat(32_768), both, 'invalid'],
    ['a'.repeat(65_535), both, 'fine'],
  ];
  for (const [topic, ways, verdict] of topics) {
    const name = `${JSON.stringify(topic.slice(0, 20))} ${JSON.stringify(ways)} is ${verdict}`;
    test(name, async () => {
      const roundTrip = { ...plain.roundTrip, topic, topicIsOurs: false, ...ways };
      const { problems, topicProblem } = await factsOf({}, { ...plain, roundTrip });
      assert.deepEqual(problems, verdict === 'fine' ? [] : ['topic-invalid']);
      assert.equal(topicProblem?.topic, verdict === 'fine' ? undefined : topic);
    });
  }

  test('a will cannot go to a wildcard', async () => {
    const will = { topic: 'gone/#', payload: '', qos: 0, retain: false } as const;
    const { topicProblem } = await factsOf({}, { ...plain, mqtt: { ...plain.mqtt, will } });
    assert.equal(topicProblem?.topic, 'gone/#');
  });
});

suite('characters that got in by accident', () => {
  const key = (text: string) => ({ clientKey: file('client.key', text) });
  const cases: readonly (readonly [string, Partial<Credentials>, readonly string[]])[] = [
    ['none', { ...password('p w'), username: new Secret('u') }, []],
    ['a newline', password('secret\n'), ['password: newline at the end']],
    ['Windows', password('secret\r\n'), ['password: newline at the end']],
    [
      'spaces',
      { username: new Secret(' u ') },
      ['user name: space at the start', 'user name: space at the end'],
    ],
    ['a mark', { username: new Secret('\ufeffu') }, ['user name: byte order mark at the start']],
    ['a tab', password('\tp'), ['password: tab at the start']],
    ['NUL', password('p\0'), ['password: NUL at the end']],
    ['one space alone', password(' '), ['password: space at the start']],
    ['a good key file', key(client.key), []],
    ['a marked key file', key(`\ufeff${client.key}`), ['key file: byte order mark at the start']],
    ['a key file with NUL', key(`${client.key}\0`), ['key file: NUL at the end']],
    ['an indented key', key(`  ${client.key}`), ['key file: space before -----BEGIN']],
    [
      'a key on one line',
      key(client.key.replaceAll('\n', '\\n')),
      ['key file: newlines written as \\n'],
    ],
  ];
  const line = ({ where, what }: StrayCharacters) => `${where}: ${what}`;
  for (const [situation, credentials, stray] of cases) {
    test(situation, async () => {
      assert.deepEqual((await factsOf(credentials)).stray.map(line), stray);
    });
  }

  test('a client id that was chosen here is not looked at', async () => {
    const withId = (clientIdIsOurs: boolean) =>
      factsOf({}, { ...plain, mqtt: { ...plain.mqtt, clientId: 'id ', clientIdIsOurs } });
    assert.deepEqual((await withId(true)).stray, []);
    assert.deepEqual((await withId(false)).stray.map(line), ['client id: space at the end']);
  });
});

test('the facts say what the files hold instead', async () => {
  const facts = await factsOf({ ...identity(client.key, csr), ...ca(pkcs12, authority.key) });
  assert.deepEqual(facts.clientCertificate?.holds, ['private key']);
  assert.deepEqual(facts.clientKey?.holds, ['certificate request']);
  assert.deepEqual(
    facts.ca.map(({ problem, holds }) => [problem, holds]),
    [
      ['other-format', ['PKCS#12 archive']],
      ['no-authority', ['private key']],
    ],
  );
});

test('no fact holds a secret', async () => {
  const token = jwt({ exp: nowS - 60, sub: 'canary-claim' });
  const secrets = ['open sesame', 'canary-claim', token, '-----BEGIN'];
  const facts = await factsOf({
    ...identity(client.cert + locked, locked, 'open sesame'),
    ...password(`${token} `),
    username: new Secret(' canary-user'),
  });
  const text = JSON.stringify(facts);
  for (const secret of [...secrets, 'canary-user', locked.split('\n')[1] ?? '']) {
    assert.ok(!text.includes(secret), secret);
  }
  assert.equal(facts.token?.expires, new Date((nowS - 60) * 1000).toISOString());
});
