import '../lab/metadata.ts';
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { suite, test } from 'node:test';
import * as x509 from '@peculiar/x509';
import { alternativeNames, issuerUrls } from '../../src/checks/alternative-names.ts';
import { readCertificate } from '../../src/checks/certificate.ts';
import { maySign } from '../../src/checks/key-usage.ts';
import type { Certificate } from '../../src/evidence.ts';
import { mintAuthority, selfSigned } from '../lab/certificates.ts';
import { mintKeys, signingKeys } from '../lab/keys.ts';

const derOf = (pem: string) => new X509Certificate(pem).raw;

function read(pem: string): Certificate {
  const certificate = readCertificate(derOf(pem));
  assert.ok(certificate);
  return certificate;
}

/** Signed by itself, with exactly these extensions. */
async function withExtensions(...extensions: x509.Extension[]): Promise<Buffer> {
  const { algorithm, ...keys } = await signingKeys(await mintKeys('ec256'), 'sha256');
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: ['odd'] }],
    keys,
    signingAlgorithm: algorithm,
    extensions,
  });
  return Buffer.from(certificate.rawData);
}

const authority = await mintAuthority({ name: 'Lab CA', organization: 'Lab' });
const leaf = await authority.issue({
  commonName: 'broker.test',
  organization: 'Acme',
  names: ['broker.test', '*.broker.test', '192.0.2.1', '2001:db8::1'],
  issuerUrl: 'http://ca.test/ca.crt',
  notBefore: new Date('2026-01-31T12:00:00Z'),
  notAfter: new Date('2050-06-01T00:00:01Z'),
});

test('a certificate says whose it is, for which names, from when to when', () => {
  const { serial, fingerprint, derBytes, ...facts } = read(leaf.cert);
  assert.deepEqual(facts, {
    subject: 'O=Acme, CN=broker.test',
    issuer: 'O=Lab, CN=Lab CA',
    names: ['broker.test', '*.broker.test', '192.0.2.1', '2001:db8::1'],
    commonName: 'broker.test',
    notBefore: '2026-01-31T12:00:00.000Z',
    notAfter: '2050-06-01T00:00:01.000Z',
    isCa: false,
    selfSigned: false,
    purposes: ['1.3.6.1.5.5.7.3.1'],
    keyType: 'ec',
    keyBits: 256,
    curve: 'prime256v1',
    signature: 'ecdsa-with-SHA256',
    issuerUrls: ['http://ca.test/ca.crt'],
  });
  const known = new X509Certificate(leaf.cert);
  assert.equal(serial, known.serialNumber);
  assert.equal(fingerprint, known.fingerprint256.replaceAll(':', '').toLowerCase());
  assert.equal(derBytes, known.raw.length);
});

test('an authority and a leaf that signed itself are told apart', async () => {
  const { isCa, selfSigned: own } = read(authority.cert);
  assert.deepEqual([isCa, own], [true, true]);
  const alone = read((await selfSigned({ commonName: 'alone.test' })).cert);
  assert.deepEqual([alone.isCa, alone.selfSigned], [false, true]);
  const middle = read((await authority.intermediate({ commonName: 'Middle' })).cert);
  assert.deepEqual([middle.isCa, middle.selfSigned], [true, false]);
});

test('a leaf that only bears the name of its issuer did not sign itself', async () => {
  const { cert } = await authority.issue({ commonName: 'Lab CA', organization: 'Lab' });
  assert.equal(read(cert).selfSigned, false);
  // Nor where no key id says whose key signed it.
  const { algorithm, privateKey } = await signingKeys(await mintKeys('ec256'), 'sha256');
  const bare = await x509.X509CertificateGenerator.create({
    subject: 'CN=odd',
    issuer: 'CN=odd',
    publicKey: (await mintKeys('ec256')).publicKey.export({ type: 'spki', format: 'der' }),
    signingKey: privateKey,
    signingAlgorithm: algorithm,
  });
  assert.equal(readCertificate(Buffer.from(bare.rawData))?.selfSigned, false);
});

