// The verdict's one sentence. It repeats what evidence and findings say and judges nothing.

import type { Attempt, CheckId, Evidence, Outcome } from '../evidence.ts';
import { checkIds } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { duration } from './duration.ts';
import { failureWords, rungWords } from './words.ts';

type Stop = {
  readonly id: CheckId;
  readonly outcome: Extract<Outcome<unknown>, { status: 'failed' | 'crashed' }>;
};

/** Where a climb ended early; null: it did not. */
export function stopOf(attempt: Attempt): Stop | null {
  for (const id of checkIds) {
    const outcome = attempt.outcomes[id];
    if (outcome.status === 'failed' || outcome.status === 'crashed') return { id, outcome };
  }
  return null;
}

export function summarise(evidence: Evidence, findings: readonly Finding[]): string {
  const stop = stopOf(evidence.main);
  const cause = findings[0]?.severity === 'error' ? findings[0] : null;
  if (!evidence.interrupted) return known(evidence, findings, cause, stop);
  const stoppedByUs =
    stop?.outcome.status === 'failed' && stop.outcome.failure.code === 'interrupted';
  return stop !== null && stoppedByUs && cause === null
    ? `Interrupted ${rungWords[stop.id].during}; nothing had failed until then.`
    : `Interrupted; known so far: ${known(evidence, findings, cause, stop)}`;
}

function known(
  evidence: Evidence,
  findings: readonly Finding[],
  cause: Finding | null,
  stop: Stop | null,
): string {
  if (cause !== null) return cause.title;
  if (stop !== null) return unexplained(stop);
  const warnings = findings.filter(
    ({ severity, explainedBy }) => severity === 'warning' && !explainedBy,
  );
  const [first] = warnings;
  if (first === undefined) return `Healthy: ${worked(evidence.main)}`;
  return warnings.length === 1
    ? `Works, with a warning: ${first.title}`
    : `Works, with ${warnings.length} warnings, first: ${first.title}`;
}

function unexplained({ id, outcome }: Stop): string {
  return outcome.status === 'crashed'
    ? `mqtt-doctor itself fails at ${id}, so nothing can be said: ${outcome.message}`
    : `${rungWords[id].fails} fails: ${failureWords[outcome.failure.code]}; no rule explains why.`;
}

function worked({ outcomes, reached, ms }: Attempt): string {
  const { tls, connect, pubsub } = outcomes;
  if (connect.status !== 'ok') return `all that was looked at works, up to ${reached}.`;
  const signsIn = connect.facts.usernameSent || connect.facts.passwordSent;
  const showsCertificate = tls.status === 'ok' && tls.facts.clientCertificate.sent;
  const deeds = [showsCertificate ? 'connects with its certificate' : 'connects'];
  if (signsIn) deeds.push('signs in');
  else if (!showsCertificate) deeds[0] = 'connects without signing in';
  if (pubsub.status === 'ok') {
    const { sent, received, qos, suback } = pubsub.facts;
    if (suback === null) deeds.push(qos === 0 ? 'publishes' : 'has its message accepted');
    else if (sent === 0) deeds.push('may subscribe');
    else if (sent === 1) deeds.push('gets its own message back');
    else deeds.push(`gets ${received} of its own ${sent} messages back`);
  }
  const last = deeds.pop();
  const done = deeds.length === 0 ? last : `${deeds.join(', ')} and ${last}`;
  return `${done} ${last === 'signs in' ? 'within' : 'in'} ${duration(ms)}.`;
}
