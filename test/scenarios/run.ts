// Runs one scenario through the whole program, argv to JSON, and marks it.

import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import type { Report } from '../../src/report.ts';
import { openLab } from '../lab/lab.ts';
import type { Scenario, Settings } from './scenario.ts';

export type Mark = 'right' | 'wrong' | 'unsure' | 'false-alarm' | 'broken';

export interface Graded {
  readonly id: string;
  readonly scenario: Scenario;
  readonly mark: Mark;
  /** What came out: a code, `healthy`, `inconclusive`, or what broke. */
  readonly got: string;
  readonly certainty: string | null;
  /** From argv to the end of the report. */
  readonly ms: number;
  readonly report: Report | null;
}

/** Longer than any run may take; what passes it hangs. */
const hangMs = 45_000;

export async function runScenario(id: string, scenario: Scenario): Promise<Graded> {
  await using lab = await openLab();
  try {
    const settings = await scenario.build(lab);
    const began = performance.now();
    const output = await withLimit(check(settings));
    const ms = performance.now() - began;
    return { id, scenario, ms, ...mark(scenario, output) };
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    return { id, scenario, mark: 'broken', got, certainty: null, ms: 0, report: null };
  }
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function check({ args, env = {}, stdin = '' }: Settings): Promise<Run> {
  const stdout = new Sink();
  const stderr = new Sink();
  const { createReadStream } = await import('node:fs');
  const code = await main(['check', '--format', 'json', ...args], {
    tool: { name: 'mqtt-doctor', version: '0.0.0-test', runtime: process.version },
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    env,
    readFile: (path) => createReadStream(path),
    onInterrupt: () => {},
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

function withLimit<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`hangs for ${hangMs} ms`)), hangMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

type Marked = Pick<Graded, 'mark' | 'got' | 'certainty' | 'report'>;

function mark(scenario: Scenario, { code, stdout, stderr }: Run): Marked {
  if (stdout === '') throw new Error(`no report, exit ${code}: ${stderr.trim()}`);
  // The program's own output, in the schema that other tests check.
  const report = JSON.parse(stdout) as Report;
  const { cause, certainty, outcome } = report.verdict;
  const got = cause ?? outcome;
  const missing = scenario.also?.find((one) => report.findings.every((two) => two.code !== one));
  return {
    mark: missing ? 'wrong' : judge(scenario, report),
    got: missing ? `${got}, without ${missing}` : got,
    certainty,
    report,
  };
}

function judge({ expect, orElse = [], certainty }: Scenario, { verdict }: Report): Mark {
  if (expect === null) {
    return verdict.cause === null && verdict.exitCode === 0 ? 'right' : 'false-alarm';
  }
  if (verdict.cause === expect || orElse.some((one) => one === verdict.cause)) {
    const sure = ['likely', 'observed', 'proven'];
    const enough = sure.indexOf(verdict.certainty ?? '') >= sure.indexOf(certainty ?? 'likely');
    return enough ? 'right' : 'unsure';
  }
  // A healthy verdict on a broken world is as confident as a wrong cause.
  if (verdict.cause === null && verdict.outcome !== 'inconclusive') return 'wrong';
  return verdict.cause === null || verdict.certainty === 'likely' ? 'unsure' : 'wrong';
}
