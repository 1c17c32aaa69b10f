// The TLS half of a front: looks at the ClientHello first, and there decides by SNI and ALPN
// as the traits say; what is left goes through Node's TLS server.

import { createServer, DEFAULT_CIPHERS, type SecureVersion, type TLSSocket } from 'node:tls';
import { plainAlert } from './alert.ts';
import { type AlpnTraits, afterHandshake, chooseAlpn } from './alpn.ts';
import { type ClientCertificateTraits, judgeClientCertificate } from './client-certificate.ts';
import { helloIsDecided, readClientHello } from './client-hello.ts';
import type { Arrival, Service } from './service.ts';
import { chooseCertificate, type KeyedCertificate, type SniTraits } from './sni.ts';

/** How a handshake is broken off before it began. */
export type BreakOff =
  | 'close'
  | 'reset'
  /** The connection stays open, and nothing more is said. */
  | 'stall'
  /** A fatal alert by number (RFC 8446 §6), then FIN. */
  | { readonly alert: number };

export interface TlsTraits extends KeyedCertificate {
  /** Default: TLS 1.2 to 1.3. */
  readonly minVersion?: SecureVersion;
  readonly maxVersion?: SecureVersion;
  /** OpenSSL's list. Whatever is given, weak keys and old versions stay possible (security level 0). */
  readonly ciphers?: string;
  /** Absent: no certificate is asked for. */
  readonly clientCertificate?: ClientCertificateTraits;
  /** Other certificates by the name the client sends. */
  readonly byName?: Readonly<Record<string, KeyedCertificate>>;
  readonly requireSni?: SniTraits;
  /** Absent: ALPN is ignored, as most brokers do. */
  readonly alpn?: AlpnTraits;
  /** Every ClientHello meets this fate. */
  readonly onClientHello?: BreakOff;
  /** Pre-shared keys by identity. Give `ciphers: 'PSK'` and no certificate for a PSK-only listener. */
  readonly psk?: Readonly<Record<string, Buffer>>;
}

export async function acceptTls(
  arrival: Arrival,
  traits: TlsTraits,
  service: Service,
): Promise<void> {
  const { wire } = arrival;
  arrival.hello = readClientHello(await wire.first(helloIsDecided));
  // What is no ClientHello goes on: Node's OpenSSL answers it as a broker's would.
  const { hello } = arrival;
  if (hello !== null && traits.onClientHello) return breakOff(arrival, traits.onClientHello);
  const certificate = chooseCertificate(hello, traits);
  if ('breakOff' in certificate) return breakOff(arrival, certificate.breakOff);
  const alpn = chooseAlpn(hello, traits.alpn);
  if ('breakOff' in alpn) return breakOff(arrival, alpn.breakOff);
  arrival.refuseConnect = certificate.refuseConnect;
  secure(arrival, { ...traits, ...certificate.use }, alpn.select, (socket) => {
    afterHandshake(alpn.next, service).accept(socket, arrival);
  });
}

function breakOff({ wire }: Arrival, how: BreakOff) {
  wire.resume();
  if (how === 'stall') return;
  if (how === 'reset') return wire.reset();
  if (how !== 'close') wire.writeRaw(plainAlert(how.alert));
  wire.hangUp();
}

function secure(
  arrival: Arrival,
  traits: TlsTraits,
  alpn: string | null,
  done: (socket: TLSSocket) => void,
): void {
  const { cert, key, minVersion, maxVersion, ciphers = DEFAULT_CIPHERS } = traits;
  const { clientCertificate, psk } = traits;
  const server = createServer({
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(minVersion === undefined ? {} : { minVersion }),
    ...(maxVersion === undefined ? {} : { maxVersion }),
    ciphers: `${ciphers}:@SECLEVEL=0`,
    ...(alpn === null ? {} : { ALPNProtocols: [alpn] }),
    ...(clientCertificate === undefined
      ? {}
      : { ca: [clientCertificate.ca].flat(), requestCert: true, rejectUnauthorized: false }),
    ...(psk === undefined
      ? {}
      : { pskCallback: (_: TLSSocket, identity: string) => psk[identity] ?? null }),
  });
  const admit = (socket: TLSSocket) => {
    arrival.secured = {
      version: socket.getProtocol() ?? '',
      cipher: socket.getCipher().standardName,
      alpn: socket.alpnProtocol || null,
      clientCertificate: socket.authorized ? socket.getPeerCertificate() : null,
    };
    socket.on('error', () => {}); // told by wire.ended
    done(socket);
  };
  if (clientCertificate === undefined) server.on('secureConnection', admit);
  else judgeClientCertificate(server, arrival.wire, clientCertificate, admit);
  server.emit('connection', arrival.wire);
}
