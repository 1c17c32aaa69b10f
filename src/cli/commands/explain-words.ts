// `mqtt-doctor explain "<error>"`: which findings fit the words of another client.

import type { ResultFlags } from '../flags/result.ts';
import type { Io } from '../io.ts';
import { lookFor } from '../look.ts';
import { UsageError } from '../usage-error.ts';
import type { Explanation } from './explain.ts';
import { refuseMistypedCode } from './explain-code.ts';

const nothingKnown = 1;

/** Where the words come from decides what they may have been meant for. */
export type Source = 'typed' | 'log' | 'json';

/** Throws UsageError where a code or a file was meant. */
export async function explainWords(
  text: string,
  source: Source,
  flags: ResultFlags,
  io: Io,
): Promise<Explanation> {
  const { recognise } = await import('../../knowledge/recognise.ts');
  const { explanationOf } = await import('../../knowledge/catalogue.ts');
  const { found, codes, otherwise } = recognise(text);
  if (found.length === 0) await refuseOtherThings(text, source);
  const known = codes.flatMap((code) => {
    const explanation = explanationOf(code);
    return explanation ? [{ code, summary: explanation.summary }] : [];
  });
  const recognition = { found, codes: known, otherwise };
  const exitCode = found.length === 0 ? nothingKnown : 0;
  if (flags.format === 'json') {
    const { jsonText } = await import('../../render/json.ts');
    return { text: jsonText(recognition), exitCode };
  }
  const { recognised } = await import('../../render/recognised.ts');
  return { text: recognised(recognition, lookFor(flags, io)), exitCode };
}

async function refuseOtherThings(text: string, source: Source): Promise<void> {
  if (source === 'json') {
    throw new UsageError(
      'This JSON is no report of mqtt-doctor.',
      'A report is made with: mqtt-doctor check HOST --format json --output report.json.',
    );
  }
  if (source === 'log') return;
  await refuseMistypedCode(text);
  if (/^\S{1,300}\.(?:json|log|txt)$/i.test(text) || /^\.{0,2}[/\\]\S{1,300}$/.test(text)) {
    throw new UsageError('There is no such file.', 'Check the path; it counts from this folder.');
  }
}
