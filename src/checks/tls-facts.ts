// What a handshake showed, as facts: the chain, the verification, the alert and the end.

import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Alert, Certificate, TlsFacts, Verification } from '../evidence.ts';
import type { Failure } from '../failure.ts';
import type { Target, TlsSettings } from '../target.ts';
import { alertName } from './alerts.ts';
import { nameAnswer } from './answer.ts';
import { readCertificate } from './certificate.ts';
import type { Rung } from './check.ts';
import { alertNumberIn, failureFrom } from './failures.ts';
import type { Tap } from './tap.ts';
import type { ServerFlight } from './tls-flight.ts';

export function tlsFailure(error: unknown, facts: TlsFacts, wire: Tap): Failure {
  const { code, raw } = failureFrom(error, 'closed');
  if (wire.flooded) return { code: 'flood', raw };
  if (facts.alert) return { code: 'tls-alert', raw };
  if (facts.answer && facts.answer.service !== 'tls') return { code: 'tls-not-spoken', raw };
  if (wire.ended && (code === 'reset' || code === 'closed')) {
    return { code: wire.ended.how, raw };
  }
  return { code, raw };
}

/** From the bytes where they show it, else from OpenSSL's words; null: no alert came. */
export function alertIn(seen: ServerFlight, error: unknown, late: boolean): Alert | null {
  // Before TLS 1.3 an alert may be a warning that changes nothing (RFC 5246 §7.2).
  const told = seen.alerts.filter(({ number }) => number !== 0);
  const fatal = told.find(({ level }) => level === 2) ?? told[0];
  const number = fatal?.number ?? alertNumberIn(error);
  return number === null || number === undefined ? null : { number, name: alertName(number), late };
}

/**
 * What TLS learned after the handshake seemed over, for the rung above that met it: an alert
 * that refuses the client's certificate (RFC 8446 §4.4.2.4). Null: the end had another cause.
 */
export function lateAlert(rung: Rung, error: unknown): { alert: Alert } | null {
  const seen = rung.holds.flight?.();
  const alert = seen ? alertIn(seen, error, true) : null;
  return alert ? { alert } : null;
}

export function tlsFacts(
  settings: TlsSettings,
  wire: Tap,
  seen: ServerFlight,
  known: {
    readonly version?: string | null;
    readonly cipher?: string;
    readonly alpnSelected?: string | null;
    readonly verification?: Verification;
    readonly alert?: Alert | null;
    /** Asked only where the wire did not show the chain. */
    readonly runtimeChain?: () => readonly Certificate[];
  },
): TlsFacts {
  const sent = seen.certificates.map(readCertificate).filter((one) => one !== null);
  const chain = sent.length > 0 ? sent : (known.runtimeChain?.() ?? []);
  const answer = nameAnswer(wire.head);
  return {
    serverNameSent: settings.serverName,
    alpnOffered: settings.alpn,
    alpnSelected: known.alpnSelected ?? seen.alpn,
    version: known.version ?? null,
    cipher: known.cipher ?? null,
    chain,
    chainFrom: chain.length === 0 ? null : sent.length > 0 ? 'wire' : 'runtime',
    verification: known.verification ?? null,
    alert: known.alert ?? null,
    clientCertificate: {
      requested: seen.clientCertificateRequested,
      authorities: seen.authorities,
      sent: settings.clientCertificate && seen.clientCertificateRequested === true,
    },
    serverHello: seen.serverHello !== null,
    bytesOut: wire.bytesOut,
    bytesIn: wire.bytesIn,
    answer: seen.notTls ? answer : null,
    ended: wire.ended,
  };
}

export function verify(socket: TLSSocket, target: Target, settings: TlsSettings): Verification {
  // Node gives OpenSSL's verify code here, although the types say Error.
  const error: unknown = socket.authorizationError;
  const code = error ? String(error instanceof Error ? error.message : error) : null;
  const name =
    settings.serverNameFrom === 'user' ? (settings.serverName ?? target.host) : target.host;
  const mismatch = checkServerIdentity(name, socket.getPeerCertificate());
  return { trusted: code === null, code, name, nameMatches: mismatch === undefined };
}

export function mistrust(verification: Verification | null, socket: TLSSocket): Failure | null {
  if (!verification) return null;
  const { trusted, code, name, nameMatches } = verification;
  if (!trusted) return { code: 'tls-untrusted', raw: code ?? 'not trusted' };
  if (nameMatches) return null;
  const mismatch = checkServerIdentity(name, socket.getPeerCertificate());
  return { code: 'tls-name-mismatch', raw: mismatch?.message ?? 'another name' };
}

/** What this runtime made of the chain: the second choice, because it adds issuers it knows. */
export function chainOf(socket: TLSSocket): readonly Certificate[] {
  const chain: Certificate[] = [];
  const seen = new Set<string>();
  let next: PeerCertificate & { issuerCertificate?: PeerCertificate } =
    socket.getPeerCertificate(true);
  while (next?.raw && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256);
    const read = readCertificate(next.raw);
    if (read) chain.push(read);
    if (!next.issuerCertificate) break;
    next = next.issuerCertificate;
  }
  return chain;
}
