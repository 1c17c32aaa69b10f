// What a run of the program is held against. Exit codes stand here as in the contract, not as
// in src/.

import assert from 'node:assert/strict';
import type { FindingCode } from '../../src/finding.ts';
import type { Visit } from './doctor.ts';

const exitCodes: Readonly<Record<string, number>> = {
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

/** Has seen the other side. */
interface Witness {
  readonly log: string;
}

/** Broken by this cause, which comes first; `broker` is heard should it not be so. */
export function assertCause(visit: Visit, cause: FindingCode, broker?: Witness) {
  const { verdict } = visit.report;
  const [layer = ''] = cause.split('/');
  assert.deepEqual(
    { cause: verdict.cause, outcome: verdict.outcome, exitCode: visit.exitCode },
    { cause, outcome: 'broken', exitCode: exitCodes[layer] },
    story(visit, broker),
  );
  assert.equal(visit.report.findings[0]?.code, cause, 'the cause is the first finding');
  assertSaid(visit);
}

/** Healthy, or degraded by exactly these warnings. */
export function assertWell(visit: Visit, broker: Witness, ...warnings: FindingCode[]) {
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

function story({ report, stderr }: Visit, broker?: Witness): string {
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
