// Versions of TLS: their order and their names.

import type { TlsVersion } from '../../target.ts';

const ascending: readonly string[] = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

/** Withdrawn, RFC 8996. */
export function isOldVersion(version: string | null | undefined): boolean {
  return version === 'SSLv3' || version === 'TLSv1' || version === 'TLSv1.1';
}

/** `TLS 1.2` for `TLSv1.2`. */
export function versionInWords(version: string): string {
  if (version === 'TLSv1') return 'TLS 1.0';
  return version.replace(/^(TLS|SSL)v/, '$1 ');
}

/** What a client with these limits offers: 1.2 and 1.3 where it has none. */
export function offered(
  minVersion: TlsVersion | null | undefined,
  maxVersion: TlsVersion | null | undefined,
): { readonly min: TlsVersion; readonly max: TlsVersion } {
  const max = maxVersion ?? 'TLSv1.3';
  return { min: minVersion ?? (isOldVersion(max) ? 'TLSv1' : 'TLSv1.2'), max };
}

export function isWithin(version: string, min: string, max: string): boolean {
  const at = ascending.indexOf(version);
  return ascending.indexOf(min) <= at && at <= ascending.indexOf(max);
}

/** `TLS 1.2 to TLS 1.3`, or `TLS 1.3 alone`. */
export function rangeInWords(min: string, max: string): string {
  return min === max
    ? `${versionInWords(min)} alone`
    : `${versionInWords(min)} to ${versionInWords(max)}`;
}
