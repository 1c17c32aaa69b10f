// The real program as a child process, and what its verdict is held against. It shares
// nothing with src/ but types: exit codes stand here as in the contract.

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FactsOf } from '../../src/evidence.ts';
import { type FindingCode, type Layer, layerOf } from '../../src/finding.ts';
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

/** As in the contract. */
const exitCodes: Readonly<Record<Layer, number>> = {
  expect: 1,
  input: 2,
  dns: 10,
  tcp: 11,
  proxy: 12,
  tls: 13,
  alpn: 14,
  websocket: 15,
  connect: 16,
  pubsub: 17,
  http: 18,
  protocol: 19,
  provider: 20,
  session: 21,
};

/** `broker`: who can tell the other side of the story, should this fail. */
export function assertCause(visit: Visit, cause: FindingCode, broker?: { readonly log: string }) {
  const { verdict } = visit.report;
  assert.deepEqual(
    { cause: verdict.cause, outcome: verdict.outcome, exitCode: visit.exitCode },
    { cause, outcome: 'broken', exitCode: exitCodes[layerOf(cause)] },
    story(visit, broker),
  );
  assert.equal(visit.report.findings[0]?.code, cause, 'the cause is the first finding');
  assertSaid(visit);
}

/** Healthy, or degraded by exactly these warnings. */
export function assertWell(
  visit: Visit,
  broker: { readonly log: string },
  ...warnings: FindingCode[]
) {
  const { verdict, findings } = visit.report;
  assert.deepEqual(
    {
      outcome: verdict.outcome,
      cause: verdict.cause,
      exitCode: visit.exitCode,
      worries: findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    },
    {
      outcome: warnings.length === 0 ? 'healthy' : 'degraded',
      cause: null,
      exitCode: 0,
      worries: warnings,
    },
    story(visit, broker),
  );
  assertSaid(visit);
}

/** A secret must not come out, whole, encoded or in a quote of what was typed. */
export function assertNowhere(secret: string, { stdout, stderr }: Visit) {
  const forms = [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
    JSON.stringify(secret).slice(1, -1),
  ];
  for (const form of forms) {
    assert.ok(!stdout.includes(form), `the report holds the secret, as ${form}`);
    assert.ok(!stderr.includes(form), `stderr holds the secret, as ${form}`);
  }
}

/** A finding beside the cause. */
export function assertFound(visit: Visit, code: FindingCode) {
  assert.ok(
    visit.report.findings.some((one) => one.code === code),
    `${code} is not among the findings\n${story(visit)}`,
  );
}

/** The exit code is in the report, and stderr is for progress alone. */
function assertSaid({ exitCode, report, stderr }: Visit) {
  assert.equal(report.verdict.exitCode, exitCode);
  assert.doesNotMatch(stderr, /^\s+at /m, 'no stack trace');
}

function story({ report, stderr }: Visit, broker?: { readonly log: string }): string {
  const checks = report.checks.map(
    ({ id, status, failure }) => `  ${id} ${status} ${failure ? JSON.stringify(failure) : ''}`,
  );
  return [
    `verdict: ${JSON.stringify(report.verdict, null, 2)}`,
    `findings: ${report.findings.map(({ code }) => code).join(', ')}`,
    ...checks,
    ...report.transcript.map((one) => `  ${one.ms} ${one.direction} ${one.packet} ${one.text}`),
    `stderr: ${stderr}`,
    `log of the broker:\n${broker?.log ?? '(none)'}`,
  ].join('\n');
}
