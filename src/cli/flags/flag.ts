// How a flag is declared: once, in the file of its group, beside what it means. Parsers
// throw UsageError and never repeat the value.

import { seeHelp, UsageError } from '../usage-error.ts';

export interface Flag {
  /** `-p, --port <number>` */
  readonly flags: string;
  readonly help: string;
  /** What was typed → what is meant. `previous` is the value so far, for repeatable flags. */
  readonly parse?: (typed: string, previous: unknown) => unknown;
}

export interface FlagGroup {
  readonly title: string;
  readonly flags: readonly Flag[];
}

export function wholeNumber(flag: string, min: number, max: number, hint = seeHelp) {
  return (typed: string): number => {
    const value = /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new UsageError(`${flag} takes a whole number from ${min} to ${max}.`, hint);
  };
}

/** `meanings` maps every accepted spelling; `shown` are those worth a mention. */
export function oneOf<T>(flag: string, meanings: Readonly<Record<string, T>>, shown: string) {
  const known = new Map(Object.entries(meanings));
  return (typed: string): T => {
    const value = known.get(typed.toLowerCase());
    if (value !== undefined) return value;
    throw new UsageError(`${flag} takes ${shown}.`, seeHelp);
  };
}

/** A UTF-8 string field of MQTT holds at most 65535 bytes [MQTT-1.5.4]. */
export function mqttString(flag: string) {
  return (typed: string): string => {
    if (Buffer.byteLength(typed) <= 65_535) return typed;
    throw new UsageError(`${flag} is longer than MQTT can carry.`, 'The limit is 65535 bytes.');
  };
}

/** For a flag that may be given more than once. */
export function collect(typed: string, previous: unknown): readonly string[] {
  return Array.isArray(previous) ? [...previous, typed] : [typed];
}
