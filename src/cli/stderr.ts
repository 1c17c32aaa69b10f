// Everything the program says on stderr outside of progress. stdout is for the result.

import type { Io } from './io.ts';
import type { UsageError } from './usage-error.ts';

/** No control character, and none that turns the direction of text around. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
}

export function complain(io: Io, { message, hint }: UsageError): void {
  io.stderr.write(`mqtt-doctor: ${printable(message)}\n  hint: ${printable(hint)}\n`);
}

/**
 * A bug of ours. Its message may quote any value, a password too, so it is never shown:
 * the kind of error and the places in the source are what a report needs.
 */
export function confess(io: Io, error: unknown, withStack: boolean): void {
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  io.stderr.write(`mqtt-doctor: something in mqtt-doctor itself is broken (${kind}).\n`);
  if (withStack) io.stderr.write(`  ${io.tool.version}, ${io.tool.runtime}\n${frames(error)}`);
  else {
    io.stderr.write(
      '  hint: run it again with MQTT_DOCTOR_DEBUG=1 and report what that adds; it has no secrets.\n',
    );
  }
}

function frames(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  // The message stands before the frames, and may have lines that look like them.
  const start = error.stack.indexOf(error.message) + error.message.length;
  const lines = error.stack.slice(start).split('\n');
  return lines
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => `${printable(line)}\n`)
    .join('');
}
