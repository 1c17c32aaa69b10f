// Real Mosquitto on one free loopback port, with a configuration and a folder of its own.
// It expects nothing: that is the tests' part.

import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Identity } from '../lab/certificates.ts';
import { shutPort } from '../lab/dead-ports.ts';

export interface Setup {
  /** Default: `host`. */
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
export const host = '127.83.0.1';
const deadlineMs = 10_000;
/** Debian puts the broker into /usr/sbin, which is not on every user's PATH. */
const { PATH: usual = '' } = process.env;
const path = `${usual}:/usr/sbin:/usr/local/sbin`;

/** A broker that listens. Rejects with what it said where it does not come to that. */
export async function startMosquitto(setup: Setup): Promise<Mosquitto> {
  const folder = await mkdtemp(join(tmpdir(), 'mosquitto-'));
  try {
    return await startIn(folder, setup);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string, setup: Setup): Promise<Mosquitto> {
  const at = setup.host ?? host;
  const port = await shutPort(at);
  const files: Record<string, string> = {
    ...setup.files,
    'mosquitto.conf': [
      'log_dest stderr',
      'log_type all',
      'log_timestamp false',
      'user root', // Started by root it would become a user who may not read our files.
      `listener ${port} ${at}`,
      ...setup.config,
      '',
    ].join('\n'),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  if (setup.passwords) await writePasswords(folder, setup.passwords);
  const child = spawn('mosquitto', ['-c', 'mosquitto.conf'], {
    cwd: folder,
    env: { PATH: path, ...setup.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const broker = new Mosquitto(child, folder, at, port);
  try {
    await once(child, 'spawn').catch(saidPlainly);
    // Connecting to see whether it listens would take one of its `max_connections`.
    await broker.logged(running);
    return broker;
  } catch (error) {
    await broker.stop();
    throw error;
  }
}

/** Mosquitto's own tool hashes them. */
async function writePasswords(
  folder: string,
  passwords: NonNullable<Setup['passwords']>,
): Promise<void> {
  const lines = Object.entries(passwords).map(([name, password]) => `${name}:${password}\n`);
  const file = join(folder, 'passwords');
  await writeFile(file, lines.join(''), { mode: 0o600 });
  await run('mosquitto_passwd', ['-U', file], { env: { PATH: path } }).catch(saidPlainly);
}

const running = /^mosquitto version (\S+) running$/m;

export class Mosquitto {
  readonly host: string;
  readonly port: number;
  readonly folder: string;
  readonly #child: ChildProcess;
  readonly #news = new EventEmitter();
  #log = '';
  #over: Promise<unknown> | null = null;

  constructor(child: ChildProcess, folder: string, host: string, port: number) {
    this.host = host;
    this.port = port;
    this.folder = folder;
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#log += text;
      this.#news.emit('news');
    });
    // The last lines are in once the pipe is closed, which is after the exit.
    child.on('close', () => {
      this.#over = Promise.resolve();
      this.#news.emit('news');
    });
    child.on('error', () => this.#news.emit('news'));
  }

  /** Its version, to compare: 2.0.11 is 20011. */
  get version(): number {
    const parts = running.exec(this.#log)?.[1]?.split('.') ?? [];
    return parts.reduce((sum, part) => sum * 100 + Number.parseInt(part, 10), 0);
  }

  /** The target for a plain connection. */
  get plain(): string {
    return `mqtt://${this.host}:${this.port}`;
  }

  /** Target and flags for TLS under the name of the lab's certificates, which is in no DNS. */
  get secure(): readonly string[] {
    return [`mqtts://broker.test:${this.port}`, '--connect-to', this.host];
  }

  /** Path of a file in its folder. */
  readonly file = (name: string): string => join(this.folder, name);

  /** All that it has said so far. */
  get log(): string {
    return this.#log;
  }

  /** Resolves with the match once the log has it; rejects after ten seconds or at its end. */
  async logged(pattern: RegExp): Promise<RegExpExecArray> {
    const late = AbortSignal.timeout(deadlineMs);
    for (;;) {
      const found = pattern.exec(this.#log);
      if (found) return found;
      if (this.#over || late.aborted) {
        const why = this.#over ? 'ended' : `did not say so within ${deadlineMs} ms`;
        throw new Error(`Mosquitto was to log ${pattern} and ${why}. Its log:\n${this.#log}`);
      }
      await once(this.#news, 'news', { signal: late }).catch(() => {});
    }
  }

  /** A message retained under `topic`, as a new subscriber gets it; null: there is none. */
  async retained(topic: string): Promise<string | null> {
    const args = ['-h', this.host, '-p', String(this.port), '-t', topic, '-C', '1', '-W', '1'];
    try {
      const { stdout } = await run('mosquitto_sub', args, { env: { PATH: path } });
      return stdout;
    } catch (error) {
      // MOSQ_ERR_TIMEOUT, the code with which it says that nothing came.
      if (error instanceof Error && 'code' in error && error.code === 27) return null;
      return saidPlainly(error);
    }
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child.pid !== undefined && this.#over === null) {
      const closed = once(child, 'close');
      const killer = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
      child.kill('SIGTERM');
      await closed;
      clearTimeout(killer);
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

const run = promisify(execFile);

/** A missing program fails the test in words: a system test that does not run has not passed. */
function saidPlainly(error: unknown): never {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (!missing) throw error;
  assert.fail(
    'Mosquitto is not installed, and the system tests need it: apt-get install mosquitto mosquitto-clients',
  );
}
