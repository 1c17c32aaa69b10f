// A password or passphrase out of a file or stdin. No message names the path: it may be
// the password itself, given to the wrong flag.

import { Secret } from '../target.ts';
import { codeOf } from './errno.ts';
import type { Io } from './io.ts';
import { readAll } from './read.ts';
import { UsageError } from './usage-error.ts';

const reasons = new Map([
  ['ENOENT', 'does not exist'],
  ['EACCES', 'may not be read by this user'],
  ['EPERM', 'may not be read by this user'],
  ['EISDIR', 'is a directory'],
  ['ENOTDIR', 'does not exist'],
]);

/** Rejects with UsageError, or with the signal's reason where that is an interrupt. */
export async function readSecretFile(
  flag: string,
  path: string,
  io: Io,
  signal: AbortSignal,
): Promise<Secret> {
  try {
    return secretOf(await readAll(io.readFile(path, signal), signal), `The file of ${flag}`);
  } catch (error) {
    if (error instanceof UsageError || signal.aborted) throw error;
    const code = codeOf(error);
    throw new UsageError(
      `The file of ${flag} ${reasons.get(code) ?? `cannot be read (${code})`}.`,
      `${flag} takes the path of a file, not the secret itself.`,
    );
  }
}

export async function readSecretStdin(io: Io, signal: AbortSignal): Promise<Secret> {
  // Typing it would show it.
  if (io.stdin.isTTY) {
    throw new UsageError(
      '--password-stdin reads from a pipe, and standard input is a terminal.',
      'For example: mqtt-doctor check HOST -u USER --password-stdin < FILE',
    );
  }
  return secretOf(await readAll(io.stdin, signal), 'Standard input (--password-stdin)');
}

/**
 * One line break at the end is the editor's, or echo's, and goes. Everything else stays:
 * what looks odd there is reported as input/stray-characters.
 */
function secretOf(bytes: Uint8Array | null, what: string): Secret {
  if (bytes === null) {
    throw new UsageError(`${what} holds more than 1 MiB.`, 'It is probably another file.');
  }
  const text = decode(bytes, what).replace(/\r?\n$/, '');
  if (text === '') throw new UsageError(`${what} is empty.`, 'A secret was expected in it.');
  // [MQTT-3.1.3.5]: two bytes of length; passphrases are shorter still.
  if (Buffer.byteLength(text) > 65_535) {
    throw new UsageError(
      `${what} is longer than a password can be.`,
      'MQTT carries at most 65535 bytes.',
    );
  }
  return new Secret(text);
}

function decode(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(
      `${what} is not UTF-8 text.`,
      'Windows PowerShell writes UTF-16: Set-Content -Encoding ascii does not.',
    );
  }
}
