// What became of the addresses that were dialled, in words.

import type { Dial } from '../evidence.ts';

/** `192.0.2.1: refused; 192.0.2.2: no answer` */
export function dialsInWords(dials: readonly Pick<Dial, 'address' | 'result'>[]): string {
  return dials.map(({ address, result }) => `${address}: ${resultInWords(result)}`).join('; ');
}

export function resultInWords(result: Dial['result']): string {
  switch (result) {
    case 'pending':
    case 'timeout':
      return 'no answer';
    case 'unreachable':
      return 'no route';
    case 'local-limit':
      return 'not permitted on this machine';
    default:
      return result;
  }
}

/** Nothing came back, not even a refusal. */
export function isSilent({ result }: Pick<Dial, 'result'>): boolean {
  return result === 'pending' || result === 'timeout';
}
