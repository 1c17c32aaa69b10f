// What became of our first message, before the server showed a certificate.

import { isLocalhost, isLocalName } from '../../address.ts';
import type { Alert } from '../../evidence.ts';
import { type Case, facts, factsOf, trial } from '../rule.ts';

/**
 * The alert with which the server answered our ClientHello; null: it did something else. Java
 * sends a ServerHello first, and looks for a certificate and the protocol after that.
 */
export function alertToHello(c: Case): Alert | null {
  const { alert, chain = [], clientCertificate } = facts(c, 'tls');
  const early = chain.length === 0 && clientCertificate?.requested !== true;
  return early ? (alert ?? null) : null;
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

/** A name of this machine or network: no server tells its customers apart by it. */
export function isOwnName(name: string | null): boolean {
  return name !== null && (isLocalhost(name) || isLocalName(name));
}

/** Without a name the server answers with the same alert: what it dislikes is elsewhere in the hello. */
export function sameWithoutName(c: Case): boolean {
  const nameless = trial(c, 'sni-none');
  const number = nameless && factsOf(nameless.attempt, 'tls').alert?.number;
  return number !== null && number !== undefined && number === alertToHello(c)?.number;
}
