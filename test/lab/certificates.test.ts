import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { certificateRequest, mintAuthority, selfSigned } from './certificates.ts';
import { strayKey, traditionalPem } from './keys.ts';
import { openLab } from './lab.ts';
import { expired, forClients, notYetValid, withoutNames } from './order.ts';

const ca = await mintAuthority({ name: 'Lab Root CA', organization: 'Lab' });
const commonName = 'broker.test';

test('a certificate is signed by its authority, for its names and addresses', async () => {
  const issued = await ca.issue({ commonName, names: ['broker.test', '127.0.0.1', '::1'] });
  const leaf = new X509Certificate(issued.cert);
  const root = new X509Certificate(ca.cert);
  assert.ok(leaf.verify(root.publicKey));
  assert.ok(leaf.checkIssued(root));
  assert.ok(leaf.checkPrivateKey(createPrivateKey(issued.key)));
  assert.equal(leaf.checkHost('broker.test'), 'broker.test');
  assert.equal(leaf.checkHost('other.test'), undefined);
  assert.equal(leaf.checkIP('::1'), '::1');
  assert.deepEqual(leaf.keyUsage, ['1.3.6.1.5.5.7.3.1']);
  assert.ok(root.ca && !leaf.ca);
});

test('a chain holds the leaf and its intermediates, not the root', async () => {
  const upper = await ca.intermediate({ commonName: 'Upper' });
  const lower = await upper.intermediate({ commonName: 'Lower' });
  const { chain, fullchain } = await lower.issue({ commonName });
  const subjects = chain.map((pem) => new X509Certificate(pem).subject);
  assert.deepEqual(subjects, ['CN=broker.test', 'CN=Lower', 'CN=Upper']);
  assert.equal(fullchain, chain.join(''));
});

test('an order can have any date, purpose, key, signature and issuer address', async () => {
  const now = Date.now();
  const old = new X509Certificate((await ca.issue({ commonName, ...expired })).cert);
  assert.ok(Date.parse(old.validTo) < now);
  const early = new X509Certificate((await ca.issue({ commonName, ...notYetValid })).cert);
  assert.ok(Date.parse(early.validFrom) > now);
  const device = new X509Certificate((await ca.issue({ commonName, ...forClients })).cert);
  assert.deepEqual(device.keyUsage, ['1.3.6.1.5.5.7.3.2']);
  assert.equal(device.subjectAltName, undefined);
  const nameless = new X509Certificate((await ca.issue({ commonName, ...withoutNames })).cert);
  assert.equal(nameless.subjectAltName, undefined);
  const issuerUrl = 'http://127.0.0.1:8080/ca.crt';
  const weak = new X509Certificate(
    (await ca.issue({ commonName, key: 'rsa1024', signature: 'sha1', issuerUrl })).cert,
  );
  assert.equal(weak.publicKey.asymmetricKeyDetails?.modulusLength, 1024);
  assert.match(weak.infoAccess ?? '', /CA Issuers - URI:http:\/\/127\.0\.0\.1:8080\/ca\.crt/);
});

test('a name can hold hostile text', async () => {
  const { cert } = await selfSigned({ commonName: '\u001b[31mred\nCN=x' });
  assert.equal(new X509Certificate(cert).toLegacyObject().subject.CN, '\u001b[31mred\nCN=x');
});

test('a self-signed certificate is its own issuer', async () => {
  const certificate = new X509Certificate((await selfSigned({ commonName })).cert);
  assert.ok(certificate.checkIssued(certificate));
});

test('a key comes open, encrypted, in the older form, or as a stranger', async () => {
  const { key, encryptedKey, cert } = await ca.issue({ commonName });
  const locked = encryptedKey('lab passphrase');
  assert.throws(() => createPrivateKey({ key: locked, passphrase: 'wrong' }));
  assert.ok(createPrivateKey({ key: locked, passphrase: 'lab passphrase' }));
  assert.match(traditionalPem(key), /^-----BEGIN EC PRIVATE KEY-----/);
  assert.ok(!new X509Certificate(cert).checkPrivateKey(createPrivateKey(await strayKey())));
});

test('a request is PEM and no certificate', async () => {
  const { csr } = await certificateRequest({ commonName });
  assert.match(csr, /^-----BEGIN CERTIFICATE REQUEST-----/);
});

test('certificates and keys are written to files', async () => {
  await using lab = await openLab();
  const issued = await ca.issue({ commonName });
  const files = await issued.writeTo(lab.dir, 'server');
  assert.equal(await readFile(files.fullchain, 'utf8'), issued.fullchain);
  assert.equal(await readFile(files.key, 'utf8'), issued.key);
});
