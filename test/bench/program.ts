// Runs the real program as users do, and says how long it took and how much memory it held.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);
const bin = fileURLToPath(new URL('bin/mqtt-doctor.js', root));
const meter = new URL('./peak-memory.js', import.meta.url).href;

export interface Measured {
  readonly ms: number;
  readonly exitCode: number;
  readonly peakMb: number | null;
}

export function bareNode(): Promise<Measured> {
  return run(['-e', '0']);
}

export function doctor(...args: readonly string[]): Promise<Measured> {
  return run([bin, 'check', ...args]);
}

/** Slower by the meter, so never used for a time. */
export function meteredDoctor(...args: readonly string[]): Promise<Measured> {
  return run(['--import', meter, bin, 'check', ...args]);
}

async function run(args: readonly string[]): Promise<Measured> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  let peak = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    peak += chunk.toString();
  });
  const [exitCode] = await once(child, 'close');
  const ms = performance.now() - began;
  return { ms, exitCode: Number(exitCode), peakMb: peak ? Number(peak) / 1024 : null };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
