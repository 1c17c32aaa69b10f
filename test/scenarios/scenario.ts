// What a scenario is: a world that really has a fault (or is healthy), the client's settings,
// and the one code that must come out. It says nothing about how the doctor gets there.

import type { FindingCode, Layer } from '../../src/finding.ts';
import type { Lab } from '../lab/lab.ts';

export interface Settings {
  /** Behind `mqtt-doctor check`. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

export interface Scenario {
  /** A sentence about the world: "the server wants a client certificate and none is given". */
  readonly title: string;
  readonly layer: Layer | 'healthy';
  /** The cause; null: healthy, and no error may come out. */
  readonly expect: FindingCode | null;
  /** Other codes that must stand among the findings, warnings for example. */
  readonly also?: readonly FindingCode[];
  /** What else would be right, where the wire cannot tell. */
  readonly orElse?: readonly FindingCode[];
  /** The cause must be at least that sure; default: any. */
  readonly certainty?: 'proven' | 'observed';
  /** root_cause_id of the collection of reported failures that it is made from. */
  readonly madeFrom?: string;
  /** Packets vanish or nobody answers: the diagnosis may take the whole `--timeout`. */
  readonly silent?: boolean;
  readonly build: (lab: Lab) => Promise<Settings>;
}

export function defineScenario(scenario: Scenario): Scenario {
  return scenario;
}
