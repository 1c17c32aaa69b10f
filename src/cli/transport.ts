// Which transport a scheme, a flag or a port stands for.

import type { Transport } from '../target.ts';
import { UsageError } from './usage-error.ts';

type Later = 'https';

const schemes = new Map<string, Transport | Later>([
  ['mqtt', 'mqtt'],
  ['tcp', 'mqtt'],
  ['mqtts', 'mqtts'],
  ['ssl', 'mqtts'],
  ['tls', 'mqtts'],
  ['ws', 'ws'],
  ['wss', 'wss'],
  ['https', 'https'],
]);

/** Any other port is tried as mqtts: the answer's first bytes decide whether that was right. */
const ports = new Map<number, Transport | Later>([
  [1883, 'mqtt'],
  [8883, 'mqtts'],
  [443, 'mqtts'],
  [8083, 'ws'],
  [8084, 'wss'],
  [8443, 'https'],
]);

export const defaultPort = {
  mqtt: 1883,
  mqtts: 8883,
  ws: 80,
  wss: 443,
} as const satisfies Record<Transport, number>;

export function isScheme(typed: string): boolean {
  return schemes.has(typed.toLowerCase());
}

export function transportOfScheme(typed: string): Transport {
  const scheme = typed.toLowerCase();
  const transport = schemes.get(scheme);
  if (transport !== undefined) return now(transport);
  if (scheme === 'http') {
    throw new UsageError(
      'http:// is not a way to reach an MQTT broker.',
      'Use mqtts://HOST (TLS) or mqtt://HOST (plain), ws://HOST for WebSocket, or no scheme.',
    );
  }
  throw new UsageError(
    'The target has a scheme that is not known.',
    'mqtt://, mqtts://, ws:// and wss:// are; a bare host means mqtts:// on port 8883.',
  );
}

export function transportOfFlag(typed: string): Transport {
  const transport = schemes.get(typed);
  if (transport !== undefined) return now(transport);
  throw new UsageError(
    '--transport takes mqtt, mqtts, ws or wss.',
    'mqtts is MQTT over TLS, ws is MQTT over WebSocket, wss is both.',
  );
}

export function transportOfPort(port: number): Transport {
  const transport = ports.get(port) ?? 'mqtts';
  return now(transport, `If MQTT is spoken on port ${port}, add --transport mqtts or mqtt.`);
}

const whatIsExamined =
  'It examines mqtt://, mqtts://, ws:// and wss://; most brokers offer mqtts:// on port 8883.';

function now(transport: Transport | Later, hint = whatIsExamined): Transport {
  if (transport !== 'https') return transport;
  throw new UsageError(`This version cannot examine ${transport}:// targets yet.`, hint);
}
