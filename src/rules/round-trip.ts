// Where the round trip of a message ended, and what the broker said about it.

import type { PubsubFacts, Trial } from '../evidence.ts';
import type { FailureCode } from '../failure.ts';
import { flipped, otherVersions, type Rival } from './proof.ts';
import { type Case, facts, failureOf } from './rule.ts';

/** A type, not an interface: what a rule finds is a record. */
export type Stop = {
  readonly failure: FailureCode;
  readonly stage: PubsubFacts['stage'];
  /** The packet that carries `code`; null: it said nothing. */
  readonly packet: 'SUBACK' | 'PUBACK' | 'PUBREC' | 'DISCONNECT' | null;
  readonly code: number | null;
  readonly name: string | null;
};

/** null: the round trip did not fail, or did not begin. */
export function stopOf(c: Case): Stop | null {
  const failure = failureOf(c, 'pubsub');
  if (failure === null) return null;
  const { stage = 'subscribe', suback, acknowledgement, disconnect } = facts(c, 'pubsub');
  const silent = { failure, stage, packet: null, code: null, name: null };
  if (failure === 'subscribe-refused' && suback) {
    return { failure, stage, packet: 'SUBACK', code: suback.code, name: suback.name };
  }
  if (failure === 'publish-refused' && acknowledgement) {
    const { packet, code, name } = acknowledgement;
    return { failure, stage, packet, code, name };
  }
  if (failure === 'disconnected' && disconnect) {
    return { failure, stage, packet: 'DISCONNECT', code: disconnect.code, name: disconnect.name };
  }
  return silent;
}

/**
 * As `flipped`, for a setting of the round trip. Where some messages came back it is none: rights
 * and limits do not change from one message to the next.
 */
export function flippedHere(c: Case, id: Rival, ...kin: readonly Rival[]): Trial | null {
  const { received = 0 } = facts(c, 'pubsub');
  return received > 0 ? null : flipped(c, id, ...kin, ...otherVersions);
}

/** The broker ended the connection, with or without a DISCONNECT. */
export function hungUp({ failure }: Stop): boolean {
  return failure === 'closed' || failure === 'reset' || failure === 'disconnected';
}

export function whilePublishing({ stage }: Stop): boolean {
  return stage === 'publish' || stage === 'echo';
}

/** `PUBACK 135, not authorized`, or how it ended without a word. */
export function seen({ failure, packet, code, name }: Stop): string {
  if (packet !== null) return `${packet} ${code}, ${name}`;
  if (failure === 'reset') return 'a reset of the connection';
  if (failure === 'closed') return 'the end of the connection';
  return failure === 'not-delivered' ? 'no message coming back' : 'no answer';
}

/** The topic as words: one of mqtt-doctor's own says nothing about those of the client. */
export function topicInWords({ target }: Case): string {
  const { topic, topicIsOurs } = target.roundTrip;
  return topicIsOurs ? "mqtt-doctor's own topic" : `the topic "${topic}"`;
}

/** Brokers that give each account its own topics do not know ours. */
export const ownTopicCaveat =
  'Brokers that give every account its own topics refuse any other, so this says nothing yet about the topics of your client.';
