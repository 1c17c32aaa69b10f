import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { suite, test } from 'node:test';
import { readPem } from '../../src/checks/pem.ts';
import type { FileContent } from '../../src/evidence.ts';
import { certificateRequest, mintAuthority } from '../lab/certificates.ts';
import { traditionalPem } from '../lab/keys.ts';

const { cert, key, encryptedKey, issue } = await mintAuthority({ name: 'Lab CA' });
const other = (await issue({ commonName: 'broker.test' })).cert;
const { csr } = await certificateRequest({ commonName: 'device' });
const der = new X509Certificate(cert).raw;
const privateKey = createPrivateKey(key);
const legacyKey = privateKey
  .export({ type: 'sec1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' })
  .toString();

const bytes = (text: string) => Buffer.from(text, 'latin1');
const pkcs8 = (passphrase?: string) =>
  privateKey.export({
    type: 'pkcs8',
    format: 'der',
    ...(passphrase ? { cipher: 'aes-256-cbc', passphrase } : {}),
  });

const situations: readonly (readonly [string, Uint8Array, readonly FileContent[]])[] = [
  ['a certificate', bytes(cert), ['certificate']],
  ['Windows line ends', bytes(cert.replaceAll('\n', '\r\n')), ['certificate']],
  ['a byte order mark', bytes(`\xef\xbb\xbf${cert}`), ['certificate']],
  ['text around the blocks', bytes(`subject=x\n${cert}\n# and\n${other}\nend`), ['certificate']],
  ['no newline at the end', bytes(cert.trimEnd()), ['certificate']],
  ['white space behind the lines', bytes(cert.replaceAll('\n', ' \n')), ['certificate']],
  ['the label of OpenSSL', bytes(cert.replaceAll('CERT', 'X509 CERT')), ['certificate']],
  ['both halves of an identity', bytes(cert + key), ['certificate', 'private key']],
  ['an old key', bytes(traditionalPem(key)), ['private key']],
  ['an encrypted key', bytes(encryptedKey('x')), ['encrypted private key']],
  ['an encrypted old key', bytes(legacyKey), ['encrypted private key']],
  ['a request', bytes(csr), ['certificate request']],
  ['a certificate in DER', der, ['certificate']],
  ['a key in DER', pkcs8(), ['private key']],
  ['an old key in DER', privateKey.export({ type: 'sec1', format: 'der' }), ['private key']],
  ['an encrypted key in DER', pkcs8('x'), ['encrypted private key']],
  [
    'a public key in DER',
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    ['public key'],
  ],
  [
    'a request in DER',
    Buffer.from(csr.replaceAll(/-----.*-----/g, ''), 'base64'),
    ['certificate request'],
  ],
  // SEQUENCE { INTEGER 3, SEQUENCE {…} }
  ['a PKCS#12 archive', Buffer.from('3009020103300406022a03', 'hex'), ['PKCS#12 archive']],
  ['a Java keystore', Buffer.from('feedfeed00000002', 'hex'), ['Java keystore']],
  ['what PowerShell writes', Buffer.from(`\ufeff${cert}`, 'utf16le'), ['UTF-16 text']],
  ['a page instead of a file', bytes('\n<!DOCTYPE html><html>'), ['web page']],
  ['prose', bytes('hello'), []],
  ['nothing', new Uint8Array(), []],
];

suite('what a file holds', () => {
  for (const [situation, file, holds] of situations) {
    test(situation, () => {
      const read = readPem(file);
      assert.deepEqual([read.holds, read.damaged], [holds, false]);
    });
  }
});

suite('what OpenSSL cannot read is damaged', () => {
  const damaged: readonly (readonly [string, string, number])[] = [
    ['cut off', cert.slice(0, 200), 0],
    ['indented', cert.replaceAll(/^/gm, '  '), 0],
    ['newlines written out', cert.replaceAll('\n', '\\n'), 0],
    ['no base64', cert.replace(/\n.{10}/, '\n!!!!!!!!!!'), 0],
    ['the next block on the same line', cert.trimEnd() + other, 0],
    ['the end of another kind', cert.replace('END CERTIFICATE', 'END PRIVATE KEY'), 0],
    ['cut off in the second block', cert + other.slice(0, 200), 1],
  ];
  for (const [situation, file, blocks] of damaged) {
    test(situation, () => {
      const read = readPem(bytes(file));
      assert.deepEqual([read.damaged, read.blocks.length], [true, blocks]);
    });
  }
});

test('a block in DER comes out as PEM that OpenSSL takes', () => {
  const [block] = readPem(der).blocks;
  assert.equal(new X509Certificate(block?.pem ?? '').subject, 'CN=Lab CA');
  const [secret] = readPem(pkcs8('x')).blocks;
  assert.ok(createPrivateKey({ key: secret?.pem ?? '', passphrase: 'x' }));
});

test('the headers of an encrypted old key come along', () => {
  const [block] = readPem(bytes(legacyKey)).blocks;
  assert.ok(createPrivateKey({ key: block?.pem ?? '', passphrase: 'x' }));
});

test('the order of several certificates is kept', () => {
  const subjects = readPem(bytes(cert + other)).blocks.map(
    (block) => new X509Certificate(block.der).subject,
  );
  assert.deepEqual(subjects, ['CN=Lab CA', 'CN=broker.test']);
});
