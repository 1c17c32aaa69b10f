// Reads DER (X.690 §10), the encoding of certificates and names. Bounded by the bytes it is
// given; never throws, whatever they are.

export interface Tlv {
  /** The identifier octet: 0x30 SEQUENCE, 0x31 SET, 0x06 OBJECT IDENTIFIER, 0xa0 [0]... */
  readonly tag: number;
  readonly content: Uint8Array;
  /** Identifier, length and content. */
  readonly bytes: Uint8Array;
}

/** The element at the start of `bytes`, whatever follows it; null: none, or it is cut. */
export function readTlv(bytes: Uint8Array): Tlv | null {
  const tag = bytes[0];
  const first = bytes[1];
  // Tag numbers above 30 take more octets; X.509 has none.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  let length = first;
  let start = 2;
  if (first >= 0x80) {
    const octets = first & 0x7f;
    // 0x80 is the indefinite form, which DER forbids; four octets are more than fit in memory here.
    if (octets === 0 || octets > 4) return null;
    start += octets;
    length = 0;
    for (const octet of bytes.subarray(2, start)) length = length * 256 + octet;
  }
  const end = start + length;
  if (end > bytes.length) return null;
  return { tag, content: bytes.subarray(start, end), bytes: bytes.subarray(0, end) };
}

/** The elements that fill `content` to its last byte; null where they do not. */
export function readTlvs(content: Uint8Array): readonly Tlv[] | null {
  const all: Tlv[] = [];
  let rest = content;
  while (rest.length > 0) {
    const tlv = readTlv(rest);
    if (!tlv) return null;
    all.push(tlv);
    rest = rest.subarray(tlv.bytes.length);
  }
  return all;
}

/** More than any name in use has, 2.25.<UUID> included. */
const maxOidBytes = 64;

/** `2.5.4.3`; null where the element is no object identifier. */
export function readOid(tlv: Tlv): string | null {
  const last = tlv.content.at(-1);
  if (tlv.tag !== 0x06 || last === undefined || last >= 0x80) return null;
  if (tlv.content.length > maxOidBytes) return null;
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const octet of tlv.content) {
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    if (octet >= 0x80) continue;
    // The first two arcs share a number (X.690 §8.19.4).
    if (arcs.length > 0) arcs.push(arc);
    else if (arc < 80n) arcs.push(arc / 40n, arc % 40n);
    else arcs.push(2n, arc - 80n);
    arc = 0n;
  }
  return arcs.join('.');
}

/** The text of a character string; null where the element is none. Hostile until rendered. */
export function readText(tlv: Tlv): string | null {
  const { buffer, byteOffset, byteLength } = tlv.content;
  const content = Buffer.from(buffer, byteOffset, byteLength);
  switch (tlv.tag) {
    case 0x0c: // UTF8String
      return content.toString('utf8');
    case 0x12: // NumericString
    case 0x13: // PrintableString
    case 0x14: // TeletexString: T.61 by the letter, Latin-1 in practice
    case 0x16: // IA5String
    case 0x1a: // VisibleString
      return content.toString('latin1');
    case 0x1c: // UniversalString
      return fromUnits(content, 4);
    case 0x1e: // BMPString
      return fromUnits(content, 2);
    default:
      return null;
  }
}

function fromUnits(content: Buffer, size: 2 | 4): string | null {
  if (content.length % size !== 0) return null;
  let text = '';
  for (let at = 0; at < content.length; at += size) {
    const point = content.readUIntBE(at, size);
    if (point > 0x10ffff) return null;
    text += String.fromCodePoint(point);
  }
  return text;
}
