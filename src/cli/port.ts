// A port as typed behind a colon.

import { UsageError } from './usage-error.ts';

/** null: not a port. */
export function parsePort(typed: string): number | null {
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

export function portOf(typed: string, what: string): number {
  const port = parsePort(typed);
  if (port !== null) return port;
  throw new UsageError(
    `${what} has no valid port after the colon.`,
    'A port is a number from 1 to 65535. An IPv6 address with a port is written [2001:db8::1]:8883.',
  );
}
