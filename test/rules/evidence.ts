// Evidence of a healthy run over mqtts, with as much wrong in it as a test asks for. What
// follows from the settings is filled in as the checks would fill it in.

import {
  type Attempt,
  type Change,
  type CheckId,
  checkIds,
  type Evidence,
  type FactsOf,
  type Outcome,
  type Outcomes,
  type Trial,
} from '../../src/evidence.ts';
import type { FailureCode } from '../../src/failure.ts';
import type {
  Limits,
  MqttSettings,
  RoundTripSettings,
  Route,
  Target,
  TlsSettings,
  WebSocketSettings,
} from '../../src/target.ts';
import { factsFor } from './healthy-facts.ts';

export interface TargetChanges {
  readonly host?: string;
  readonly port?: number;
  /** null: plain MQTT. */
  readonly tls?: Partial<TlsSettings> | null;
  readonly mqtt?: Partial<MqttSettings>;
  readonly roundTrip?: Partial<RoundTripSettings>;
  /** Absent: MQTT is spoken directly. */
  readonly webSocket?: Partial<WebSocketSettings>;
  readonly path?: string;
  readonly route?: Partial<Route>;
  readonly limits?: Partial<Limits>;
}

export interface AttemptChanges {
  /** The check that failed, and how; those above are skipped. */
  readonly failed?: readonly [CheckId, FailureCode];
  readonly facts?: { readonly [Id in CheckId]?: Partial<FactsOf[Id]> };
  /** How long a check took. */
  readonly ms?: { readonly [Id in CheckId]?: number };
  readonly changed?: Change;
  /** A trial that went over WebSocket where the target does not, or the other way round. */
  readonly overWebSocket?: boolean;
}

export interface EvidenceChanges extends AttemptChanges {
  readonly target?: TargetChanges;
  /** Trials that ran, by id; what is wrong in them. */
  readonly trials?: { readonly [id: string]: AttemptChanges };
}

export function healthyEvidence(changes: EvidenceChanges = {}): Evidence {
  const target = targetWith(changes.target);
  const main = attemptWith(target, changes);
  const trials = Object.entries(changes.trials ?? {}).map(([id, one]): Trial => {
    const attempt = attemptWith(target, one);
    const question = `Does it work with ${id}?`;
    return { id, question, attempt, helped: height(attempt) > height(main) };
  });
  return {
    target,
    main,
    trials,
    environment: {
      os: 'Linux 6.1',
      runtime: 'Node.js 22.12.0',
      openssl: '3.0.15',
      resolvers: ['192.0.2.53'],
      container: null,
      clock: '2026-01-31T12:00:00.000Z',
    },
    at: '2026-01-31T12:00:00.000Z',
    ms: 212,
    interrupted: false,
  };
}

export function targetWith(changes: TargetChanges = {}): Target {
  const { host = 'broker.example.com', tls = {} } = changes;
  const { webSocket } = changes;
  const transport = webSocket ? (tls === null ? 'ws' : 'wss') : tls === null ? 'mqtt' : 'mqtts';
  const ports = { mqtt: 1883, mqtts: 8883, ws: 80, wss: 443 };
  const port = changes.port ?? ports[transport];
  const path = webSocket ? (changes.path ?? '/mqtt') : null;
  return {
    url: `${transport}://${host}:${port}${path ?? ''}`,
    path,
    webSocket: webSocket
      ? { subprotocols: ['mqtt'], headers: [], queryGiven: false, origin: null, ...webSocket }
      : null,
    transport,
    host,
    port,
    route: { connectTo: null, family: 0, resolver: null, ...changes.route },
    tls: tls && {
      serverName: host,
      serverNameFrom: 'host',
      alpn: [],
      minVersion: null,
      maxVersion: null,
      verify: true,
      trust: 'system',
      clientCertificate: false,
      ...tls,
    },
    mqtt: {
      version: null,
      clientId: 'mqtt-doctor-0a1b2c3d',
      clientIdIsOurs: true,
      cleanStart: true,
      keepAliveS: 60,
      usernameGiven: true,
      passwordGiven: true,
      will: null,
      ...changes.mqtt,
    },
    roundTrip: {
      topic: 'mqtt-doctor/0a1b2c/probe',
      topicIsOurs: true,
      qos: 1,
      retain: false,
      payloadSize: 32,
      count: 1,
      publish: true,
      subscribe: true,
      ...changes.roundTrip,
    },
    limits: { timeoutMs: 5000, deadlineMs: 30_000, ...changes.limits },
  };
}

function attemptWith(
  asked: Target,
  { failed, facts = {}, ms = {}, changed, overWebSocket }: AttemptChanges,
): Attempt {
  const usual = { subprotocols: ['mqtt'], headers: [], queryGiven: false, origin: null };
  const other = overWebSocket ? usual : null;
  const target = overWebSocket === undefined ? asked : { ...asked, webSocket: other };
  const healthy = factsFor(target, changed);
  const top = failed ? checkIds.indexOf(failed[0]) : checkIds.length;
  const outcomes = checkIds.map((id, index): readonly [CheckId, Outcome<unknown>] => {
    if (index > top && failed) return [id, { status: 'skipped', blockedBy: failed[0] }];
    const took = ms[id] ?? 20;
    // A check that failed knows what the test says it does, and what it sent.
    const known = { ...healthy[id], ...facts[id] };
    if (index === top && failed) {
      const failure = { code: failed[1], raw: `${failed[1]} in the words of a library` };
      return [
        id,
        { status: 'failed', failure, facts: { ...unanswered(id, known), ...facts[id] }, ms: took },
      ];
    }
    const reason = absent(target, id);
    if (reason !== null) return [id, { status: 'not-applicable', reason }];
    return [id, { status: 'ok', facts: known, ms: took }];
  });
  return {
    changed: changed ?? null,
    // Each outcome stands under the id whose facts it was given.
    outcomes: Object.fromEntries(outcomes) as unknown as Outcomes,
    reached: outcomes.findLast(([, { status }]) => status === 'ok')?.[0] ?? null,
    transcript: [],
    ms: 120,
  };
}

function absent({ tls, webSocket }: Target, id: CheckId): string | null {
  if (id === 'websocket' && webSocket === null) return 'MQTT is spoken directly';
  if (id === 'tls' && tls === null) return 'plain connection';
  return id === 'alpn' && !tls?.alpn.length ? 'none offered' : null;
}

/** Without what only an answer of the server can tell. */
function unanswered(id: CheckId, known: object): object {
  if (id === 'connect') return { ...known, connack: null, bytesIn: 0 };
  if (id === 'websocket') {
    return { ...known, status: null, chosen: null, headers: [], bytesIn: 0 };
  }
  if (id !== 'pubsub') return known;
  return { ...known, suback: null, acknowledgement: null, ...nothingBack, stage: 'subscribe' };
}

const nothingBack = {
  sent: 0,
  acknowledged: 0,
  received: 0,
  echoQos: null,
  latencyMs: [],
  latency: null,
} as const;

function height({ outcomes }: Attempt): number {
  return checkIds.findLastIndex((id) => outcomes[id].status === 'ok');
}
