// Real software as a child process in a folder of its own. It knows no product and expects
// nothing: that is the tests' part.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searchPath } from './program.ts';
import { loopback } from './setup.ts';

const deadlineMs = 30_000;

export interface Software {
  /** Where it is told to listen, on `loopback`. */
  readonly port: number;
  readonly command: string;
  readonly args: readonly string[];
  /** The distribution's package that holds it. */
  readonly comesIn: string;
  /** What it says once it listens. */
  readonly ready: RegExp;
  /** Name → content, in the folder in which it runs. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that runs commands, such as `ip netns exec NAME`. */
  readonly through?: readonly string[];
}

/** Rejects with what it said where it does not come to listen. */
export async function startDaemon(software: Software): Promise<Daemon> {
  const folder = await mkdtemp(join(tmpdir(), 'daemon-'));
  for (const [name, content] of Object.entries(software.files ?? {})) {
    await writeFile(join(folder, name), content, { mode: 0o600 });
  }
  const [command = '', ...args] = [...(software.through ?? []), software.command, ...software.args];
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: searchPath, HOME: folder, ...software.env },
    // Kept open: `openssl s_server` hangs up on its clients at the end of its input.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const daemon = new Daemon(software, child, folder);
  try {
    await daemon.logged(software.ready);
    return daemon;
  } catch (error) {
    await daemon.stop();
    throw error;
  }
}

export class Daemon {
  readonly port: number;
  readonly folder: string;
  readonly #software: Software;
  readonly #child: ChildProcess;
  readonly #news = new EventEmitter();
  #log = '';
  #missing = false;
  #over = false;

  constructor(software: Software, child: ChildProcess, folder: string) {
    this.port = software.port;
    this.folder = folder;
    this.#software = software;
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#log += text;
        this.#news.emit('news');
      });
    }
    child.stdin?.on('error', () => {}); // It may end before us.
    child.on('error', (error) => {
      this.#missing = 'code' in error && error.code === 'ENOENT';
      this.#over = true;
      this.#news.emit('news');
    });
    // The last lines are in once the pipes are closed, which is after the exit.
    child.on('close', () => {
      this.#over = true;
      this.#news.emit('news');
    });
  }

  /** The target for a plain connection. */
  get plain(): string {
    return `mqtt://${loopback}:${this.port}`;
  }

  /** Target and flags for TLS under the name of the lab's certificates, which is in no DNS. */
  get secure(): readonly string[] {
    return [`mqtts://broker.test:${this.port}`, '--connect-to', loopback];
  }

  /** All that it has said so far. */
  get log(): string {
    return this.#log;
  }

  /** Path of a file in its folder. */
  file(name: string): string {
    return join(this.folder, name);
  }

  /** Resolves with the match once the log has it; rejects at its end, or after a while. */
  async logged(pattern: RegExp): Promise<RegExpExecArray> {
    const { command, comesIn } = this.#software;
    const late = AbortSignal.timeout(deadlineMs);
    for (;;) {
      const found = pattern.exec(this.#log);
      if (found) return found;
      // A system test that does not run has not passed.
      if (this.#missing) assert.fail(`${command} is not installed: apt-get install ${comesIn}`);
      if (this.#over || late.aborted) {
        const why = this.#over ? 'ended' : `did not say so within ${deadlineMs} ms`;
        throw new Error(`${command} was to say ${pattern} and ${why}. It said:\n${this.#log}`);
      }
      await once(this.#news, 'news', { signal: late }).catch(() => {});
    }
  }

  async stop(): Promise<void> {
    if (!this.#over && this.#child.pid !== undefined) {
      const closed = once(this.#child, 'close');
      const killer = setTimeout(() => this.#child.kill('SIGKILL'), deadlineMs);
      this.#child.kill('SIGTERM');
      await closed;
      clearTimeout(killer);
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}
