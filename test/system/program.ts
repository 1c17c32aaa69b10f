// Programs that run to their end. One that is not installed fails the test in words: a system
// test that does not run has not passed.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const { PATH = '' } = process.env;
/** Debian puts the broker into /usr/sbin, which is not on every user's PATH. */
export const searchPath = `${PATH}:/usr/sbin:/usr/local/sbin`;

/** Gives what it prints; rejects with its exit code as `code` where that is not 0. */
export async function run(program: string, args: readonly string[]): Promise<string> {
  const options = { env: { PATH: searchPath } };
  const { stdout } = await promisify(execFile)(program, args, options).catch((error) =>
    saidPlainly(error, program === 'openssl' ? 'openssl' : mosquittoPackages),
  );
  return stdout;
}

const mosquittoPackages = 'mosquitto mosquitto-clients';

/** Throws what it is given, a missing program in plain words. */
export function saidPlainly(error: unknown, packages = mosquittoPackages): never {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (!missing) throw error;
  assert.fail(
    `A program is not installed, and the system tests need it: apt-get install ${packages}`,
  );
}
