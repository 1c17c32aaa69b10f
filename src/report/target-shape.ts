// `target` of a report → the target that was examined. Of a will only the size of its payload
// is known, so the payload is made up.

import type {
  Endpoint,
  Limits,
  MqttSettings,
  Opening,
  RoundTripSettings,
  Route,
  Target,
  TlsSettings,
  TlsVersion,
  Transport,
  WebSocketSettings,
  Will,
} from '../target.ts';
import { mqttVersion, qos } from './mqtt-shape.ts';
import {
  flag,
  list,
  nullable,
  number,
  numberAmong,
  object,
  oneOf,
  optional,
  type Shape,
  text,
} from './shape.ts';

const tlsVersion = oneOf<TlsVersion>({
  TLSv1: true,
  'TLSv1.1': true,
  'TLSv1.2': true,
  'TLSv1.3': true,
});

const route = object<Route>({
  connectTo: nullable(object({ address: text, port: nullable(number) })),
  family: numberAmong<0 | 4 | 6>(0, 4, 6),
  resolver: nullable(object<Endpoint>({ address: text, port: number })),
  opening: optional(oneOf<Opening>({ listen: true, 'proxy-header': true })),
});

const tls = object<TlsSettings>({
  serverName: nullable(text),
  serverNameFrom: oneOf({ host: true, user: true, none: true }),
  alpn: list(text),
  minVersion: nullable(tlsVersion),
  maxVersion: nullable(tlsVersion),
  verify: flag,
  trust: oneOf({ system: true, given: true, os: true }),
  issuerUrls: optional(list(text)),
  fetchIssuers: optional(flag),
  clientCertificate: flag,
});

const webSocket = object<WebSocketSettings>({
  subprotocols: list(text),
  headers: list(text),
  queryGiven: flag,
  origin: nullable(text),
});

type ReportedWill = Omit<Will, 'payload'> & { readonly payloadBytes: number };
type ReportedMqtt = Omit<MqttSettings, 'will'> & { readonly will: ReportedWill | null };

const mqtt = object<ReportedMqtt>({
  version: nullable(mqttVersion),
  clientId: text,
  clientIdIsOurs: flag,
  cleanStart: flag,
  keepAliveS: number,
  usernameGiven: flag,
  passwordGiven: flag,
  will: nullable(object<ReportedWill>({ topic: text, payloadBytes: number, qos, retain: flag })),
});

interface Settings {
  readonly route: Route;
  readonly tls: TlsSettings | null;
  readonly webSocket?: WebSocketSettings;
  readonly mqtt: ReportedMqtt;
  readonly roundTrip: RoundTripSettings;
  readonly limits: Limits;
}

const settings = object<Settings>({
  route,
  tls: nullable(tls),
  webSocket: optional(webSocket),
  mqtt,
  roundTrip: object<RoundTripSettings>({
    topic: text,
    topicIsOurs: flag,
    qos,
    retain: flag,
    payloadSize: number,
    count: number,
    publish: flag,
    subscribe: flag,
  }),
  limits: object<Limits>({ timeoutMs: number, deadlineMs: number }),
});

interface Reported extends Pick<Target, 'url' | 'transport' | 'host' | 'port'> {
  readonly path?: string;
  readonly settings: Settings;
}

const reported = object<Reported>({
  url: text,
  transport: oneOf<Transport>({ mqtt: true, mqtts: true, ws: true, wss: true }),
  host: text,
  port: number,
  path: optional(text),
  settings,
});

/** Two bytes of length [MQTT-3.1.3.4]. */
const longestPayload = 65_535;

export const target: Shape<Target> = (value, place) => {
  const { settings, path = null, ...where } = reported(value, place);
  const { webSocket = null, ...known } = settings;
  const { will, ...others } = settings.mqtt;
  const mqtt = { ...others, will: will && restored(will) };
  return { ...where, path, ...known, webSocket, mqtt };
};

function restored({ payloadBytes, ...will }: ReportedWill): Will {
  const length = Math.min(longestPayload, Math.max(0, Math.floor(payloadBytes)));
  return { ...will, payload: '?'.repeat(length) };
}
