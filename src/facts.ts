// What each check records. Facts say what happened, never how bad it is, and are plain JSON.

import type { FailureCode } from './failure.ts';
import type { MqttVersion, Qos } from './target.ts';

export interface FactsOf {
  readonly input: InputFacts;
  readonly dns: DnsFacts;
  readonly tcp: TcpFacts;
  readonly tls: TlsFacts;
  readonly alpn: AlpnFacts;
  readonly websocket: WebSocketFacts;
  readonly connect: ConnectFacts;
  readonly pubsub: PubsubFacts;
}

// ---- input -------------------------------------------------------------------------------

export interface InputFacts {
  readonly ca: readonly CaFile[];
  readonly clientCertificate: ClientCertificateFile | null;
  readonly clientKey: ClientKeyFile | null;
  /** null: nothing to compare. */
  readonly keyMatchesCertificate: boolean | null;
  readonly stray: readonly StrayCharacters[];
  readonly passwordFrom: 'argument' | 'url' | 'file' | 'stdin' | 'environment' | null;
  readonly token: Token | null;
  /** What is wrong with a topic the user gave, in words. */
  readonly topicProblem: { readonly topic: string; readonly problem: string } | null;
  /** Why nothing was sent; empty: all of it can be used. */
  readonly problems: readonly InputProblem[];
}

export type InputProblem =
  | 'ca-unreadable'
  | 'ca-wrong-kind'
  | 'cert-unreadable'
  | 'cert-wrong-kind'
  | 'key-unreadable'
  | 'key-encrypted'
  | 'key-mismatch'
  | 'client-cert-expired'
  | 'client-cert-not-yet-valid'
  | 'tls-not-enabled'
  | 'token-expired'
  | 'token-not-yet-valid'
  | 'topic-invalid';

/**
 * `missing` ENOENT · `forbidden` EACCES · `unreadable` other I/O errors · `empty` ·
 * `no-certificate`/`no-key` read, nothing of the kind inside · `no-authority` certificates or
 * keys, none that vouches for a server · `damaged` something of the kind that makes no sense
 * · `other-format` neither PEM nor its DER: see `holds` · `unsupported` encrypted in a way that
 * OpenSSL no longer reads.
 */
export type FileProblem =
  | 'missing'
  | 'forbidden'
  | 'unreadable'
  | 'empty'
  | 'no-certificate'
  | 'no-key'
  | 'no-authority'
  | 'damaged'
  | 'other-format'
  | 'unsupported';

export type FileContent =
  | 'certificate'
  | 'private key'
  | 'encrypted private key'
  | 'public key'
  | 'certificate request'
  | 'revocation list'
  | 'parameters'
  | 'PKCS#7 bundle'
  | 'PKCS#12 archive'
  | 'Java keystore'
  | 'OpenSSH key'
  | 'UTF-16 text'
  | 'web page';

export interface CaFile {
  readonly file: string;
  /** null: could be read. `damaged` may stand beside the certificates before the damage. */
  readonly problem: FileProblem | null;
  /** Each kind once, in the order of the file; empty: nothing known. */
  readonly holds: readonly FileContent[];
  readonly certificates: readonly Certificate[];
}

export interface ClientCertificateFile {
  readonly file: string;
  readonly problem: FileProblem | null;
  readonly holds: readonly FileContent[];
  readonly certificates: readonly Certificate[];
  /** Key usage of the first lets it sign a handshake (RFC 5280 §4.2.1.3); null: it has none. */
  readonly maySign: boolean | null;
}

export interface ClientKeyFile {
  /** That of the certificate where no other was given. */
  readonly file: string;
  readonly problem: FileProblem | null;
  readonly holds: readonly FileContent[];
  readonly encrypted: boolean;
  /** Encrypted, and the passphrase is missing (`null` given) or wrong. */
  readonly locked: 'passphrase-missing' | 'passphrase-wrong' | null;
  readonly type: string | null;
}

export interface StrayCharacters {
  readonly where: 'user name' | 'password' | 'key file' | 'client id';
  /** `newline at the end`, `space at the start`, `byte order mark`, `NUL`... */
  readonly what: string;
}

/** A JWT or SAS token used as password; its values that are no secret. */
export interface Token {
  readonly kind: 'jwt' | 'sas';
  readonly where: 'password' | 'user name';
  /** ISO 8601, null: not stated. */
  readonly expires: string | null;
  readonly notBefore: string | null;
}

// ---- dns ---------------------------------------------------------------------------------

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

export interface DnsFacts {
  readonly name: string;
  /** In the order the climb dials them. */
  readonly addresses: readonly Address[];
  /** Who gave `addresses`: getaddrinfo, `--resolver`, or nobody because the host is an address. */
  readonly source: 'system' | 'resolver' | 'literal';
  /** Errno or EAI code of getaddrinfo; null: it answered or was not asked. */
  readonly systemError: string | null;
  /** What a hosts file on this machine gives the name. */
  readonly hostsFile: readonly string[];
  /** What a name server says over the wire; null: none was asked. */
  readonly resolver: ResolverAnswer | null;
}

