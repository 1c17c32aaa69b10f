// Hand-made evidence and reports: a healthy run, and what becomes of it when one rung is
// replaced. No socket, no clock.

import type {
  Certificate,
  CheckId,
  Evidence,
  FactsOf,
  Outcome,
  Outcomes,
  Trial,
} from '../../src/evidence.ts';
import { checkIds } from '../../src/evidence.ts';
import type { FailureCode } from '../../src/failure.ts';
import type { Finding } from '../../src/finding.ts';
import type { Look } from '../../src/render/look.ts';
import { assemble } from '../../src/report/assemble.ts';
import type { Policy } from '../../src/report/verdict.ts';
import type { Report } from '../../src/report.ts';
import type { Target } from '../../src/target.ts';

export const host = 'broker.example.com';
export const tool = { name: 'mqtt-doctor', version: '0.1.0', runtime: 'Node.js 22.12.0' };

export function look(changes: Partial<Look> = {}): Look {
  return { columns: 80, color: false, unicode: true, verbose: false, quiet: false, ...changes };
}

export const target: Target = {
  url: `mqtts://${host}:8883`,
  transport: 'mqtts',
  host,
  port: 8883,
  path: null,
  webSocket: null,
  route: { connectTo: null, family: 0, resolver: null },
  tls: {
    serverName: host,
    serverNameFrom: 'host',
    alpn: [],
    minVersion: null,
    maxVersion: null,
    verify: true,
    trust: 'system',
    clientCertificate: false,
  },
  mqtt: {
    version: null,
    clientId: 'mqtt-doctor-3f9a',
    clientIdIsOurs: true,
    cleanStart: true,
    keepAliveS: 60,
    usernameGiven: true,
    passwordGiven: true,
    will: null,
  },
  roundTrip: {
    topic: 'mqtt-doctor/3f9a',
    topicIsOurs: true,
    qos: 1,
    retain: false,
    payloadSize: 32,
    count: 1,
    publish: true,
    subscribe: true,
  },
  limits: { timeoutMs: 5000, deadlineMs: 30_000 },
};

export const leaf: Certificate = {
  subject: `CN=${host}`,
  issuer: 'CN=Example Issuing CA, O=Example',
  names: [host],
  commonName: host,
  notBefore: '2026-01-10T00:00:00.000Z',
  notAfter: '2026-04-12T12:00:00.000Z',
  serial: '0a1b2c',
  fingerprint: 'ab'.repeat(32),
  isCa: false,
  selfSigned: false,
  purposes: ['1.3.6.1.5.5.7.3.1'],
  keyType: 'rsa',
  keyBits: 2048,
  curve: null,
  signature: 'sha256WithRSAEncryption',
  issuerUrls: [],
  derBytes: 1100,
};

export const facts: FactsOf = {
  input: {
    ca: [],
    clientCertificate: null,
    clientKey: null,
    keyMatchesCertificate: null,
    stray: [],
    passwordFrom: 'file',
    token: null,
    topicProblem: null,
    problems: [],
  },
  dns: {
    name: host,
    addresses: [{ address: '192.0.2.20', family: 4 }],
    source: 'system',
    systemError: null,
    hostsFile: [],
    resolver: {
      server: '192.0.2.53:53',
      a: 'ok',
      aaaa: 'no-data',
      chain: [],
      addresses: [{ address: '192.0.2.20', family: 4, ttlS: 300 }],
      ms: 2.9,
    },
  },
  tcp: {
    port: 8883,
    dials: [{ address: '192.0.2.20', family: 4, result: 'connected', ms: 21.2, raw: null }],
    address: '192.0.2.20',
    local: '198.51.100.7:50112',
  },
  tls: {
    serverNameSent: host,
    alpnOffered: [],
    alpnSelected: null,
    version: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    chain: [leaf],
    chainFrom: 'wire',
    verification: { trusted: true, code: null, name: host, nameMatches: true },
    alert: null,
    clientCertificate: { requested: false, authorities: [], sent: false },
    serverHello: true,
    bytesOut: 630,
    bytesIn: 3100,
    answer: null,
    ended: null,
  },
  alpn: { offered: ['mqtt'], selected: 'mqtt' },
  websocket: {
    url: 'wss://broker.example.com:443/mqtt',
    path: '/mqtt',
    querySent: false,
    headersSent: [],
    origin: null,
    offered: ['mqtt'],
    chosen: 'mqtt',
    status: 101,
    headers: [{ name: 'Upgrade', value: 'websocket' }],
    location: null,
    body: null,
    bytesIn: 170,
    answer: null,
    ended: null,
  },
  connect: {
    version: '5',
    clientId: 'mqtt-doctor-3f9a',
    cleanStart: true,
    keepAliveS: 60,
    usernameSent: true,
    passwordSent: true,
    willSent: false,
    inClear: false,
    connack: {
      code: 0,
      name: 'success',
      sessionPresent: false,
      properties: { receiveMaximum: 20, topicAliasMaximum: 10 },
    },
    authMethod: null,
    disconnect: null,
    bytesIn: 11,
    answer: null,
    ended: null,
  },
  pubsub: {
    topic: 'mqtt-doctor/3f9a',
    qos: 1,
    retain: false,
    payloadBytes: 32,
    suback: { code: 1, name: 'granted QoS 1', reason: null },
    acknowledgement: { packet: 'PUBACK', code: 0, name: 'success', reason: null },
    sent: 1,
    acknowledged: 1,
    received: 1,
    duplicates: 0,
    altered: 0,
    echoQos: 1,
    latencyMs: [22.4],
    latency: { minMs: 22.4, medianMs: 22.4, p95Ms: 22.4 },
    stage: 'done',
    disconnect: null,
    ended: null,
  },
};

