// Questions to a certificate chain that several rules ask.

import type { Certificate } from '../../evidence.ts';
import { type Case, facts } from '../rule.ts';

/** OpenSSL found no trusted issuer: its codes 2, 18, 19, 20, 21, 7 (signature of a same-named issuer). */
const noTrustedIssuer: readonly string[] = [
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'INVALID_CA',
  'PATH_LENGTH_EXCEEDED',
];

/** The handshake ended for want of a trusted issuer (it may have other faults beside). */
export function untrustedIssuer(c: Case): string | null {
  const { verification } = facts(c, 'tls');
  if (!verification || verification.trusted || !verification.code) return null;
  return noTrustedIssuer.includes(verification.code) ? verification.code : null;
}

export function leafOf(c: Case): Certificate | null {
  return facts(c, 'tls').chain?.[0] ?? null;
}

/** The last certificate sent is its own issuer, so the whole chain was sent. */
export function endsInRoot(chain: readonly Certificate[]): boolean {
  return chain.at(-1)?.selfSigned ?? false;
}

/** Authorities that the user gave, as read from the CA files. */
export function givenAuthorities(c: Case): readonly Certificate[] {
  return facts(c, 'input').ca?.flatMap(({ certificates }) => certificates) ?? [];
}

/** A sentence for where the name would be the next obstacle; null: it fits. */
export function otherNameToo(c: Case): string | null {
  const { verification } = facts(c, 'tls');
  const leaf = leafOf(c);
  if (!verification || verification.nameMatches || !leaf) return null;
  const names = leaf.names.length > 0 ? leaf.names : leaf.commonName ? [leaf.commonName] : [];
  return ` It is also made out for ${listed(names) || 'no name'}, not for ${verification.name}, and would be refused for that next.`;
}

/** Few of many names, as a list in a sentence. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown;
}

export function daysBetween(from: number, to: number): number {
  return Math.floor((to - from) / 86_400_000);
}

/** `2026-03-01` of an ISO date. */
export function day(iso: string): string {
  return iso.slice(0, 10);
}
