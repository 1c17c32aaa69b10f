// What a rule says: a code that is stable for ever, how sure we are, whose side it is on,
// and what to do.

import type { CheckId } from './evidence.ts';

export const layers = [
  'input',
  'dns',
  'tcp',
  'proxy',
  'tls',
  'alpn',
  'protocol',
  'websocket',
  'connect',
  'pubsub',
  'http',
  'session',
  'provider',
  'expect',
] as const;
export type Layer = (typeof layers)[number];
export type FindingCode = `${Layer}/${string}`;

export type Severity = 'error' | 'warning' | 'info';
/** `proven` by a trial that flipped the result; `observed` on the wire; `likely` by inference. */
export type Certainty = 'proven' | 'observed' | 'likely';
export type Side = 'client' | 'network' | 'server' | 'unclear';

export interface Remedy {
  /** Imperative, plain words first. */
  readonly text: string;
  /** To copy; placeholders for secrets. */
  readonly command?: string;
  readonly link?: string;
}

export interface Finding {
  readonly code: FindingCode;
  readonly check: CheckId;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly side: Side;
  /** A full sentence about this endpoint, present tense. */
  readonly title: string;
  readonly detail: string;
  readonly remedies: readonly Remedy[];
  readonly data: Readonly<Record<string, unknown>>;
  /** The finding that this one follows from; it is folded under it. */
  readonly explainedBy?: FindingCode;
}

export function layerOf(code: FindingCode): Layer {
  // The type guarantees the prefix.
  return code.slice(0, code.indexOf('/')) as Layer;
}