export type LookupStatus =
  | 'ok'
  | 'no-data'
  | 'nxdomain'
  | 'server-failure'
  | 'refused'
  | 'timeout'
  | 'unreachable'
  | 'malformed'
  /** The aliases of a chain go round, or are too many. */
  | 'cname-loop';

export interface ResolverAnswer {
  /** `address:port` */
  readonly server: string;
  readonly a: LookupStatus;
  readonly aaaa: LookupStatus;
  /** In the order followed from the name asked. */
  readonly chain: readonly { readonly name: string; readonly to: string; readonly ttlS: number }[];
  readonly addresses: readonly (Address & { readonly ttlS: number })[];
  readonly ms: number;
}

// ---- tcp ---------------------------------------------------------------------------------

export interface Dial {
  readonly address: string;
  readonly family: 4 | 6;
  /** `pending`: no answer yet when the climb was over. */
  readonly result: 'connected' | 'pending' | FailureCode;
  readonly ms: number;
  readonly raw: string | null;
}

export interface TcpFacts {
  readonly port: number;
  readonly dials: readonly Dial[];
  /** The one the climb went on with. */
  readonly address: string | null;
  readonly local: string | null;
  /** Those of the dialled addresses that belong to this machine. */
  readonly ownAddresses?: readonly string[];
  /** What the server said before we did; absent: it was not waited for. */
  readonly greeting?: Greeting;
}

export interface Greeting {
  readonly listenedMs: number;
  readonly answer: Answer | null;
  /** It ended the connection although nothing had been said. */
  readonly ended: Ended | null;
}

// ---- tls ---------------------------------------------------------------------------------

export interface Certificate {
  /** RFC 4514-like, one line: `CN=broker.example.com, O=Example`. */
  readonly subject: string;
  readonly issuer: string;
  /** `broker.example.com`, `192.0.2.1`... without type prefixes. */
  readonly names: readonly string[];
  /** The common name, which modern clients ignore where it stands alone. */
  readonly commonName: string | null;
  /** ISO 8601 */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly serial: string;
  /** SHA-256, lower-case hex without colons. */
  readonly fingerprint: string;
  readonly isCa: boolean;
  readonly selfSigned: boolean;
  /** Extended key usages as dotted OIDs; empty: any. */
  readonly purposes: readonly string[];
  /** `rsa`, `ec`, `ed25519`... */
  readonly keyType: string;
  readonly keyBits: number | null;
  readonly curve: string | null;
  /** `sha256WithRSAEncryption`...; null: unknown to this runtime. */
  readonly signature: string | null;
  /** Where the issuer's certificate can be fetched (AIA). */
  readonly issuerUrls: readonly string[];
  readonly derBytes: number;
}

export interface Alert {
  readonly number: number;
  /** `handshake_failure`... RFC 8446 §6. */
  readonly name: string;
  /** After our side thought that the handshake was over (TLS 1.3, RFC 8446 §4.4.2.4). */
  readonly late: boolean;
}

export interface TlsFacts {
  readonly serverNameSent: string | null;
  readonly alpnOffered: readonly string[];
  readonly alpnSelected: string | null;
  /** `TLSv1.3`, null: none agreed. */
  readonly version: string | null;
  readonly cipher: string | null;
  readonly chain: readonly Certificate[];
  /** `wire`: exactly what the server sent. `runtime`: with issuers that this machine added. */
  readonly chainFrom: 'wire' | 'runtime' | null;
  readonly verification: Verification | null;
  readonly alert: Alert | null;
  readonly clientCertificate: {
    /** null: could not be seen. */
    readonly requested: boolean | null;
    /** Subjects of the authorities the server names, if any. */
    readonly authorities: readonly string[];
    readonly sent: boolean;
    /** The server said something after it; absent: it was not asked for, or not waited for. */
    readonly heard?: boolean;
  };
  /** The first ServerHello came. */
  readonly serverHello: boolean;
  readonly bytesOut: number;
  readonly bytesIn: number;
  /** What answered where it was not TLS. */
  readonly answer: Answer | null;
  readonly ended: Ended | null;
}

export interface Verification {
  /** By the authorities of the target's `trust`, the name aside. */
  readonly trusted: boolean;
  /** OpenSSL's verify code: `UNABLE_TO_GET_ISSUER_CERT_LOCALLY`...; null: trusted. */
  readonly code: string | null;
  /** The name that the certificate was held against. */
  readonly name: string;
  readonly nameMatches: boolean;
}

/** Who ended the connection, and how; null in a fact: nobody did. */
export interface Ended {
  readonly how: 'closed' | 'reset';
  /** Since our last byte went out. */
  readonly afterMs: number;
}

