// The world as the command line sees it: streams, variables, files, Ctrl-C. `bin/` builds
// it from the process; nothing else under cli/ may touch `process`.

import type { Writable } from 'node:stream';
import type { Report } from '../report.ts';

export interface Io {
  /** What runs: goes into the report and answers `--version`. */
  readonly tool: Report['tool'];
  readonly stdin: AsyncIterable<Uint8Array | string> & {
    readonly isTTY?: boolean;
  };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Variables;
  /**
   * In chunks, so that whoever reads can stop at a limit; aborting closes the file. Errors
   * carry `code`: ENOENT...
   */
  readonly readFile: (path: string, signal: AbortSignal) => AsyncIterable<Uint8Array>;
  /** The longest wait for a name server that is of any use: getaddrinfo cannot be called off. */
  readonly boundLookups?: (timeoutMs: number) => void;
  /** Called at the first Ctrl-C; the second one is bin's. */
  readonly onInterrupt: (listener: () => void) => void;
}

export type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
};

/** Every variable that the program reads. */
export interface Variables {
  readonly MQTT_DOCTOR_USERNAME?: string | undefined;
  readonly MQTT_DOCTOR_PASSWORD?: string | undefined;
  readonly MQTT_DOCTOR_DEBUG?: string | undefined;
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly CI?: string | undefined;
  readonly TERM?: string | undefined;
  readonly TERM_PROGRAM?: string | undefined;
  readonly WT_SESSION?: string | undefined;
  readonly OS?: string | undefined;
  readonly LC_ALL?: string | undefined;
  readonly LC_CTYPE?: string | undefined;
  readonly LANG?: string | undefined;
}
