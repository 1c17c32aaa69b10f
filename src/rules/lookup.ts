// A name that could not be looked up: whether another name server knows it, and whether it is
// one that only some local network knows.

import { isLocalName } from '../address.ts';
import type { FailureCode } from '../failure.ts';
import type { Certainty, Remedy } from '../finding.ts';
import { checkAgain } from './commands.ts';
import { type Case, facts, factsOf, failureIn, failureOf } from './rule.ts';

/** A type, not an interface: what a rule finds is a record. */
export type Known = {
  /** `address:port` */
  readonly server: string;
  readonly addresses: readonly string[];
  readonly certainty: Certainty;
};

/** The lookup failed with `failure`, and not because the name is a local one. */
export function lookupFailed(c: Case, failure: FailureCode): boolean {
  return failureOf(c, 'dns') === failure && !isStrayLocalName(c);
}

/** Something else than the name is at fault where the name server that the user named is silent. */
export function isStrayLocalName(c: Case): boolean {
  const { source } = facts(c, 'dns');
  const silentByWish = failureOf(c, 'dns') === 'resolver-silent' && source === 'resolver';
  return isLocalName(c.target.host) && !silentByWish;
}

/** A name server that gives what the lookup of the main attempt did not; null: none is known. */
export function knownTo(c: Case): Known | null {
  const { family } = c.target.route;
  // What the first name server says over the wire was no trial: it stands beside the failure.
  const heard = [
    { answer: facts(c, 'dns').resolver, certainty: 'observed' as const },
    ...resolverTrials(c).map(({ attempt }) => ({
      answer: factsOf(attempt, 'dns').resolver,
      certainty: 'proven' as const,
    })),
  ];
  for (const { answer, certainty } of heard) {
    const fit = answer?.addresses.filter((one) => family === 0 || one.family === family) ?? [];
    if (answer && fit.length > 0) {
      return { server: answer.server, addresses: fit.map(({ address }) => address), certainty };
    }
  }
  return null;
}

/** Other name servers were asked, and all of them fail in the same way. */
export function othersFailAlike(c: Case): boolean {
  const trials = resolverTrials(c);
  const failure = failureOf(c, 'dns');
  return trials.length > 0 && trials.every(({ attempt }) => failureIn(attempt, 'dns') === failure);
}

function resolverTrials({ trials }: Case) {
  return trials.filter(({ id }) => id.startsWith('resolver-'));
}

/** As a sentence to go on with; nothing where no name server knows the name. */
export function knownInWords(known: Known | null): string {
  if (known === null) return '';
  return ` The name server ${known.server} gives ${known.addresses.join(', ')}: the two are set up differently.`;
}

export function askElsewhere(c: Case, known: Known | null): Remedy {
  return {
    text:
      known === null
        ? 'Ask another name server; if that one answers, change the resolver of this machine or network.'
        : 'Let the client use the name server that knows the name, or set the other one right.',
    command: checkAgain(c.target, '--resolver', known?.server ?? 'ADDRESS'),
  };
}
