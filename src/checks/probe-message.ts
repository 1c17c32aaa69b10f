// The messages of a round trip: a nonce and a number, so that an echo is known for ours and
// an altered one for altered. No meaning, no secret, never the same twice.

import { randomBytes } from 'node:crypto';

const mark = 'mqtt-doctor';

export interface ProbeMessages {
  /** The payload of message `number`, at least as long as the nonce needs. */
  readonly payload: (number: number) => Buffer;
  /** Which of ours it is; `altered`: ours, with other bytes; null: somebody else's. */
  readonly recognise: (payload: Buffer) => number | 'altered' | null;
}

/** Payloads of `size` bytes. */
export function probeMessages(size: number): ProbeMessages {
  const nonce = randomBytes(6).toString('hex');
  const payload = (number: number) => {
    const head = `${mark} ${nonce} ${number} `;
    return Buffer.from(head.padEnd(Math.max(size, head.length), '.'));
  };
  return {
    payload,
    recognise: (received) => {
      const text = received.subarray(0, 64).toString('latin1');
      const number = Number(new RegExp(`${nonce} (\\d{1,4}) `).exec(text)?.[1] ?? Number.NaN);
      if (Number.isNaN(number)) return text.includes(mark.slice(0, 6)) ? 'altered' : null;
      return payload(number).equals(received) ? number : 'altered';
    },
  };
}
