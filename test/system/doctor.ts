// The real program as a child process: what it is given, and all that comes out of it.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FactsOf } from '../../src/evidence.ts';
import type { Report } from '../../src/report.ts';

/** One run that is over. */
export interface Visit {
  /** null: a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: Report;
}

export interface Running {
  readonly child: ChildProcess;
  readonly visit: Promise<Visit>;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

// From .build/test/system.
const program = fileURLToPath(new URL('../../../bin/mqtt-doctor.js', import.meta.url));

/** `mqtt-doctor check <args> --format json` to its end. */
export function check(args: readonly string[], surroundings?: Surroundings): Promise<Visit> {
  return startCheck(args, surroundings).visit;
}

export function startCheck(
  args: readonly string[],
  { env = {}, stdin = '' }: Surroundings = {},
): Running {
  // Nothing of the tester's own: proxies and MQTT_DOCTOR_PASSWORD would be used.
  const child = spawn(process.execPath, [program, 'check', ...args, '--format', 'json'], {
    env: { ...env },
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.on('error', () => {}); // It need not read what it has no use for.
  child.stdin.end(stdin);
  const visit = once(child, 'close').then(([exitCode]: (number | null)[]) => ({
    exitCode: exitCode ?? null,
    stdout,
    stderr,
    report: parsed(stdout, stderr),
  }));
  return { child, visit };
}

function parsed(stdout: string, stderr: string): Report {
  try {
    // The program's own format; a report of another shape fails the assertions on it.
    return JSON.parse(stdout) as Report;
  } catch {
    return assert.fail(`no JSON report on stdout:\n${stdout}\nstderr:\n${stderr}`);
  }
}

/** The facts of a check, as the report has them. */
export function factsIn<Id extends keyof FactsOf>(visit: Visit, id: Id): Partial<FactsOf[Id]> {
  // What evidence.ts says of the check is what the report carries under its id.
  return (visit.report.checks.find((one) => one.id === id)?.facts ?? {}) as Partial<FactsOf[Id]>;
}
