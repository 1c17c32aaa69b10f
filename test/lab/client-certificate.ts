// Refuses a client certificate the way OpenSSL brokers do: with the alert that names the
// reason. Node's own server only hangs up, so the handshake's last flight is held back until
// the verdict is known.

import type { Server, TLSSocket } from 'node:tls';
import { plainAlert, sealedAlert } from './alert.ts';
import type { Wire } from './wire.ts';

export interface ClientCertificateTraits {
  /**
   * The authorities whose certificates are let in; their subjects go into the request. PEM.
   * OpenSSL also completes a server leaf that is sent alone with an issuer it finds here.
   */
  readonly ca: string | readonly string[];
  /** Asked for, not insisted on: only a bad one is refused. */
  readonly optional?: boolean;
  /** Default `alert`: the one OpenSSL sends for the reason. */
  readonly whenRefused?: 'alert' | 'close' | 'reset' | { readonly alert: number };
}

/** Must be in place before the server gets the wire. Calls `admit` with those who pass. */
export function judgeClientCertificate(
  server: Server,
  wire: Wire,
  traits: ClientCertificateTraits,
  admit: (socket: TLSSocket) => void,
): void {
  let secret: Buffer | null = null;
  server.on('keylog', (line) => {
    const [label, , hex] = line.toString('latin1').trim().split(' ');
    // TLS 1.2: logged while the client's last flight is read, before the server's is written.
    if (label === 'CLIENT_RANDOM') wire.hold();
    // TLS 1.3: logged with the server's first flight; the client's is the next to come in.
    if (label === 'SERVER_TRAFFIC_SECRET_0' && hex !== undefined) {
      secret = Buffer.from(hex, 'hex');
      wire.onInbound = () => wire.hold();
    }
  });
  server.on('secureConnection', (socket) => {
    wire.onInbound = () => {};
    const reason = refusal(socket, traits.optional === true);
    if (reason === null) {
      wire.release();
      return admit(socket);
    }
    socket.resume();
    const { whenRefused = 'alert' } = traits;
    if (whenRefused === 'reset') return wire.reset();
    if (whenRefused !== 'close') {
      const number = whenRefused === 'alert' ? reason : whenRefused.alert;
      const alert =
        secret === null
          ? plainAlert(number)
          : sealedAlert(number, secret, socket.getCipher().standardName);
      wire.writeRaw(alert);
    }
    wire.hangUp();
  });
}

/** The alert for what is wrong with the client's certificate, after OpenSSL's table; null: nothing. */
function refusal(socket: TLSSocket, optional: boolean): number | null {
  // certificate_required exists in TLS 1.3 only (RFC 8446 §6.2); before it was handshake_failure.
  const missing = socket.getProtocol() === 'TLSv1.3' ? 116 : 40;
  if (Object.keys(socket.getPeerCertificate()).length === 0) return optional ? null : missing;
  if (socket.authorized) return null;
  return alerts[String(socket.authorizationError)] ?? unknownCa;
}

const unknownCa = 48;
const alerts: Readonly<Record<string, number>> = {
  CERT_HAS_EXPIRED: 45,
  CERT_NOT_YET_VALID: 42,
  CERT_REVOKED: 44,
  CERT_SIGNATURE_FAILURE: 51,
  INVALID_PURPOSE: 43,
};
