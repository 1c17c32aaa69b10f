// `mqtt-doctor explain <file>`: saved reports, judged again by the rules of today. Offline.

import type { ResultFlags } from '../flags/result.ts';
import type { Io } from '../io.ts';
import { lookFor } from '../look.ts';
import { UsageError } from '../usage-error.ts';
import type { Explanation } from './explain.ts';

const mostReports = 1000;

/** One report, or an array of them; whether they are whole is another question. */
export function isReport(json: unknown): boolean {
  const [first] = Array.isArray(json) ? json : [json];
  return typeof first === 'object' && first !== null && 'schema' in first;
}

/** Throws UsageError where one cannot be judged. */
export async function explainReports(
  json: unknown,
  flags: ResultFlags,
  io: Io,
): Promise<Explanation> {
  const [{ evidenceFrom, UnusableReport }, { diagnose }, { assemble }, { render }] =
    await Promise.all([
      import('../../report/restore.ts'),
      import('../../rules/diagnose.ts'),
      import('../../report/assemble.ts'),
      import('../../render/index.ts'),
    ]);
  const saved: readonly unknown[] = Array.isArray(json) ? json : [json];
  if (saved.length > mostReports) {
    throw new UsageError('The file holds more than 1000 reports.', 'Give it in parts.');
  }
  const failOn = flags.failOn ?? 'error';
  try {
    const reports = saved.map(evidenceFrom).map((evidence) => {
      return assemble(evidence, diagnose(evidence), io.tool, { failOn });
    });
    const text = render(reports, flags.format ?? 'text', lookFor(flags, io));
    const exitCode = reports.map(({ verdict }) => verdict.exitCode).find((code) => code !== 0);
    return { text, exitCode: exitCode ?? 0 };
  } catch (error) {
    if (!(error instanceof UnusableReport)) throw error;
    throw new UsageError(
      `The report cannot be judged again: ${error.message}.`,
      'It has to be whole, as mqtt-doctor check --format json wrote it, by this version or an older one.',
    );
  }
}