export const healthy: Outcomes = {
  input: { status: 'ok', facts: facts.input, ms: 0.6 },
  dns: { status: 'ok', facts: facts.dns, ms: 3.1 },
  tcp: { status: 'ok', facts: facts.tcp, ms: 21.2 },
  tls: { status: 'ok', facts: facts.tls, ms: 44.3 },
  alpn: { status: 'not-applicable', reason: 'none offered' },
  websocket: { status: 'not-applicable', reason: 'MQTT is spoken directly' },
  connect: { status: 'ok', facts: facts.connect, ms: 23 },
  pubsub: { status: 'ok', facts: facts.pubsub, ms: 43.4 },
};

/** All rungs below `id` healthy, `id` failed, all above it not reached. */
export function failedAt<Id extends CheckId>(
  id: Id,
  code: FailureCode,
  changes: Partial<FactsOf[Id]>,
  { raw = `${code} in the library's words`, ms = 51 } = {},
): Outcomes {
  const outcome = { status: 'failed', failure: { code, raw }, facts: changes, ms };
  return stoppedAt(id, outcome as Outcome<FactsOf[Id]>);
}

/** The same with any outcome. */
export function stoppedAt<Id extends CheckId>(id: Id, outcome: Outcome<FactsOf[Id]>): Outcomes {
  const above = checkIds.slice(checkIds.indexOf(id) + 1);
  const skipped = above.map((one) => [one, { status: 'skipped', blockedBy: id }]);
  // The cast holds: every id keeps an outcome of its own kind, or one without facts.
  return { ...healthy, ...Object.fromEntries(skipped), [id]: outcome } as Outcomes;
}

export function trial(
  id: string,
  changed: Trial['attempt']['changed'],
  outcomes: Outcomes,
  helped: boolean,
): Trial {
  const reached = checkIds.findLast((one) => outcomes[one].status === 'ok') ?? null;
  const attempt = { changed, outcomes, reached, transcript: [], ms: 90 };
  return { id, question: 'Does it work then?', attempt, helped };
}

export interface Given {
  readonly outcomes?: Outcomes;
  readonly trials?: readonly Trial[];
  readonly target?: Target;
  readonly interrupted?: boolean;
}

export function evidenceOf(given: Given = {}): Evidence {
  const outcomes = given.outcomes ?? healthy;
  return {
    target: given.target ?? target,
    main: {
      changed: null,
      outcomes,
      reached: checkIds.findLast((id) => outcomes[id].status === 'ok') ?? null,
      transcript: [
        {
          ms: 25.2,
          check: 'tls',
          direction: 'out',
          bytes: 517,
          packet: 'ClientHello',
          text: `SNI ${host}`,
        },
        {
          ms: 69.8,
          check: 'connect',
          direction: 'out',
          bytes: 62,
          packet: 'CONNECT',
          text: 'MQTT level 5, client id mqtt-doctor-3f9a, clean session, keep-alive 60 s, with user name, with password',
        },
        {
          ms: 92.1,
          check: 'connect',
          direction: 'in',
          bytes: 11,
          packet: 'CONNACK',
          text: '0 success',
        },
      ],
      ms: 211.7,
    },
    trials: given.trials ?? [],
    environment: {
      os: 'Linux 6.8 x64',
      runtime: 'Node.js 22.12.0',
      openssl: '3.0.15',
      resolvers: ['192.0.2.53'],
      container: null,
      clock: '2026-01-31T12:00:00.000Z',
    },
    at: '2026-01-31T12:00:00.000Z',
    ms: 412.5,
    interrupted: given.interrupted ?? false,
  };
}

export function reportOf(
  given: Given = {},
  findings: readonly Finding[] = [],
  policy?: Policy,
): Report {
  return assemble(evidenceOf(given), findings, tool, policy);
}

export function finding(changes: Partial<Finding> & Pick<Finding, 'code' | 'check'>): Finding {
  return {
    severity: 'error',
    certainty: 'observed',
    side: 'server',
    title: `Something is wrong (${changes.code}).`,
    detail: 'What was seen, in a sentence.',
    remedies: [{ text: 'Do this.' }],
    data: {},
    ...changes,
  };
}
