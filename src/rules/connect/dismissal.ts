// A DISCONNECT instead of a CONNACK that says no more than that it is over.

import { type Refusal, refusal } from '../refusal.ts';
import type { Case } from '../rule.ts';

const empty = [0, 4, 128, 129, 130, 131, 152];

export function dismissal(c: Case): Refusal | null {
  const answer = refusal(c);
  return answer?.packet === 'DISCONNECT' && empty.includes(answer.code) ? answer : null;
}
