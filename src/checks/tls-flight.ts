// Reads what a TLS server's handshake said from the raw bytes that came in: what the runtime
// keeps to itself when a handshake fails. Pure, never throws, judges nothing.

import type { SeenVersion } from './tls-messages.ts';
import {
  messageName,
  readAuthorities,
  readCertificates,
  readEncryptedAlpn,
  readServerHello,
} from './tls-messages.ts';
import type { HandshakeMessage, TlsRecord } from './tls-records.ts';
import { contentTypes, MessageAssembly, readRecords, startsLikeTls } from './tls-records.ts';
import type { RecordOpener } from './tls-secrets.ts';
import { openerFor } from './tls-secrets.ts';

/** More than an honest handshake has, of alerts and of messages. */
const maxListed = 100;

export interface ServerFlight {
  /** A ServerHello (not only a HelloRetryRequest) was seen. */
  readonly serverHello: { readonly version: SeenVersion; readonly cipherSuite: number } | null;
  readonly alpn: string | null;
  /** DER, in the order sent. Empty: none could be seen. */
  readonly certificates: readonly Uint8Array[];
  /** null: could not be seen (encrypted and no secret, or cut before). */
  readonly clientCertificateRequested: boolean | null;
  /** Subjects of the authorities that the request names, one line each, at most 64. */
  readonly authorities: readonly string[];
  /** In order; `encrypted` ones could be read only with the secrets. */
  readonly alerts: readonly SeenAlert[];
  /** Whole handshake messages that could be seen; `bytes` with the header of four. */
  readonly messages: readonly { readonly name: string; readonly bytes: number }[];
  /** Something came, and nothing in it looks like TLS. */
  readonly notTls: boolean;
}

export interface SeenAlert {
  readonly level: number;
  readonly number: number;
  readonly encrypted: boolean;
}

/**
 * `bytes`: everything that came in, cut anywhere. `keyLog`: the lines of this connection's
 * `keylog` events, in NSS format; without them TLS 1.3 is read as far as the ServerHello.
 */
export function readServerFlight(bytes: Uint8Array, keyLog: readonly string[]): ServerFlight {
  const reading = new Reading(keyLog);
  for (const record of readRecords(bytes)) reading.take(record);
  return { ...reading.seen, notTls: bytes.length > 0 && !startsLikeTls(bytes) };
}

class Reading {
  readonly #keyLog: readonly string[];
  readonly #assembly = new MessageAssembly();
  readonly #alerts: SeenAlert[] = [];
  readonly #messages: { name: string; bytes: number }[] = [];
  #hello: ServerFlight['serverHello'] = null;
  #alpn: string | null = null;
  #certificates: readonly Uint8Array[] = [];
  #requested: boolean | null = null;
  #authorities: readonly string[] = [];
  #opener: RecordOpener | null = null;
  /** TLS 1.2 and before: everything after ChangeCipherSpec is encrypted. */
  #sealed = false;

  constructor(keyLog: readonly string[]) {
    this.#keyLog = keyLog;
  }

  get seen(): Omit<ServerFlight, 'notTls'> {
    return {
      serverHello: this.#hello,
      alpn: this.#alpn,
      certificates: this.#certificates,
      clientCertificateRequested: this.#requested,
      authorities: this.#authorities,
      alerts: this.#alerts,
      messages: this.#messages,
    };
  }

  get #is13(): boolean {
    return this.#hello?.version === 'TLSv1.3';
  }

  take(record: TlsRecord): void {
    if (this.#sealed) return;
    switch (record.type) {
      case contentTypes.changeCipherSpec:
        // In TLS 1.3 it means nothing and is there for middleboxes (RFC 8446 §D.4).
        if (this.#hello && !this.#is13) {
          this.#sealed = true;
          this.#requested ??= false;
        }
        return;
      case contentTypes.alert:
        this.#takeAlert(record.fragment, false);
        return;
      case contentTypes.handshake:
        if (!this.#is13) this.#takeHandshake(record.fragment);
        return;
      case contentTypes.applicationData:
        this.#takeEncrypted(record);
        return;
    }
  }

  #takeEncrypted(record: TlsRecord): void {
    const opened = this.#opener?.open(record);
    if (!opened) {
      // Later records cannot be opened either: the sequence is broken.
      this.#opener = null;
      return;
    }
    if (opened.type === contentTypes.alert) this.#takeAlert(opened.content, true);
    if (opened.type === contentTypes.handshake) this.#takeHandshake(opened.content);
  }

  #takeAlert(fragment: Uint8Array, encrypted: boolean): void {
    const [level, number] = fragment;
    if (level === undefined || number === undefined || fragment.length > 2) return;
    if (this.#alerts.length < maxListed) this.#alerts.push({ level, number, encrypted });
  }

  #takeHandshake(fragment: Uint8Array): void {
    for (const message of this.#assembly.take(fragment)) {
      const name = this.#takeMessage(message) ?? messageName(message.type);
      if (this.#messages.length < maxListed) {
        this.#messages.push({ name, bytes: 4 + message.body.length });
      }
    }
  }

  /** The message's name where its type alone does not tell. */
  #takeMessage({ type, body }: HandshakeMessage): string | null {
    const name = messageName(type);
    if (name === 'ServerHello') return this.#takeServerHello(body);
    if (!this.#hello) return null;
    const { version } = this.#hello;
    if (name === 'CertificateRequest') {
      this.#requested = true;
      this.#authorities = readAuthorities(body, version);
    } else if (this.#is13) {
      if (name === 'EncryptedExtensions') this.#alpn = readEncryptedAlpn(body);
      // The request stands before all of these, if there is one (RFC 8446 §4).
      if (/Certificate|Finished/.test(name)) this.#requested ??= false;
      if (name === 'Finished') this.#changeKeys('SERVER_TRAFFIC_SECRET_0');
    } else if (name === 'ServerHelloDone') {
      this.#requested ??= false;
    }
    if (name === 'Certificate') this.#certificates = readCertificates(body, version);
    return null;
  }

  #takeServerHello(body: Uint8Array): string | null {
    const hello = this.#hello ? null : readServerHello(body);
    if (hello?.retry) return 'HelloRetryRequest';
    if (!hello) return null;
    this.#hello = { version: hello.version, cipherSuite: hello.cipherSuite };
    if (this.#is13) this.#changeKeys('SERVER_HANDSHAKE_TRAFFIC_SECRET');
    else this.#alpn = hello.alpn;
    return null;
  }

  #changeKeys(label: string): void {
    this.#assembly.drop();
    // The suite is known here: keys change after the ServerHello.
    this.#opener = openerFor(label, this.#keyLog, this.#hello?.cipherSuite ?? 0);
  }
}
