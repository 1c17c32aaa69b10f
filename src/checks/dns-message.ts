// One question and its answer as bytes (RFC 1035 §4). The only file that reads what a name
// server sent: nothing gets past it that does not answer the question.

import type { DecodedPacket, OptAnswer } from 'dns-packet';
import { sameName } from './domain-name.ts';

export interface Question {
  readonly name: string;
  readonly type: 'A' | 'AAAA';
}

export type DnsCodec = Pick<
  typeof import('dns-packet'),
  'encode' | 'decode' | 'RECURSION_DESIRED' | 'TRUNCATED_RESPONSE'
>;

const edns: OptAnswer = {
  type: 'OPT',
  name: '.',
  // Fits every path without fragments (DNS flag day 2020).
  udpPayloadSize: 1232,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

/** `extended`: with EDNS (RFC 6891). */
export function encodeQuery(
  codec: DnsCodec,
  id: number,
  question: Question,
  extended: boolean,
): Buffer {
  return codec.encode({
    type: 'query',
    id,
    flags: codec.RECURSION_DESIRED,
    questions: [{ ...question, class: 'IN' }],
    additionals: extended ? [edns] : [],
  });
}

/** `foreign`: it answers something that was not asked, so the answer may still come. */
export function decodeReply(
  codec: DnsCodec,
  bytes: Buffer,
  id: number,
  question: Question,
): DecodedPacket | 'foreign' | 'truncated' | 'malformed' {
  if (bytes.length < 12 || bytes.readUInt16BE(0) !== id) return 'foreign';
  const truncated = (bytes.readUInt16BE(2) & codec.TRUNCATED_RESPONSE) !== 0;
  try {
    const message = codec.decode(bytes);
    if (!answers(message, question)) return 'foreign';
    return truncated ? 'truncated' : message;
  } catch {
    // The cut may go through a record.
    return truncated ? 'truncated' : 'malformed';
  }
}

function answers(message: DecodedPacket, question: Question): boolean {
  const [asked, ...more] = message.questions ?? [];
  if (!message.flag_qr || more.length > 0) return false;
  // A server that could not read the question cannot repeat it.
  if (!asked) return rcodeOf(message) !== 0;
  return asked.type === question.type && sameName(asked.name, question.name);
}

/** RFC 1035 §4.1.1 */
export function rcodeOf(message: DecodedPacket): number {
  return (message.flags ?? 0) & 0xf;
}

/** FORMERR or NOTIMP: from servers older than EDNS (RFC 6891 §7). */
export function refusesEdns(message: DecodedPacket): boolean {
  return rcodeOf(message) === 1 || rcodeOf(message) === 4;
}
