// X.501 names of certificates and authorities as one line of text. The text is the other
// side's: one line is promised, harmless is not.

import type { Tlv } from './der.ts';
import { readOid, readText, readTlv, readTlvs } from './der.ts';

/** Longer names are cut, with an ellipsis. */
const maxCharacters = 512;

// RFC 4514 §3, and what OpenSSL calls the others that are seen.
const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/**
 * `CN=broker.example.com, O=Example` from the DER of a Name: the most specific part first, as
 * in RFC 4514. Bytes that are no Name come as `#` and hexadecimal.
 */
export function nameText(der: Uint8Array): string {
  const name = readTlv(der);
  const sets = name?.tag === 0x30 ? readTlvs(name.content) : null;
  const parts = sets?.map(relativeName).reverse();
  if (!parts || parts.includes(null)) return cut(hexText(der));
  return cut(parts.join(', '));
}

/** One RDN: a set of attributes, almost always of one. */
function relativeName(set: Tlv): string | null {
  const pairs = set.tag === 0x31 ? readTlvs(set.content)?.map(attribute) : null;
  if (!pairs || pairs.length === 0 || pairs.includes(null)) return null;
  return pairs.join('+');
}

function attribute(pair: Tlv): string | null {
  const [type, value] = (pair.tag === 0x30 && readTlvs(pair.content)) || [];
  const oid = type && readOid(type);
  if (!oid || !value) return null;
  const text = readText(value);
  return `${shortNames[oid] ?? oid}=${text === null ? hexText(value.bytes) : escaped(text)}`;
}

/** RFC 4514 §2.4; control characters and line separators too, to keep it on one line. */
function escaped(text: string): string {
  return text
    .slice(0, maxCharacters)
    .replace(/[\\"+,;<>]|^[ #]| $/g, '\\$&')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) =>
      Buffer.from(character).toString('hex').toUpperCase().replace(/../g, '\\$&'),
    );
}

function hexText(bytes: Uint8Array): string {
  return `#${Buffer.from(bytes.subarray(0, maxCharacters)).toString('hex')}`;
}

function cut(text: string): string {
  if (text.length <= maxCharacters) return text;
  // Not between the halves of a surrogate pair.
  return `${text.slice(0, maxCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
