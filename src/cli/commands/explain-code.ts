// `mqtt-doctor explain <code>`: all that is known about a finding code.

import type { ResultFlags } from '../flags/result.ts';
import type { Io } from '../io.ts';
import { lookFor } from '../look.ts';
import { UsageError } from '../usage-error.ts';
import type { Explanation } from './explain.ts';

const seeCodes = 'mqtt-doctor codes lists them all.';

/** null: it is no code and not meant to be one. Throws UsageError where it is a mistyped one. */
export async function explainCode(
  typed: string,
  flags: ResultFlags,
  io: Io,
): Promise<Explanation | null> {
  // Files may be called anything, but not with a space or a backslash in a code.
  if (!/^[a-z]+(?:[/-][a-z0-9-]*)*$/i.test(typed)) return null;
  const { codesNamed, explanationOf } = await import('../../knowledge/catalogue.ts');
  const named = codesNamed(typed);
  if (named.length > 1) {
    throw new UsageError('Several codes have this name.', `They are ${named.join(', ')}.`);
  }
  const explanation = explanationOf(typed) ?? explanationOf(named[0] ?? '');
  if (explanation === null) return null;
  const { printedFor } = await import('../../knowledge/printed.ts');
  const printed = printedFor(explanation.code);
  if (flags.format === 'json') {
    const { jsonText } = await import('../../render/json.ts');
    return { text: jsonText({ ...explanation, printed }), exitCode: 0 };
  }
  const { explain } = await import('../../render/explain.ts');
  return { text: explain(explanation, printed, lookFor(flags, io)), exitCode: 0 };
}

/** Where nothing else is known about it: was a code meant? Throws UsageError if so. */
export async function refuseMistypedCode(typed: string): Promise<void> {
  const { codesOf, nearestCodes } = await import('../../knowledge/catalogue.ts');
  const [layer = '', name] = typed.toLowerCase().split('/');
  if (/\s/.test(typed) || typed.length > 60) return;
  const near = nearestCodes(typed);
  const own = codesOf(layer);
  if (name === undefined ? near.length === 0 && own.length === 0 : own.length === 0) return;
  const nearest = near.length > 0 ? `Nearest: ${near.join(', ')}. ` : '';
  throw new UsageError('There is no such code.', `${nearest}${seeCodes}`);
}
