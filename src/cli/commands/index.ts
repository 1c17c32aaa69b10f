// Every command, one line each, in the order of --help.

import { check } from './check.ts';
import type { Command } from './command.ts';

export function eachCommand(add: <F extends object>(command: Command<F>) => void): void {
  add(check);
}
