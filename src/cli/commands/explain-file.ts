// Reads what `explain` is given: a file, or standard input. Files of any kind come here, so
// nothing is trusted and no error repeats what was typed.

import { codeOf } from '../errno.ts';
import type { Io } from '../io.ts';
import { readAll } from '../read.ts';
import { UsageError } from '../usage-error.ts';

/** A report with all its trials has less than a thousandth of it. */
const maxBytes = 32 * 1024 * 1024;

/** What an operating system says to a text that is no path. */
const noFile = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE', 'ELOOP'];

/** null: there is no such file. */
export async function readSaved(
  typed: string,
  io: Io,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    return decoded(await readAll(io.readFile(typed, signal), signal, maxBytes));
  } catch (error) {
    if (error instanceof UsageError || signal.aborted) throw error;
    const code = codeOf(error);
    if (noFile.includes(code)) return null;
    throw new UsageError(
      code === 'EISDIR' ? 'This is a directory.' : `The file cannot be read (${code}).`,
      'explain takes a report made with --format json, a log, a code, or the words of an error.',
    );
  }
}

export async function readStdin(io: Io, signal: AbortSignal): Promise<string> {
  return decoded(await readAll(io.stdin, signal, maxBytes));
}

function decoded(bytes: Uint8Array | null): string {
  if (bytes === null) {
    throw new UsageError('It has more than 32 MiB.', 'Of a log, the last lines are enough.');
  }
  // PowerShell 5 writes UTF-16 with `>`; TextDecoder takes the byte order mark away.
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
