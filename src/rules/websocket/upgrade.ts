// The answer to our request for WebSocket, as the rules of this layer ask about it.

import { type Case, facts, failureOf } from '../rule.ts';

/** The HTTP status with which the server did not switch; null: it did, or said nothing in HTTP. */
export function refusedWith(c: Case): number | null {
  if (failureOf(c, 'websocket') !== 'upgrade-refused') return null;
  return facts(c, 'websocket').status ?? null;
}

/** What the server calls itself, for a sentence: ` (nginx)`, or nothing. */
export function server(c: Case): string {
  const product = facts(c, 'websocket').answer?.product ?? null;
  return product === null ? '' : ` (${product})`;
}

/** Trials that begin with `prefix` and in which the server switched: their values. */
export function switched(c: Case, prefix: string): readonly string[] {
  return c.trials
    .filter(
      ({ id, attempt }) => id.startsWith(prefix) && attempt.outcomes.websocket.status === 'ok',
    )
    .map(({ attempt }) => attempt.changed?.to ?? '');
}

/** The address of the target under another path. */
export function under(c: Case, path: string): string {
  return c.target.url.replace(/^(\w+:\/\/[^/]*).*$/, `$1${path}`);
}
