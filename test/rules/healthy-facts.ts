// The facts of a run in which nothing is wrong, as the checks would state them for a target.

import type { Certificate, Change, FactsOf } from '../../src/evidence.ts';
import type { Target } from '../../src/target.ts';

export const leaf: Certificate = {
  subject: 'CN=broker.example.com',
  issuer: 'CN=Example Issuing CA, O=Example',
  names: ['broker.example.com'],
  commonName: 'broker.example.com',
  notBefore: '2026-01-10T00:00:00.000Z',
  notAfter: '2026-04-10T00:00:00.000Z',
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

export function factsFor(target: Target, changed: Change | undefined): FactsOf {
  const { host, port, tls, mqtt, roundTrip } = target;
  const { topic, qos, retain, payloadSize, count } = roundTrip;
  const version = changed?.setting === 'mqttVersion' && changed.to === '3.1.1' ? '3.1.1' : null;
  return {
    input: {
      ca: [],
      clientCertificate: null,
      clientKey: null,
      keyMatchesCertificate: null,
      stray: [],
      passwordFrom: mqtt.passwordGiven ? 'file' : null,
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
      port,
      dials: [{ address: '192.0.2.20', family: 4, result: 'connected', ms: 21, raw: null }],
      address: '192.0.2.20',
      local: '198.51.100.7:50112',
    },
    tls: {
      serverNameSent: tls?.serverName ?? null,
      alpnOffered: tls?.alpn ?? [],
      alpnSelected: tls?.alpn[0] ?? null,
      version: 'TLSv1.3',
      cipher: 'TLS_AES_256_GCM_SHA384',
      chain: [leaf],
      chainFrom: 'wire',
      verification: { trusted: true, code: null, name: host, nameMatches: true },
      alert: null,
      clientCertificate: {
        requested: tls?.clientCertificate ?? false,
        authorities: [],
        sent: tls?.clientCertificate ?? false,
      },
      serverHello: true,
      bytesOut: 630,
      bytesIn: 3100,
      answer: null,
      ended: null,
    },
    alpn: { offered: tls?.alpn ?? [], selected: tls?.alpn[0] ?? null },
    connect: {
      version: version ?? mqtt.version ?? '5',
      clientId: mqtt.clientId,
      cleanStart: mqtt.cleanStart,
      keepAliveS: mqtt.keepAliveS,
      usernameSent: mqtt.usernameGiven,
      passwordSent: mqtt.passwordGiven,
      willSent: mqtt.will !== null,
      inClear: tls === null && mqtt.passwordGiven,
      connack: { code: 0, name: 'accepted', sessionPresent: false, properties: {} },
      authMethod: null,
      disconnect: null,
      bytesIn: 11,
      answer: null,
      ended: null,
    },
    pubsub: {
      topic,
      qos,
      retain,
      payloadBytes: Math.max(32, payloadSize),
      suback: { code: qos, name: `granted QoS ${qos}`, reason: null },
      acknowledgement:
        qos === 0
          ? null
          : { packet: qos === 1 ? 'PUBACK' : 'PUBREC', code: 0, name: 'success', reason: null },
      sent: count,
      acknowledged: count,
      received: count,
      duplicates: 0,
      altered: 0,
      echoQos: qos,
      latencyMs: Array.from({ length: count }, () => 22),
      latency: { minMs: 22, medianMs: 22, p95Ms: 22 },
      stage: 'done',
      disconnect: null,
      ended: null,
    },
  };
}
