// Writes the result: to stdout, or into a file that is there whole or not at all.

import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './errno.ts';
import type { Output } from './io.ts';
import { UsageError } from './usage-error.ts';

/** Resolves when the bytes are out. A reader that left (`| head`) is nobody's error. */
export async function writeOut(output: Output, text: string): Promise<void> {
  const error = await new Promise<Error | null | undefined>((resolve) => {
    output.write(text, resolve);
  });
  if (!error || codeOf(error) === 'EPIPE') return;
  throw new UsageError(
    `The report cannot be written to standard output (${codeOf(error)}).`,
    'It can go into a file: --output FILE.',
  );
}

/** Before the examination: what is sure to fail later fails now. Throws UsageError. */
export async function refuseUnwritable(path: string): Promise<void> {
  const existing = await kindOf(path);
  if (existing === 'directory') {
    throw new UsageError('--output is a directory.', 'Give it the name of a file.');
  }
  if (existing === 'file') await access(await folderOf(path), constants.W_OK).catch(fail);
  else if (existing === null) await access(dirname(path), constants.W_OK).catch(fail);
}

/** Mode 0600: a report tells much about a network. Throws UsageError. */
export async function writeReport(path: string, text: string): Promise<void> {
  try {
    // A device or a pipe (/dev/stdout, /dev/null) must be written, not replaced.
    if ((await kindOf(path)) === 'device') return await writeFile(path, text);
    // A link stays a link: the file that it points to is replaced.
    const final = await realpath(path).catch(() => path);
    const temporary = join(dirname(final), `.${basename(final)}.${randomBytes(4).toString('hex')}`);
    try {
      await writeFile(temporary, text, { mode: 0o600, flag: 'wx' });
      await rename(temporary, final);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    fail(error);
  }
}

async function folderOf(path: string): Promise<string> {
  return dirname(await realpath(path));
}

async function kindOf(path: string): Promise<'file' | 'directory' | 'device' | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'device';
  } catch {
    return null;
  }
}

function fail(error: unknown): never {
  const code = codeOf(error);
  const why =
    code === 'ENOENT'
      ? 'its folder does not exist'
      : code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? 'this user may not write there'
        : code;
  throw new UsageError(`The report cannot be written to --output: ${why}.`, 'Give another file.');
}
