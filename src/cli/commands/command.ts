// What a command is: its words for --help, its flags, and what it does.

import type { FlagGroup } from '../flags/flag.ts';
import type { Io } from '../io.ts';

/** `F`: the values of its flags, as the flags' parsers return them. */
export interface Command<F extends object> {
  readonly name: string;
  readonly summary: string;
  /** commander's notation: `<target...>`. */
  readonly operands: readonly {
    readonly name: string;
    readonly help: string;
  }[];
  readonly flags: readonly FlagGroup[];
  /** What --help says below the lists: what is typed and what comes out. 80 columns. */
  readonly notes: string;
  readonly examples: readonly string[];
  /** Resolves to the exit code. */
  readonly run: (operands: readonly string[], flags: F, io: Io) => Promise<number>;
}
