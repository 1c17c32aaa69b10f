// What is examined and with which settings. Credentials travel beside it, so that no
// report type can hold them.

export type Transport = 'mqtt' | 'mqtts' | 'ws' | 'wss';
export type MqttVersion = '3.1' | '3.1.1' | '5';
export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
export type Qos = 0 | 1 | 2;

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export interface Target {
  /** `mqtts://host:8883`, never with credentials. */
  readonly url: string;
  readonly transport: Transport;
  /** A name or an IP address, without brackets, as the user typed it, in lower case. */
  readonly host: string;
  readonly port: number;
  /** Of the URL that is asked for over WebSocket, without a query; null: no WebSocket. */
  readonly path: string | null;
  readonly route: Route;
  /** null: MQTT is spoken directly. */
  readonly webSocket: WebSocketSettings | null;
  /** null on a plain transport. */
  readonly tls: TlsSettings | null;
  readonly mqtt: MqttSettings;
  readonly roundTrip: RoundTripSettings;
  readonly limits: Limits;
}

export interface Route {
  /** Dial this instead of what the host resolves to; names stay those of the host. */
  readonly connectTo: { readonly address: string; readonly port: number | null } | null;
  /** 0: both. */
  readonly family: 0 | 4 | 6;
  /** Ask this name server instead of the system's. */
  readonly resolver: Endpoint | null;
  /** What comes before TLS or MQTT; absent: nothing. */
  readonly opening?: Opening;
}

/**
 * `listen`: say nothing and hear what the server says by itself. `proxy-header`: announce
 * ourselves as a proxy would (PROXY protocol v1).
 */
export type Opening = 'listen' | 'proxy-header';

export interface WebSocketSettings {
  /** Offered as `Sec-WebSocket-Protocol`; MQTT's is `mqtt` [MQTT-6.0.0-3]. */
  readonly subprotocols: readonly string[];
  /** Names of the user's headers; the values may be secrets and are in `Credentials`. */
  readonly headers: readonly string[];
  /** A query follows the path; it may be a signature, so it is in `Credentials`. */
  readonly queryGiven: boolean;
  /** The page that a browser would say it is on; null: none, as clients outside of browsers. */
  readonly origin: string | null;
}

export interface TlsSettings {
  /** What the client sends as SNI; null: nothing is sent. Addresses are never sent (RFC 6066 §3). */
  readonly serverName: string | null;
  /** Who chose `serverName`: the host by default, `--sni`, or `--no-sni`. */
  readonly serverNameFrom: 'host' | 'user' | 'none';
  readonly alpn: readonly string[];
  readonly minVersion: TlsVersion | null;
  readonly maxVersion: TlsVersion | null;
  /** false after `--insecure`: what does not verify is reported and climbed over. */
  readonly verify: boolean;
  /** Which authorities count: this runtime's list, only those of `--ca`, or the operating system's list. */
  readonly trust: 'system' | 'given' | 'os';
  /** Where certificates that the server left out are fetched from (AIA, RFC 5280 §4.2.2.1). */
  readonly issuerUrls?: readonly string[];
  /** false: nothing may be fetched from there, not even in a trial. */
  readonly fetchIssuers?: boolean;
  readonly clientCertificate: boolean;
}

export interface MqttSettings {
  /** null: 5 first, then 3.1.1 where the broker does not speak 5. */
  readonly version: MqttVersion | null;
  readonly clientId: string;
  /** false: the user named it, and it may belong to a real device. */
  readonly clientIdIsOurs: boolean;
  readonly cleanStart: boolean;
  readonly keepAliveS: number;
  readonly usernameGiven: boolean;
  readonly passwordGiven: boolean;
  readonly will: Will | null;
}

export interface Will {
  readonly topic: string;
  readonly payload: string;
  readonly qos: Qos;
  readonly retain: boolean;
}

export interface RoundTripSettings {
  readonly topic: string;
  readonly topicIsOurs: boolean;
  readonly qos: Qos;
  readonly retain: boolean;
  /** Bytes of payload; at least the nonce is sent. */
  readonly payloadSize: number;
  readonly count: number;
  readonly publish: boolean;
  readonly subscribe: boolean;
}

export interface Limits {
  /** Per check, in ms. */
  readonly timeoutMs: number;
  /** Whole run, in ms. */
  readonly deadlineMs: number;
}

/**
 * A value that must not be seen. Every way of turning it into text gives a placeholder;
 * `reveal()` is called in `checks/` only, at the moment the value goes on the wire.
 */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  reveal(): string {
    return this.#value;
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}

/** A file or value the user named, as it was read; bytes are null where reading failed. */
export interface Material {
  /** How the user named it: a path, or the flag or variable it came from. */
  readonly label: string;
  readonly bytes: Uint8Array | null;
  /** Why bytes are null: ENOENT, EACCES... */
  readonly problem: string | null;
}

export interface Credentials {
  /** The user name is a token with some providers, so it is kept like one. */
  readonly username: Secret | null;
  readonly password: Secret | null;
  /** Where the password came from; an argument is visible to other processes. */
  readonly passwordFrom: 'argument' | 'url' | 'file' | 'stdin' | 'environment' | null;
  readonly ca: readonly Material[];
  readonly clientCertificate: Material | null;
  readonly clientKey: Material | null;
  readonly keyPassphrase: Secret | null;
  /** Beside those of the handshake, for WebSocket. */
  readonly headers: readonly { readonly name: string; readonly value: Secret }[];
  /** What follows the `?` of a WebSocket URL. */
  readonly query: Secret | null;
}

export const noCredentials: Credentials = {
  username: null,
  password: null,
  passwordFrom: null,
  ca: [],
  clientCertificate: null,
  clientKey: null,
  keyPassphrase: null,
  headers: [],
  query: null,
};
