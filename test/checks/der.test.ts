import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOid, readText, readTlv, readTlvs } from '../../src/checks/der.ts';
import { der, oid, sequence, utf8 } from './der-writer.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

test('an element is its tag, its content and its bytes, whatever follows', () => {
  const tlv = readTlv(hex('30 03 02 01 05 ff ff'));
  assert.equal(tlv?.tag, 0x30);
  assert.deepEqual(tlv?.content, hex('02 01 05'));
  assert.deepEqual(tlv?.bytes, hex('30 03 02 01 05'));
});

test('long lengths take one to four octets', () => {
  for (const size of [127, 128, 255, 256, 40_000]) {
    assert.equal(readTlv(der(0x04, Buffer.alloc(size)))?.content.length, size);
  }
  assert.equal(readTlv(hex('04 84 00 00 00 01 aa'))?.content.length, 1);
});

test('what is cut, indefinite, too long or of a high tag is no element', () => {
  for (const bad of ['', '30', '30 02 00', '30 80 00 00', '30 82 01', '04 85 00 00 00 00 01 aa']) {
    assert.equal(readTlv(hex(bad)), null, bad);
  }
  assert.equal(readTlv(hex('04 84 ff ff ff ff 00')), null);
  assert.equal(readTlv(hex('1f 81 01 00')), null);
});

test('elements fill their parent to the last byte, or are not read', () => {
  assert.equal(readTlvs(hex('05 00 05 00'))?.length, 2);
  assert.equal(readTlvs(hex('05 00 05')), null);
  assert.deepEqual(readTlvs(hex('')), []);
});

test('object identifiers read as dotted numbers', () => {
  for (const dotted of [
    '2.5.4.3',
    '1.2.840.113549.1.9.1',
    '0.9.2342.19200300.100.1.25',
    '2.999.1',
  ]) {
    const tlv = readTlv(oid(dotted));
    assert.equal(tlv && readOid(tlv), dotted);
  }
  const uuid = '2.25.329800735698586629295641978511506172918';
  const tlv = readTlv(oid(uuid));
  assert.equal(tlv && readOid(tlv), uuid);
});

test('an object identifier that is empty, unfinished, endless or another type is none', () => {
  for (const bad of ['06 00', '06 02 55 84', `06 41 ${'01'.repeat(65)}`, '04 03 55 04 03']) {
    const tlv = readTlv(hex(bad));
    assert.equal(tlv && readOid(tlv), null, bad);
  }
});

test('each character string is read in its own encoding', () => {
  const texts: [Buffer, string | null][] = [
    [utf8('Zürich'), 'Zürich'],
    [der(0x13, Buffer.from('Example')), 'Example'],
    [der(0x14, Buffer.from('Z\xfcrich', 'latin1')), 'Zürich'],
    [der(0x1e, hex('00 5a 00 fc')), 'Zü'],
    [der(0x1c, hex('00 00 00 5a 00 01 f6 00')), 'Z😀'],
    [der(0x1e, hex('00 5a 00')), null],
    [der(0x1c, hex('ff ff ff ff')), null],
    [der(0x02, hex('05')), null],
    [sequence(), null],
  ];
  for (const [bytes, expected] of texts) {
    const tlv = readTlv(bytes);
    assert.equal(tlv && readText(tlv), expected);
  }
});
