// Every command, one line each, in the order of --help.

import { check } from './check.ts';
import { codes } from './codes.ts';
import type { Command } from './command.ts';
import { explain } from './explain.ts';

export function eachCommand(add: <F extends object>(command: Command<F>) => void): void {
  add(check);
  add(explain);
  add(codes);
}
