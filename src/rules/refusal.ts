// The packet with which a broker turns a client away at CONNECT.

import { type Case, facts, failureOf } from './rule.ts';

/** A type, not an interface: what a rule finds is a record. */
export type Refusal = {
  /** DISCONNECT is against the standard before a CONNACK, and seen. */
  readonly packet: 'CONNACK' | 'DISCONNECT';
  readonly code: number;
  readonly name: string;
};

export function refusal(c: Case): Refusal | null {
  const { connack, disconnect } = facts(c, 'connect');
  const failure = failureOf(c, 'connect');
  if (failure === 'connack-refused' && connack) {
    return { packet: 'CONNACK', code: connack.code, name: connack.name };
  }
  if (failure === 'disconnected' && disconnect) {
    return {
      packet: 'DISCONNECT',
      code: disconnect.code,
      name: disconnect.name,
    };
  }
  return null;
}

/** The refusal, where its code is one of these; those of MQTT 3 and of 5 share no number. */
export function refusedWith(c: Case, ...codes: readonly number[]): Refusal | null {
  const said = refusal(c);
  return said && codes.includes(said.code) ? said : null;
}

/** `CONNACK 5, not authorized` */
export function said({ packet, code, name }: Refusal): string {
  return `${packet} ${code}, ${name}`;
}
