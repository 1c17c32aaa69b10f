// What a TLS front makes of the server name: which certificate it shows, or how it refuses.

import type { ClientHello } from './client-hello.ts';
import type { BreakOff } from './tls-front.ts';

/**
 * PEM. `cert` is sent as it stands: give `fullchain` for an honest server, `cert` alone for
 * one that forgot the intermediate.
 */
export interface KeyedCertificate {
  readonly cert?: string;
  readonly key?: string;
}

export interface SniTraits {
  /** The names that are served, in lower case; any other name is unknown. */
  readonly names: readonly string[];
  /** What happens to a client that sends no name, or (without `refuseUnknown`) an unknown one. */
  readonly refuse: SniRefusal;
  readonly refuseUnknown?: SniRefusal;
}

export type SniRefusal =
  | BreakOff
  /** The alert unrecognized_name (112). */
  | 'alert'
  /** Lets the client in with another certificate. */
  | { readonly certificate: KeyedCertificate }
  /** The handshake succeeds and CONNECT is refused as not authorised: 5, or 0x87 in MQTT 5. */
  | 'refuse-connect'
  | 'accept';

export type Choice =
  | { readonly use: KeyedCertificate; readonly refuseConnect: boolean }
  | { readonly breakOff: BreakOff };

interface SniFacts {
  readonly byName?: Readonly<Record<string, KeyedCertificate>>;
  readonly requireSni?: SniTraits;
}

/** Names in certificates-by-name and rules are compared in lower case. */
export function chooseCertificate(hello: ClientHello | null, traits: SniFacts): Choice {
  const name = hello?.serverName ?? null;
  const use = (name !== null && traits.byName?.[name]) || {};
  const rule = traits.requireSni;
  if (hello === null || rule === undefined) return { use, refuseConnect: false };
  if (name !== null && rule.names.includes(name)) return { use, refuseConnect: false };
  const refuse = (name !== null && rule.refuseUnknown) || rule.refuse;
  if (refuse === 'alert') return { breakOff: { alert: 112 } };
  if (refuse === 'accept' || refuse === 'refuse-connect') {
    return { use, refuseConnect: refuse === 'refuse-connect' };
  }
  if (typeof refuse === 'object' && 'certificate' in refuse) {
    return { use: refuse.certificate, refuseConnect: false };
  }
  return { breakOff: refuse };
}
