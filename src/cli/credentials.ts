// Reads what the flags name: certificates, keys, the password. A certificate or key file
// that cannot be read is data (it becomes a finding, with a report); a password file that
// cannot be read leaves nothing to examine with, so it is a UsageError.

import { type Credentials, type Material, Secret } from '../target.ts';
import { codeOf } from './errno.ts';
import type { TlsFlags } from './flags/tls.ts';
import type { Who, WhoFlags } from './flags/who.ts';
import type { Io } from './io.ts';
import { readAll } from './read.ts';
import { readSecretFile, readSecretStdin } from './secret-text.ts';
import type { Aim } from './settings.ts';
import { UsageError } from './usage-error.ts';

type NamedFiles = WhoFlags & Pick<TlsFlags, 'ca' | 'cert' | 'key' | 'keyPassphraseFile'>;

/** Read once, for all targets. */
export type Shared = Pick<
  Credentials,
  'ca' | 'clientCertificate' | 'clientKey' | 'keyPassphrase' | 'password'
>;

/** null: interrupted. Rejects with UsageError, also where a pipe does not end in time. */
export async function readShared(
  flags: NamedFiles,
  io: Io,
  interrupt: AbortSignal,
  limitMs: number,
): Promise<Shared | null> {
  const late = AbortSignal.timeout(limitMs);
  try {
    return await readEverything(flags, io, AbortSignal.any([interrupt, late]));
  } catch (error) {
    if (interrupt.aborted) return null;
    if (!late.aborted || error instanceof UsageError) throw error;
    throw new UsageError(
      'A file or standard input did not end before --deadline.',
      'A pipe ends when the program that writes into it closes it.',
    );
  }
}

async function readEverything(flags: NamedFiles, io: Io, signal: AbortSignal): Promise<Shared> {
  const file = (flag: string, path: string | undefined) =>
    path === undefined ? null : readMaterial(flag, path, io, signal);
  const [ca, clientCertificate, clientKey, keyPassphrase, password] = await Promise.all([
    Promise.all((flags.ca ?? []).map((path) => readMaterial('--ca', path, io, signal))),
    file('--cert', flags.cert),
    file('--key', flags.key),
    flags.keyPassphraseFile === undefined
      ? null
      : readSecretFile('--key-passphrase-file', flags.keyPassphraseFile, io, signal),
    readPassword(flags, io, signal),
  ]);
  return { ca, clientCertificate, clientKey, keyPassphrase, password };
}

export function credentialsFor(
  who: Who,
  shared: Shared,
  secrets: Aim['secrets'] = { headers: [], query: null },
): Credentials {
  return {
    ...shared,
    ...secrets,
    username: who.username === null ? null : new Secret(who.username),
    password: who.password === null ? shared.password : new Secret(who.password),
    passwordFrom: who.passwordFrom,
  };
}

async function readPassword(flags: WhoFlags, io: Io, signal: AbortSignal): Promise<Secret | null> {
  if (flags.passwordFile !== undefined) {
    return readSecretFile('--password-file', flags.passwordFile, io, signal);
  }
  return flags.passwordStdin ? readSecretStdin(io, signal) : null;
}

async function readMaterial(
  flag: string,
  label: string,
  io: Io,
  signal: AbortSignal,
): Promise<Material> {
  try {
    const bytes = await readAll(io.readFile(label, signal), signal);
    if (bytes !== null) return { label, bytes, problem: null };
  } catch (error) {
    if (signal.aborted) throw error;
    return { label, bytes: null, problem: codeOf(error) };
  }
  throw new UsageError(
    `A file of ${flag} is larger than 1 MiB.`,
    'Certificates and keys are much smaller; it is probably another file.',
  );
}
