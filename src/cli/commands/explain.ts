// `mqtt-doctor explain <code|file|error>`: a finding code in full, a saved report judged
// again, or what another client's words mean. Nothing is sent.

import { type ResultFlags, resultFlags } from '../flags/result.ts';
import type { Io } from '../io.ts';
import { refuseUnwritable, writeOut, writeReport } from '../output.ts';
import { UsageError } from '../usage-error.ts';
import type { Command } from './command.ts';
import { explainCode } from './explain-code.ts';
import { readSaved, readStdin } from './explain-file.ts';
import { explainReports, isReport } from './explain-report.ts';
import { explainWords } from './explain-words.ts';

export interface Explanation {
  readonly text: string;
  readonly exitCode: number;
}

const interruptedCode = 130;

export const explain: Command<ResultFlags> = {
  name: 'explain',
  summary: 'Explain a code, a saved report or an error message',
  operands: [
    {
      name: '<subject...>',
      help: 'a code, a report made with --format json, a log, or the words of another client; - reads standard input',
    },
  ],
  flags: [resultFlags],
  notes: `A saved report is judged again by the rules of this version, without any
connection. Of the output of another client it takes a line or a whole log. A
text that begins with a dash goes behind two of them.`,
  examples: [
    'mqtt-doctor explain tls/sni-required',
    'mqtt-doctor explain report.json',
    'mqtt-doctor explain "failed, rc=-2 try again in 5 seconds"',
    'mqtt-doctor explain -- -0x7780',
    'mqtt-doctor explain - < client.log',
  ],
  run,
};

async function run(operands: readonly string[], flags: ResultFlags, io: Io): Promise<number> {
  if (flags.output !== undefined) await refuseUnwritable(flags.output);
  const interrupt = new AbortController();
  io.onInterrupt(() => interrupt.abort(new Error('interrupted')));
  // Unquoted words come as several operands.
  const explanation = await explained(operands.join(' ').trim(), flags, io, interrupt.signal).catch(
    (error: unknown) => {
      if (interrupt.signal.aborted) return null;
      throw error;
    },
  );
  if (explanation === null) return interruptedCode;
  if (flags.output === undefined) await writeOut(io.stdout, explanation.text);
  else await writeReport(flags.output, explanation.text);
  return explanation.exitCode;
}

async function explained(
  typed: string,
  flags: ResultFlags,
  io: Io,
  signal: AbortSignal,
): Promise<Explanation> {
  if (typed === '') {
    throw new UsageError(
      'There is nothing to explain.',
      'A shell variable that is not set leaves an empty text behind.',
    );
  }
  if (typed === '-') return explainText(await readStdin(io, signal), flags, io);
  const code = await explainCode(typed, flags, io);
  if (code !== null) return code;
  const saved = await readSaved(typed, io, signal);
  if (saved !== null) return explainText(saved, flags, io);
  return explainWords(typed, 'typed', flags, io);
}

/** A report, or else a log. */
async function explainText(text: string, flags: ResultFlags, io: Io): Promise<Explanation> {
  const json = parsed(text);
  return isReport(json)
    ? explainReports(json, flags, io)
    : explainWords(text, json === undefined ? 'log' : 'json', flags, io);
}

/** undefined: no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!/^\s*[[{][\s[{]*"schema"/.test(text)) return undefined;
    throw new UsageError(
      'The report is not whole: it is no valid JSON.',
      'Make it again: mqtt-doctor check HOST --format json --output report.json.',
    );
  }
}
