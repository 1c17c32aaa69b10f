import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameText } from '../../src/checks/distinguished-name.ts';
import { der, name, oid, part, sequence, utf8 } from './der-writer.ts';

const withCommonName = (text: string) => nameText(sequence(part('2.5.4.3', utf8(text))));

test('a name reads from the most specific part to the least', () => {
  assert.equal(nameText(name('broker.example.com', 'Example')), 'CN=broker.example.com, O=Example');
});

test('parts of several attributes and of types without a short name are kept', () => {
  const both = der(
    0x31,
    sequence(oid('2.5.4.3'), utf8('device')),
    sequence(oid('0.9.2342.19200300.100.1.1'), utf8('7')),
  );
  const bytes = sequence(part('1.3.6.1.4.1.311.60.2.1.3', utf8('DE')), both);
  assert.equal(nameText(bytes), 'CN=device+UID=7, 1.3.6.1.4.1.311.60.2.1.3=DE');
});

test('a value that is no text is written in hexadecimal', () => {
  assert.equal(nameText(sequence(part('2.5.4.3', der(0x02, Buffer.from([5]))))), 'CN=#020105');
});

test('characters that mean something in a name are escaped', () => {
  assert.equal(withCommonName('Example, Inc. "A"+B'), 'CN=Example\\, Inc. \\"A\\"\\+B');
  assert.equal(withCommonName(' #1 '), 'CN=\\ #1\\ ');
});

test('a name with control characters stays on one line', () => {
  assert.equal(
    withCommonName('a\n\u001b[31mb\u0085\u2028'),
    'CN=a\\0A\\1B[31mb\\C2\\85\\E2\\80\\A8',
  );
});

test('an endless name is cut', () => {
  const text = withCommonName('x'.repeat(20_000));
  assert.equal(text.length, 512);
  assert.ok(text.endsWith('x…'));
});

test('an empty name is empty, and bytes that are no name are written in hexadecimal', () => {
  assert.equal(nameText(sequence()), '');
  assert.equal(nameText(Buffer.from('30ff', 'hex')), '#30ff');
  assert.equal(nameText(sequence(der(0x31))), '#30023100');
  assert.equal(nameText(Buffer.alloc(60_000)).length, 512);
});
