// Finds a token that was given as password or user name and reads how long it counts. What
// it says beyond that, and its signature, stay out of the facts.

import type { Token } from '../evidence.ts';

/** MQTT strings end there [MQTT-1.5.4]. */
const maxLength = 65_535;

/** null: no token. */
export function readToken(text: string, where: Token['where']): Token | null {
  if (text.length > maxLength) return null;
  const found = readJwt(text.trim()) ?? readSas(text.trim());
  return found && { ...found, where };
}

type Found = Omit<Token, 'where'>;

/** RFC 7519: header, claims and signature, each base64url. */
function readJwt(text: string): Found | null {
  const [, first = '', second = ''] = text.match(/^([\w-]+)\.([\w-]+)\.[\w-]*$/) ?? [];
  const header = jsonOf(first);
  const claims = jsonOf(second);
  if (!claims || typeof header?.alg !== 'string') return null;
  return { kind: 'jwt', expires: isoTime(claims.exp), notBefore: isoTime(claims.nbf) };
}

/** Azure IoT Hub and Event Grid: `SharedAccessSignature sr=…&sig=…&se=<seconds>`. */
function readSas(text: string): Found | null {
  const [, fields] = text.match(/^SharedAccessSignature (.+)$/) ?? [];
  const seconds = fields && new URLSearchParams(fields).get('se');
  if (!seconds) return null;
  return { kind: 'sas', expires: isoTime(Number(seconds)), notBefore: null };
}

interface Fields {
  readonly alg?: unknown;
  readonly exp?: unknown;
  readonly nbf?: unknown;
}

function jsonOf(base64url: string): Fields | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(base64url, 'base64url').toString('utf8'));
    return value instanceof Object ? value : null;
  } catch {
    return null;
  }
}

/** Seconds since 1970, as both kinds count; null: no time. */
function isoTime(seconds: unknown): string | null {
  if (typeof seconds !== 'number') return null;
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
