// The command line, from argv to exit code. Knows the process only as an `Io`, so that
// tests run it in their own.

import { CommanderError } from 'commander';
import type { Io } from './io.ts';
import { programFor } from './program.ts';
import { refusalOf } from './refusal.ts';
import { complain, confess } from './stderr.ts';
import { UsageError } from './usage-error.ts';

export type { Io } from './io.ts';
export { openFile } from './open.ts';

/** `argv` begins with the command. Never rejects. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  // A reader that went away (`| head`) is told apart where it matters, in ./output.ts.
  io.stdout.on('error', () => {});
  io.stderr.on('error', () => {});
  let exitCode = 0;
  const program = programFor(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help or the version has been printed; without a command help is the answer, and an error.
      if (printed.has(error.code)) return error.exitCode === 0 ? 0 : 2;
      complain(io, refusalOf(error, program, argv));
      return 2;
    }
    if (error instanceof UsageError) {
      complain(io, error);
      return 2;
    }
    return crash(error, argv, io);
  }
}

const printed = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

/** A bug of ours, wherever it came up. Returns the exit code. */
export function crash(error: unknown, argv: readonly string[], io: Io): number {
  confess(io, error, argv.includes('--verbose') || Boolean(io.env.MQTT_DOCTOR_DEBUG));
  return 3;
}
