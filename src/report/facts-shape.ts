// The facts of every check, as shapes. The compiler keeps them the same as the types.

import type {
  Address,
  Alert,
  Answer,
  CaFile,
  Certificate,
  ClientCertificateFile,
  ClientKeyFile,
  Connack,
  Dial,
  Disconnect,
  Ended,
  FactsOf,
  FileContent,
  FileProblem,
  Greeting,
  HttpHeader,
  InputProblem,
  LookupStatus,
  Property,
  ResolverAnswer,
  Service,
  StrayCharacters,
  Token,
  Verification,
} from '../evidence.ts';
import type { FailureCode } from '../failure.ts';
import type { MqttVersion, Qos } from '../target.ts';
import {
  type Fields,
  flag,
  list,
  nullable,
  number,
  numberAmong,
  object,
  oneOf,
  optional,
  record,
  type Shape,
  text,
  time,
  UnusableReport,
} from './shape.ts';
import { failureWords } from './words.ts';

export const failureCode: Shape<FailureCode> = (value, place) => {
  // The keys of `failureWords` are the codes.
  if (typeof value === 'string' && Object.hasOwn(failureWords, value)) return value as FailureCode;
  throw new UnusableReport(`${place} is no failure that this version knows`);
};

export const qos: Shape<Qos> = numberAmong<Qos>(0, 1, 2);
export const mqttVersion = oneOf<MqttVersion>({ '3.1': true, '3.1.1': true, '5': true });
const family = numberAmong<4 | 6>(4, 6);

const fileProblem = oneOf<FileProblem>({
  missing: true,
  forbidden: true,
  unreadable: true,
  empty: true,
  'no-certificate': true,
  'no-key': true,
  'no-authority': true,
  damaged: true,
  'other-format': true,
  unsupported: true,
});

const fileContent = oneOf<FileContent>({
  certificate: true,
  'private key': true,
  'encrypted private key': true,
  'public key': true,
  'certificate request': true,
  'revocation list': true,
  parameters: true,
  'PKCS#7 bundle': true,
  'PKCS#12 archive': true,
  'Java keystore': true,
  'OpenSSH key': true,
  'UTF-16 text': true,
  'web page': true,
});

const inputProblem = oneOf<InputProblem>({
  'ca-unreadable': true,
  'ca-wrong-kind': true,
  'cert-unreadable': true,
  'cert-wrong-kind': true,
  'key-unreadable': true,
  'key-encrypted': true,
  'key-mismatch': true,
  'client-cert-expired': true,
  'client-cert-not-yet-valid': true,
  'tls-not-enabled': true,
  'token-expired': true,
  'token-not-yet-valid': true,
  'topic-invalid': true,
});

const lookupStatus = oneOf<LookupStatus>({
  ok: true,
  'no-data': true,
  nxdomain: true,
  'server-failure': true,
  refused: true,
  timeout: true,
  unreachable: true,
  malformed: true,
  'cname-loop': true,
});

const service = oneOf<Service>({
  mqtt: true,
  tls: true,
  http: true,
  ssh: true,
  smtp: true,
  ftp: true,
  pop3: true,
  imap: true,
  amqp: true,
  redis: true,
  nats: true,
  mysql: true,
  postgresql: true,
  vnc: true,
  rtsp: true,
  openwire: true,
  stomp: true,
  memcached: true,
  telnet: true,
  websocket: true,
  unknown: true,
});

const certificate = object<Certificate>({
  subject: text,
  issuer: text,
  names: list(text),
  commonName: nullable(text),
  notBefore: time,
  notAfter: time,
  serial: text,
  fingerprint: text,
  isCa: flag,
  selfSigned: flag,
  purposes: list(text),
  keyType: text,
  keyBits: nullable(number),
  curve: nullable(text),
  signature: nullable(text),
  issuerUrls: list(text),
  derBytes: number,
});

const ended = object<Ended>({ how: oneOf({ closed: true, reset: true }), afterMs: number });

const answer = object<Answer>({
  service,
  sample: text,
  httpStatus: nullable(number),
  product: nullable(text),
  tlsAlert: nullable(number),
});

const property: Shape<Property> = (value, place) => {
  if (typeof value === 'number') return number(value, place);
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? list(text)(value, place) : text(value, place);
};

const disconnect = object<Disconnect>({
  code: number,
  name: text,
  properties: record(property),
});

