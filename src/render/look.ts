// What a renderer is, and what it is told about the place its output goes to.

import type { Report } from '../report.ts';

export interface Look {
  /** Of the terminal; only the text renderer folds its lines. */
  readonly columns: number;
  readonly color: boolean;
  /** false: ASCII only. */
  readonly unicode: boolean;
  readonly verbose: boolean;
  readonly quiet: boolean;
}

/** Pure: no process, clock or file. The result ends with a newline. */
export type Renderer = (reports: readonly Report[], look: Look) => string;
