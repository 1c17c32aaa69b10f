// An `Io` whose streams are kept in memory, for running the command line in this process.

import { Readable, Writable } from 'node:stream';
import type { Io, Variables } from '../../src/cli/io.ts';
import { main, openFile } from '../../src/cli/main.ts';

export interface Given {
  readonly stdin?: string;
  readonly env?: Variables;
}

export interface Captured {
  readonly io: Io;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly interrupt: () => void;
  /** Resolves as soon as stderr holds `text`. */
  readonly stderrSays: (text: string) => Promise<void>;
}

export function captured({ stdin = '', env = {} }: Given = {}): Captured {
  const stdout = collector();
  const stderr = collector();
  const listeners: (() => void)[] = [];
  return {
    io: {
      tool: { name: 'mqtt-doctor', version: '0.0.0', runtime: 'test' },
      stdin: Readable.from([Buffer.from(stdin)]),
      stdout: stdout.stream,
      stderr: stderr.stream,
      env,
      readFile: openFile,
      onInterrupt: (listener) => listeners.push(listener),
    },
    stdout: stdout.text,
    stderr: stderr.text,
    interrupt: () => {
      for (const listener of listeners) listener();
    },
    stderrSays: async (text) => {
      while (!stderr.text().includes(text)) await stderr.grown();
    },
  };
}

/** Runs one command line to its end. */
export async function run(argv: readonly string[], given: Given = {}) {
  const { io, stdout, stderr } = captured(given);
  const exitCode = await main(argv, io);
  return { exitCode, stdout: stdout(), stderr: stderr() };
}

function collector() {
  let text = '';
  let wake = () => {};
  const stream = new Writable({
    write(chunk, _encoding, callback) {
      text += chunk;
      wake();
      callback();
    },
  });
  const grown = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  return { stream, text: () => text, grown };
}
