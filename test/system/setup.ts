// How a Mosquitto is to be set up, and its folder made so.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Identity } from '../lab/certificates.ts';
import { run } from './program.ts';

export interface Setup {
  /** Default: `loopback`. */
  readonly host?: string;
  /** Lines of mosquitto.conf that follow `listener`; a file is named as in `files`. */
  readonly config: readonly string[];
  /** Name → content, in the folder in which Mosquitto runs. */
  readonly files?: Readonly<Record<string, string>>;
  /** User name → password, for `password_file passwords`. */
  readonly passwords?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** A listener with TLS, that sends the certificate and its intermediates. */
export function overTls({ fullchain, key }: Identity, setup: Partial<Setup> = {}): Setup {
  return {
    ...setup,
    config: ['certfile server.crt', 'keyfile server.key', ...(setup.config ?? anyone)],
    files: { 'server.crt': fullchain, 'server.key': key, ...setup.files },
  };
}

export const anyone = ['allow_anonymous true'];

/** Not 127.0.0.1: there a broker of the machine's own may listen, and trials would find it. */
export const loopback = '127.83.0.1';

/** Writes all files of a setup into the folder, `mosquitto.conf` among them. */
export async function furnish(folder: string, port: number, setup: Setup): Promise<void> {
  const { config, host = loopback, passwords } = setup;
  const files: Record<string, string> = {
    ...setup.files,
    'mosquitto.conf': [
      'log_dest stderr',
      'log_type all',
      'log_timestamp false',
      'user root', // Started by root it would become a user who may not read our files.
      `listener ${port} ${host}`,
      ...config,
      '',
    ].join('\n'),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  if (passwords) await writePasswords(folder, passwords);
}

/** Mosquitto's own tool hashes them. */
async function writePasswords(
  folder: string,
  passwords: NonNullable<Setup['passwords']>,
): Promise<void> {
  const lines = Object.entries(passwords).map(([name, password]) => `${name}:${password}\n`);
  const file = join(folder, 'passwords');
  await writeFile(file, lines.join(''), { mode: 0o600 });
  await run('mosquitto_passwd', ['-U', file]);
}