export type Service =
  | 'mqtt'
  | 'tls'
  | 'http'
  | 'ssh'
  | 'smtp'
  | 'ftp'
  | 'pop3'
  | 'imap'
  | 'amqp'
  | 'redis'
  | 'nats'
  | 'mysql'
  | 'postgresql'
  | 'vnc'
  | 'rtsp'
  | 'openwire'
  | 'stomp'
  | 'memcached'
  | 'telnet'
  | 'websocket'
  | 'unknown';

/** The first bytes that the other side said. */
export interface Answer {
  readonly service: Service;
  /** At most 256 characters of what came; hostile until rendered. */
  readonly sample: string;
  /** Status of an HTTP answer. */
  readonly httpStatus: number | null;
  /** `Server` header or version in a banner. */
  readonly product: string | null;
  /** The alert, where a TLS record with an alert came in the clear. */
  readonly tlsAlert: number | null;
}

export interface AlpnFacts {
  readonly offered: readonly string[];
  readonly selected: string | null;
}

// ---- websocket ---------------------------------------------------------------------------

export interface WebSocketFacts {
  /** What was asked for, without its query. */
  readonly url: string;
  readonly path: string;
  readonly querySent: boolean;
  /** Names of the user's headers. */
  readonly headersSent: readonly string[];
  readonly origin: string | null;
  readonly offered: readonly string[];
  /** The subprotocol that the server chose; null: none, or no answer. */
  readonly chosen: string | null;
  /** null: no answer in HTTP. */
  readonly status: number | null;
  /** Of the answer, in order, bounded; without cookies. Hostile until rendered. */
  readonly headers: readonly HttpHeader[];
  /** Where the server sends us instead, without query; never followed. */
  readonly location: string | null;
  /** The beginning of what came with a refusal, at most 1 KiB. Hostile until rendered. */
  readonly body: string | null;
  readonly bytesIn: number;
  /** What answered where WebSocket was not agreed on. */
  readonly answer: Answer | null;
  readonly ended: Ended | null;
}

export interface HttpHeader {
  readonly name: string;
  readonly value: string;
}

// ---- connect -----------------------------------------------------------------------------

export type Property = string | number | boolean | readonly string[];

export interface Connack {
  /** Return code (3.1.1) or reason code (5). */
  readonly code: number;
  readonly name: string;
  readonly sessionPresent: boolean;
  /** MQTT 5, in the specification's names in camelCase: `reasonString`, `serverReference`... */
  readonly properties: Readonly<Record<string, Property>>;
}

export interface ConnectFacts {
  readonly version: MqttVersion;
  readonly clientId: string;
  readonly cleanStart: boolean;
  readonly keepAliveS: number;
  readonly usernameSent: boolean;
  readonly passwordSent: boolean;
  readonly willSent: boolean;
  /** Credentials went out unencrypted. */
  readonly inClear: boolean;
  readonly connack: Connack | null;
  /** Method of an AUTH packet that came instead. */
  readonly authMethod: string | null;
  /** DISCONNECT instead of CONNACK (against the standard, and seen). */
  readonly disconnect: Disconnect | null;
  readonly bytesIn: number;
  readonly answer: Answer | null;
  readonly ended: Ended | null;
}

export interface Disconnect {
  readonly code: number;
  readonly name: string;
  readonly properties: Readonly<Record<string, Property>>;
}

// ---- pubsub ------------------------------------------------------------------------------

export interface PubsubFacts {
  readonly topic: string;
  readonly qos: Qos;
  readonly retain: boolean;
  readonly payloadBytes: number;
  /** Granted QoS, or the refusing code (128 and up). */
  readonly suback: {
    readonly code: number;
    readonly name: string;
    readonly reason: string | null;
  } | null;
  readonly acknowledgement: {
    readonly packet: 'PUBACK' | 'PUBREC';
    readonly code: number;
    readonly name: string;
    readonly reason: string | null;
  } | null;
  readonly sent: number;
  readonly acknowledged: number;
  readonly received: number;
  readonly duplicates: number;
  /** Messages with our nonce's length or place, and other bytes. */
  readonly altered: number;
  /** QoS with which the first echo came. */
  readonly echoQos: Qos | null;
  /** PUBLISH → echo, ms, of every message that came back, in the order sent. */
  readonly latencyMs: readonly number[];
  /** Over `latencyMs`; null: nothing came back. */
  readonly latency: {
    readonly minMs: number;
    readonly medianMs: number;
    readonly p95Ms: number;
  } | null;
  readonly stage: 'subscribe' | 'publish' | 'echo' | 'done';
  /** A PINGREQ sent behind an unanswered PUBLISH was answered; absent: none was sent. */
  readonly alive?: boolean;
  readonly disconnect: Disconnect | null;
  readonly ended: Ended | null;
}
