// What became of our first message, before the server said anything of its own.

import type { Alert } from '../../evidence.ts';
import { type Case, facts } from '../rule.ts';

/** The alert with which the server answered our ClientHello; null: it did something else. */
export function alertToHello(c: Case): Alert | null {
  const { alert, serverHello } = facts(c, 'tls');
  return serverHello ? null : (alert ?? null);
}

/**
 * Alerts that a server sends when it has no certificate for the name, or for none: OpenSSL and
 * most others 40 and 112, Go 80, rustls 49. Each has other causes as well.
 */
export const noCertificateAlerts: readonly number[] = [40, 49, 80];

/** `"handshake failure" (alert 40)` */
export function inWords({ name, number }: Pick<Alert, 'name' | 'number'>): string {
  return `"${name.replaceAll('_', ' ')}" (alert ${number})`;
}
