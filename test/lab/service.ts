// A service is what answers a connection: a broker, a banner, silence. Fronts (listen.ts)
// hand it streams. The small ones that say nothing are here.

import type { Duplex } from 'node:stream';
import type { PeerCertificate } from 'node:tls';
import type { ClientHello } from './client-hello.ts';
import type { Wire } from './wire.ts';

export interface Service {
  /** The stream is TLS when the front is; `arrival` is the connection below it. */
  readonly accept: (stream: Duplex, arrival: Arrival) => void;
}

/** One connection to a front, and what the front saw of it. */
export interface Arrival {
  /** Raw bytes: `wire.seen`, `wire.bytes`, `wire.ended`. */
  readonly wire: Wire;
  readonly local: { readonly address: string; readonly port: number };
  readonly remote: { readonly address: string; readonly port: number };
  /** null: the front speaks no TLS, or no ClientHello came. */
  hello: ClientHello | null;
  /** null: no handshake was completed. */
  secured: Secured | null;
  /** An SNI rule let it in only to have its CONNECT refused. */
  refuseConnect: boolean;
}

export interface Secured {
  /** `TLSv1.3` */
  readonly version: string;
  readonly cipher: string;
  readonly alpn: string | null;
  /** null: none was sent. */
  readonly clientCertificate: PeerCertificate | null;
}

/** FIN (after close_notify on TLS), while what still comes is read and forgotten. */
export function hangUp(stream: Duplex): void {
  stream.end();
  stream.resume();
}

/** Accepts and never answers. */
export const silent: Service = { accept: (stream) => stream.resume() };

/** Closes at once: a load balancer without a backend. */
export const closes: Service = { accept: (stream) => hangUp(stream) };

/** Resets at once. */
export const resets: Service = { accept: (_, { wire }) => wire.reset() };

export const closesAfterFirstBytes: Service = {
  accept: (stream) => stream.once('data', () => hangUp(stream)),
};

export const resetsAfterFirstBytes: Service = {
  accept: (stream, { wire }) => stream.once('data', () => wire.reset()),
};
