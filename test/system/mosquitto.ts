// Real Mosquitto on one free loopback port, with a configuration and a folder of its own.
// It expects nothing: that is the tests' part.

import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shutPort } from '../lab/dead-ports.ts';
import { run, saidPlainly, searchPath } from './program.ts';
import { furnish, loopback, type Setup } from './setup.ts';

const deadlineMs = 10_000;

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
  const { host = loopback } = setup;
  const port = await shutPort(host);
  await furnish(folder, port, setup);
  const child = spawn('mosquitto', ['-c', 'mosquitto.conf'], {
    cwd: folder,
    env: { PATH: searchPath, ...setup.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const broker = new Mosquitto(child, folder, host, port);
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

const running = /^mosquitto version (\S+) running$/m;

export class Mosquitto {
  readonly host: string;
  readonly port: number;
  readonly folder: string;
  readonly #child: ChildProcess;
  readonly #news = new EventEmitter();
  #log = '';
  #over = false;

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
      this.#over = true;
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
      return await run('mosquitto_sub', args);
    } catch (error) {
      // MOSQ_ERR_TIMEOUT, the code with which it says that nothing came.
      if (error instanceof Error && 'code' in error && error.code === 27) return null;
      throw error;
    }
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child.pid !== undefined && !this.#over) {
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
