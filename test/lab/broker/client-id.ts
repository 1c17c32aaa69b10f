// Rules for the client identifier of a CONNECT.

import type { IConnectPacket } from 'mqtt-packet';
import { type Refusal, refusals } from './refusal.ts';

export interface ClientIdTraits {
  /** In characters; MQTT 3.1 allows 23. */
  readonly maxLength?: number;
  /** Exact ids, or prefixes ending in `*`: `['dev1', 'mqtt-doctor-*']`. Absent: any. */
  readonly allowed?: readonly string[];
  /** For too long, not allowed, and empty with clean=false. Default: identifier rejected (2, 0x85). */
  readonly whenRefused?: Refusal;
  /** Ids that another client is said to hold; like `allowed`. */
  readonly inUse?: readonly string[];
  /** Default: identifier rejected. */
  readonly whenInUse?: Refusal;
}

export function clientIdRefusal(packet: IConnectPacket, traits: ClientIdTraits): Refusal | null {
  const { clientId } = packet;
  const { whenRefused = refusals.clientIdNotValid } = traits;
  if (traits.inUse?.some(fits(clientId))) return traits.whenInUse ?? refusals.clientIdNotValid;
  if (traits.allowed !== undefined && !traits.allowed.some(fits(clientId))) return whenRefused;
  if (clientId.length > (traits.maxLength ?? Number.POSITIVE_INFINITY)) return whenRefused;
  // 3.1 has no empty id; 3.1.1 has it with a clean session only [MQTT-3.1.3-8].
  const emptyIsFine =
    packet.protocolVersion === 5 || (packet.protocolVersion === 4 && packet.clean);
  return clientId === '' && !emptyIsFine ? whenRefused : null;
}

function fits(clientId: string) {
  return (pattern: string) =>
    pattern.endsWith('*') ? clientId.startsWith(pattern.slice(0, -1)) : clientId === pattern;
}