test('an RSA key has its size, and the signature is the one of the issuer', async () => {
  const { keyType, keyBits, curve, signature } = read(
    (await authority.issue({ commonName: 'rsa.test', key: 'rsa1024' })).cert,
  );
  assert.deepEqual([keyType, keyBits, curve, signature], ['rsa', 1024, null, 'ecdsa-with-SHA256']);
  const { cert } = await selfSigned({ commonName: 'x', key: 'rsa1024', signature: 'sha1' });
  assert.equal(read(cert).signature, 'sha1WithRSAEncryption');
});

test('without extensions any purpose goes and there is no name', async () => {
  const certificate = readCertificate(await withExtensions());
  assert.deepEqual(
    [certificate?.purposes, certificate?.names, certificate?.issuerUrls, certificate?.commonName],
    [[], [], [], 'odd'],
  );
});

test('one name with a comma does not pass for two', async () => {
  const hostile = ['a.test, DNS:bank.test', 'quote".test', 'nul\0.test', 'esc\x1b[31m.test'];
  const names = new x509.SubjectAlternativeNameExtension(
    hostile.map((value) => ({ type: 'dns', value })),
  );
  assert.deepEqual(readCertificate(await withExtensions(names))?.names, hostile);
});

suite('names in the words of the runtime', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['nothing', '', []],
    ['other kinds are no host names', 'URI:http://x/, email:a@b, DNS:c', ['c']],
    ['a directory name is passed over', 'DirName:"O=A\\u002cCN=b", DNS:c', ['c']],
    ['an unknown kind is passed over', 'othername:<unsupported>, DNS:c', ['c']],
    ['a broken address stays', 'IP Address:<invalid length=5>', ['<invalid length=5>']],
    ['an IPv6 address is shortened', 'IP Address:2001:DB8:0:0:0:0:0:1', ['2001:db8::1']],
    ['a quoted name is opened', 'DNS:"a\\u002c b", DNS:c', ['a, b', 'c']],
    ['what no JSON parser takes stays', 'DNS:"a\\x41"', ['"a\\x41"']],
  ];
  for (const [situation, text, names] of cases) {
    test(situation, () => assert.deepEqual(alternativeNames(text), names));
  }
});

test('of the ways to an authority only those to its certificate count', () => {
  const text =
    'OCSP - URI:http://o/\nCA Issuers - URI:http://a/\nCA Issuers - URI:"http://b/\\u002c"';
  assert.deepEqual(issuerUrls(text), ['http://a/', 'http://b/,']);
});

test('whatever the bytes are, nothing is thrown', () => {
  const der = derOf(leaf.cert);
  assert.equal(readCertificate(new Uint8Array()), null);
  for (let length = 0; length < der.length; length++) {
    assert.equal(readCertificate(der.subarray(0, length)), null);
    maySign(der.subarray(0, length));
  }
  for (let at = 0; at < der.length; at++) {
    const changed = Uint8Array.from(der);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    readCertificate(changed);
    maySign(changed);
  }
});

test('key usage tells whether a client can sign in with a certificate', async () => {
  const { digitalSignature, keyAgreement, keyCertSign, keyEncipherment } = x509.KeyUsageFlags;
  const usage = async (flags: x509.KeyUsageFlags) =>
    maySign(await withExtensions(new x509.KeyUsagesExtension(flags, true)));
  assert.equal(
    maySign(derOf((await authority.issue({ commonName: 'c', purposes: ['client'] })).cert)),
    true,
  );
  assert.equal(maySign(derOf(authority.cert)), false);
  assert.equal(maySign(await withExtensions()), null);
  assert.equal(await usage(digitalSignature | keyCertSign), true);
  assert.equal(await usage(keyAgreement), true);
  assert.equal(await usage(keyEncipherment), false);
});
