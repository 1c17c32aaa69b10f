// What answered, on whichever rung it was noticed.

import type { Answer, CheckId } from '../../evidence.ts';
import { type Case, facts, factsOf, trial } from '../rule.ts';

/** The answer of something that is not what was asked for; null: there was none. */
export function strangeAnswer(c: Case): { readonly answer: Answer; readonly rung: CheckId } | null {
  const tls = facts(c, 'tls').answer;
  if (tls) return { answer: tls, rung: 'tls' };
  const connect = facts(c, 'connect').answer;
  if (connect) return { answer: connect, rung: 'connect' };
  // Servers that speak first may hang up on what they do not understand without a word.
  const listened = trial(c, 'greeting');
  const { greeting } = listened ? factsOf(listened.attempt, 'tcp') : {};
  return greeting?.answer ? { answer: greeting.answer, rung: 'tcp' } : null;
}
