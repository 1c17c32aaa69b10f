// Our commands and flags as commander's. commander only parses and prints help: it never
// exits, and its own error texts, which quote what was typed, are never shown.

import { Command as Commander, Option } from 'commander';
import type { Command } from './commands/command.ts';
import { eachCommand } from './commands/index.ts';
import type { Flag } from './flags/flag.ts';
import { commandHelp, programHelp } from './help.ts';
import type { Io } from './io.ts';
import { seeHelp, UsageError } from './usage-error.ts';

/** `finished` gets the exit code of the command that ran. */
export function programFor(io: Io, finished: (exitCode: number) => void): Commander {
  const program = new Commander('mqtt-doctor')
    .description('Finds out why something cannot connect to an MQTT broker, and proves it.')
    .version(io.tool.version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'Print the help of a command')
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => Math.min(io.stdout.columns || 80, 80),
      getErrHelpWidth: () => Math.min(io.stderr.columns || 80, 80),
    })
    .addHelpText('after', programHelp);
  eachCommand((command) => add(program, command, io, finished));
  return program;
}

function add<F extends object>(
  program: Commander,
  command: Command<F>,
  io: Io,
  finished: (exitCode: number) => void,
): void {
  const sub = program
    .command(command.name)
    .summary(command.summary)
    .description(`${command.summary}.`);
  for (const { name, help } of command.operands) sub.argument(name, help);
  const all = command.flags.flatMap(({ flags }) => flags);
  const names = new Set(all.flatMap(({ flags }) => flags.match(/--?[\w-]+/g) ?? []));
  for (const { title, flags } of command.flags) {
    for (const flag of flags) sub.addOption(optionOf(flag, names).helpGroup(title));
  }
  const { notes, examples } = command;
  sub.addHelpText('after', commandHelp(notes, examples)).action(async () => {
    finished(await command.run(sub.args, sub.opts<F>(), io));
  });
}

/**
 * commander takes whatever follows as the value, so `-u -P x` would make `-P` the user
 * name and look the password up in DNS as a second target.
 */
function optionOf(flag: Flag, names: ReadonlySet<string>): Option {
  const option = new Option(flag.flags, flag.help);
  const parse = flag.parse;
  if (!option.required) return parse ? option.argParser(parse) : option;
  return option.argParser((typed, previous: unknown) => {
    if (names.has(typed)) {
      throw new UsageError(
        `${option.long ?? option.flags} needs a value, and another option follows it.`,
        seeHelp,
      );
    }
    return parse ? parse(typed, previous) : typed;
  });
}