const input: Fields<FactsOf['input']> = {
  ca: list(
    object<CaFile>({
      file: text,
      problem: nullable(fileProblem),
      holds: list(fileContent),
      certificates: list(certificate),
    }),
  ),
  clientCertificate: nullable(
    object<ClientCertificateFile>({
      file: text,
      problem: nullable(fileProblem),
      holds: list(fileContent),
      certificates: list(certificate),
      maySign: nullable(flag),
    }),
  ),
  clientKey: nullable(
    object<ClientKeyFile>({
      file: text,
      problem: nullable(fileProblem),
      holds: list(fileContent),
      encrypted: flag,
      locked: nullable(oneOf({ 'passphrase-missing': true, 'passphrase-wrong': true })),
      type: nullable(text),
    }),
  ),
  keyMatchesCertificate: nullable(flag),
  stray: list(
    object<StrayCharacters>({
      where: oneOf({ 'user name': true, password: true, 'key file': true, 'client id': true }),
      what: text,
    }),
  ),
  passwordFrom: nullable(
    oneOf({ argument: true, url: true, file: true, stdin: true, environment: true }),
  ),
  token: nullable(
    object<Token>({
      kind: oneOf({ jwt: true, sas: true }),
      where: oneOf({ password: true, 'user name': true }),
      expires: nullable(time),
      notBefore: nullable(time),
    }),
  ),
  topicProblem: nullable(object({ topic: text, problem: text })),
  problems: list(inputProblem),
};

const dns: Fields<FactsOf['dns']> = {
  name: text,
  addresses: list(object<Address>({ address: text, family })),
  source: oneOf({ system: true, resolver: true, literal: true }),
  systemError: nullable(text),
  hostsFile: list(text),
  resolver: nullable(
    object<ResolverAnswer>({
      server: text,
      a: lookupStatus,
      aaaa: lookupStatus,
      chain: list(object({ name: text, to: text, ttlS: number })),
      addresses: list(object({ address: text, family, ttlS: number })),
      ms: number,
    }),
  ),
};

const dialled: Shape<Dial['result']> = (value, place) =>
  value === 'connected' || value === 'pending' ? value : failureCode(value, place);

const tcp: Fields<FactsOf['tcp']> = {
  port: number,
  dials: list(
    object<Dial>({ address: text, family, result: dialled, ms: number, raw: nullable(text) }),
  ),
  address: nullable(text),
  local: nullable(text),
  ownAddresses: optional(list(text)),
  greeting: optional(
    object<Greeting>({ listenedMs: number, answer: nullable(answer), ended: nullable(ended) }),
  ),
};

const tls: Fields<FactsOf['tls']> = {
  serverNameSent: nullable(text),
  alpnOffered: list(text),
  alpnSelected: nullable(text),
  version: nullable(text),
  cipher: nullable(text),
  chain: list(certificate),
  chainFrom: nullable(oneOf({ wire: true, runtime: true })),
  verification: nullable(
    object<Verification>({ trusted: flag, code: nullable(text), name: text, nameMatches: flag }),
  ),
  alert: nullable(object<Alert>({ number, name: text, late: flag })),
  clientCertificate: object({
    requested: nullable(flag),
    authorities: list(text),
    sent: flag,
  }),
  serverHello: flag,
  bytesOut: number,
  bytesIn: number,
  answer: nullable(answer),
  ended: nullable(ended),
};

const alpn: Fields<FactsOf['alpn']> = { offered: list(text), selected: nullable(text) };

const websocket: Fields<FactsOf['websocket']> = {
  url: text,
  path: text,
  querySent: flag,
  headersSent: list(text),
  origin: nullable(text),
  offered: list(text),
  chosen: nullable(text),
  status: nullable(number),
  headers: list(object<HttpHeader>({ name: text, value: text })),
  location: nullable(text),
  body: nullable(text),
  bytesIn: number,
  answer: nullable(answer),
  ended: nullable(ended),
};

const connect: Fields<FactsOf['connect']> = {
  version: mqttVersion,
  clientId: text,
  cleanStart: flag,
  keepAliveS: number,
  usernameSent: flag,
  passwordSent: flag,
  willSent: flag,
  inClear: flag,
  connack: nullable(
    object<Connack>({
      code: number,
      name: text,
      sessionPresent: flag,
      properties: record(property),
    }),
  ),
  authMethod: nullable(text),
  disconnect: nullable(disconnect),
  bytesIn: number,
  answer: nullable(answer),
  ended: nullable(ended),
};

const pubsub: Fields<FactsOf['pubsub']> = {
  topic: text,
  qos,
  retain: flag,
  payloadBytes: number,
  suback: nullable(object({ code: number, name: text, reason: nullable(text) })),
  acknowledgement: nullable(
    object({
      packet: oneOf({ PUBACK: true, PUBREC: true }),
      code: number,
      name: text,
      reason: nullable(text),
    }),
  ),
  sent: number,
  acknowledged: number,
  received: number,
  duplicates: number,
  altered: number,
  echoQos: nullable(qos),
  latencyMs: list(number),
  latency: nullable(object({ minMs: number, medianMs: number, p95Ms: number })),
  stage: oneOf({ subscribe: true, publish: true, echo: true, done: true }),
  disconnect: nullable(disconnect),
  ended: nullable(ended),
};

export const factFields: { readonly [Id in keyof FactsOf]: Fields<FactsOf[Id]> } = {
  input,
  dns,
  tcp,
  tls,
  alpn,
  websocket,
  connect,
  pubsub,
};
