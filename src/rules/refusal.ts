// The packet with which a broker turns a client away at CONNECT.

import { factsOf, failureIn } from '../evidence.ts';
import { type Case, facts, failureOf, trial } from './rule.ts';

/** A type, not an interface: what a rule finds is a record. */
export type Refusal = {
  /** DISCONNECT is against the standard before a CONNACK, and seen. */
  readonly packet: 'CONNACK' | 'DISCONNECT';
  readonly code: number;
  readonly name: string;
  /** Said in MQTT 3, or done without a word, where `code` is what the same broker says in MQTT 5. */
  readonly vague?: { readonly code: number; readonly name: string } | 'closed' | 'reset';
};

export function refusal(c: Case): Refusal | null {
  const { connack, disconnect } = facts(c, 'connect');
  const failure = failureOf(c, 'connect');
  if (failure === 'connack-refused' && connack) {
    const { code, name } = connack;
    const more = buckets.includes(code) ? inMqtt5(c, { code, name }) : null;
    return more ?? { packet: 'CONNACK', code, name };
  }
  // Some brokers have words in MQTT 5 only.
  if (failure === 'closed' || failure === 'reset') return inMqtt5(c, failure);
  if (failure === 'disconnected' && disconnect) {
    const { code, name } = disconnect;
    return { packet: 'DISCONNECT', code, name };
  }
  return null;
}

/** Brokers put many reasons of MQTT 5 into these codes of MQTT 3: "version" and "unavailable". */
const buckets = [1, 3];
const unsupportedVersion = 132;

function inMqtt5(c: Case, vague: NonNullable<Refusal['vague']>): Refusal | null {
  const asked = trial(c, 'mqtt-5')?.attempt;
  if (!asked || failureIn(asked, 'connect') !== 'connack-refused') return null;
  const { connack } = factsOf(asked, 'connect');
  if (!connack || connack.code < 128 || connack.code === unsupportedVersion) return null;
  return { packet: 'CONNACK', code: connack.code, name: connack.name, vague };
}

/** The refusal, where its code is one of these; those of MQTT 3 and of 5 share no number. */
export function refusedWith(c: Case, ...codes: readonly number[]): Refusal | null {
  const said = refusal(c);
  return said && codes.includes(said.code) ? said : null;
}

/** `CONNACK 5, not authorized` */
export function said({ packet, code, name, vague }: Refusal): string {
  const words = `${packet} ${code}, ${name}`;
  if (!vague) return words;
  if (typeof vague === 'string') {
    return `${vague === 'reset' ? 'a reset' : 'the end'} of the connection; asked in MQTT 5, with ${words}`;
  }
  return `CONNACK ${vague.code}, ${vague.name}, which stands for many things; asked in MQTT 5, with ${words}`;
}
