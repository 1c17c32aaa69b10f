// What a TLS front makes of ALPN: the protocol it selects, or how it refuses.

import { answersHttp } from './banners.ts';
import type { ClientHello } from './client-hello.ts';
import { closes, type Service, silent } from './service.ts';
import type { BreakOff } from './tls-front.ts';

export interface AlpnTraits {
  /** Protocols the server knows, its favourite first. */
  readonly names: readonly string[];
  /** What happens to a client that offers none. Default `accept`. */
  readonly whenNone?: AlpnRefusal;
  /** What happens to a client that offers only others. Default `alert`, as RFC 7301 §3.2 wants. */
  readonly whenOther?: AlpnRefusal;
}

export type AlpnRefusal =
  | BreakOff
  /** The alert no_application_protocol (120). */
  | 'alert'
  /** Goes on to the service, without a protocol selected. */
  | 'accept'
  /** The handshake succeeds; then the connection closes, stays silent, or is a web server's. */
  | AfterHandshake;

type AfterHandshake = 'close-after-handshake' | 'silent-after-handshake' | 'http';

export type AlpnChoice =
  | { readonly select: string | null; readonly next: AfterHandshake | null }
  | { readonly breakOff: BreakOff };

export function chooseAlpn(hello: ClientHello | null, traits: AlpnTraits | undefined): AlpnChoice {
  if (hello === null || traits === undefined) return { select: null, next: null };
  const select = traits.names.find((name) => hello.alpn.includes(name));
  if (select !== undefined) return { select, next: null };
  const { whenNone = 'accept', whenOther = 'alert' } = traits;
  const refuse = hello.alpn.length === 0 ? whenNone : whenOther;
  switch (refuse) {
    case 'accept':
      return { select: null, next: null };
    case 'close-after-handshake':
    case 'silent-after-handshake':
    case 'http':
      return { select: null, next: refuse };
    case 'alert':
      return { breakOff: { alert: 120 } };
    default:
      return { breakOff: refuse };
  }
}

export function afterHandshake(next: AfterHandshake | null, service: Service): Service {
  switch (next) {
    case null:
      return service;
    case 'close-after-handshake':
      return closes;
    case 'silent-after-handshake':
      return silent;
    case 'http':
      return answersHttp();
  }
}
