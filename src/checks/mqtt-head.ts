// Recognises the start of an MQTT answer. Malformed CONNACKs are meant to be found too, so
// only the head is looked at.

import type { Named, Said } from './said.ts';

/** An answer in more bytes than this is no CONNACK or DISCONNECT that a broker sends. */
const maxRemaining = 64 * 1024;

export function mqttNamed({ bytes }: Said): Named | null {
  const remaining = remainingLength(bytes);
  if (!remaining || remaining.value > maxRemaining) return null;
  return isPacket(bytes[0] ?? 0, remaining.value, bytes.subarray(remaining.end))
    ? { service: 'mqtt' }
    : null;
}

function isPacket(header: number, remaining: number, body: Uint8Array): boolean {
  const [first, second, third] = body;
  if (first === undefined) return false;
  switch (header) {
    case 0x20: {
      // CONNACK: flags of which only the lowest may be set [MQTT-3.2.2-1], then the code.
      if (first > 1 || second === undefined) return false;
      return remaining === 2 || (remaining > 2 && isReason(second));
    }
    case 0xe0:
      // DISCONNECT of MQTT 5; a reason, and properties where the length leaves room for them.
      return isReason(first) && first !== 0 && (remaining === 1 || fits(second, remaining - 2));
    case 0xf0:
      // AUTH: continue authentication (MQTT 5 §3.15.2.1), with the method's property.
      return first === 0x18 && fits(second, remaining - 2) && third === 0x15;
    case 0x30:
    case 0x32:
    case 0x34:
      return isTopic(body, remaining);
    default:
      return false;
  }
}

/** PUBLISH: a topic that is whole, fits, and is plain text. */
function isTopic(body: Uint8Array, remaining: number): boolean {
  const [high = 0, low = 0] = body;
  const end = 2 + high * 256 + low;
  const topic = body.subarray(2, end);
  if (end === 2 || end > remaining || end > body.length) return false;
  return topic.every((byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x23 && byte !== 0x2b);
}

/** Reason codes of MQTT 5: success, or an error (§2.4). */
function isReason(code: number): boolean {
  return code === 0 || (code >= 0x80 && code <= 0xa2);
}

/** Properties of `length` bytes, in one byte of length, fill what is left. */
function fits(length: number | undefined, left: number): boolean {
  return length !== undefined && length < 0x80 && length === left;
}

/** The variable byte integer after the first byte (MQTT 5 §1.5.5), and where it ends. */
function remainingLength(bytes: Uint8Array): { value: number; end: number } | null {
  let value = 0;
  for (let at = 1; at <= 4; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * 128 ** (at - 1);
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return null;
}
