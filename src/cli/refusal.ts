// commander's errors → ours. commander quotes what was typed, and that may be a password
// (`--pasword=x`), so only names survive: a flag's, or an operand's as we declared it.

import type { Command, CommanderError } from 'commander';
import { closest } from './suggest.ts';
import { seeHelp, UsageError } from './usage-error.ts';

const checkHint = 'To examine a broker: mqtt-doctor check HOST. See mqtt-doctor --help.';

export function refusalOf(
  error: CommanderError,
  program: Command,
  argv: readonly string[],
): UsageError {
  const command = program.commands.find((one) => one.name() === argv[0]);
  switch (error.code) {
    case 'commander.missingArgument':
      return new UsageError(
        `A ${quoted(error)} is missing.`,
        `Usage: mqtt-doctor ${command?.name() ?? ''} ${command?.usage() ?? ''}`,
      );
    case 'commander.optionMissingArgument':
      return new UsageError(`${quoted(error).replace(/ <.*/, '')} needs a value.`, seeHelp);
    case 'commander.unknownCommand':
      return new UsageError('There is no such command.', checkHint);
    case 'commander.unknownOption':
      return unknownOption(quoted(error), command, program);
    default:
      return new UsageError('The command line cannot be understood.', checkHint);
  }
}

function unknownOption(typed: string, command: Command | undefined, program: Command): UsageError {
  const name = nameOf(typed);
  const here = namesOf(command ?? program);
  if (here.includes(name)) return new UsageError(`${name} takes no value.`, seeHelp);
  if (!command && program.commands.some((one) => namesOf(one).includes(name))) {
    return new UsageError(
      `The option ${name} stands before the command.`,
      'Options go behind it: mqtt-doctor check HOST [options].',
    );
  }
  const meant = closest(name, here);
  return new UsageError(
    `There is no option ${name}.`,
    meant ? `Did you mean ${meant}?` : hintFor(command, name),
  );
}

function hintFor(command: Command | undefined, name: string): string {
  const typed = command?.name() ?? 'check';
  // Errors of TLS libraries are negative numbers.
  if (typed === 'explain' && !name.startsWith('--')) {
    return 'A text that begins with a dash goes behind two: mqtt-doctor explain -- -0x7780.';
  }
  return `mqtt-doctor ${typed} --help lists every option.`;
}

/** Without a value that may hang on it: `--x=value`, `-xvalue`, `--passwordvalue`. */
function nameOf(typed: string): string {
  if (!typed.startsWith('--')) return typed.slice(0, 2);
  const name = typed.split('=', 1)[0] ?? '';
  const glued = /^--(password|passphrase|pass|pw)(?!-?(file|stdin)?$)/.exec(name);
  return glued ? `${glued[0]}…` : name;
}

function namesOf(command: Command): readonly string[] {
  return command.options
    .flatMap(({ short, long }) => [short, long])
    .filter((name) => typeof name === 'string');
}

function quoted(error: CommanderError): string {
  return /'([^']*)'/.exec(error.message)?.[1] ?? '';
}
