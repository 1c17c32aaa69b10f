// How the broker answers CONNECT: honestly, or as its traits say. Rules are asked in the
// order of the traits below; the first that refuses is the answer.

import { setTimeout as passes } from 'node:timers/promises';
import type { IConnectPacket } from 'mqtt-packet';
import type { MqttVersion, Qos } from '../../../src/target.ts';
import type { Arrival } from '../service.ts';
import { type ClientIdTraits, clientIdRefusal } from './client-id.ts';
import type { Connection } from './connection.ts';
import { answerOddly, type OddConnack } from './odd-connack.ts';
import { type ConnackProperties, type HangUp, type Refusal, refusals, refuse } from './refusal.ts';
import { type WillTraits, willRefusal } from './will.ts';

export interface ConnectTraits {
  /** Waits this long before any answer. */
  readonly delayMs?: number;
  /** Instead of an honest answer, to every CONNECT; no other trait is asked. */
  readonly always?: OddConnack;
  /** Default: all three. */
  readonly versions?: readonly MqttVersion[];
  /**
   * Default `connack`: code 1 or 0x84 in the form of the client's own version.
   * `connack-3.1.1`: the bytes 20 02 00 01 even to an MQTT 5 client, as older brokers do.
   */
  readonly whenVersionRefused?: 'connack' | 'connack-3.1.1' | HangUp;
  /** The longest CONNECT, in bytes; `whenTooLarge` defaults to 0x95, and to FIN before MQTT 5. */
  readonly maxBytes?: number;
  readonly whenTooLarge?: Refusal;
  /** Anything the named traits cannot say; a refusal, or null to go on. */
  readonly rule?: (connect: IConnectPacket, arrival: Arrival) => Refusal | null;
  /** Passwords by user name. */
  readonly users?: Readonly<Record<string, string>>;
  /** Clients without a user name. Default: welcome exactly when there are no `users`. */
  readonly anonymous?: boolean;
  /** Default not authorised (5, 0x87), as Mosquitto answers; `refusals.badCredentials` is 4, 0x86. */
  readonly whenCredentialsWrong?: Refusal;
  /** Default not authorised. */
  readonly whenAnonymous?: Refusal;
  readonly clientId?: ClientIdTraits;
  /** The longest keep-alive in seconds; 0 ("never") is over it too. */
  readonly maxKeepAliveS?: number;
  /** Default: 2 before MQTT 5 (what Mosquitto does); MQTT 5 clients are told Server Keep Alive. */
  readonly whenKeepAliveTooLong?: Refusal;
  readonly will?: WillTraits;
  /** Absent: clean=false is accepted, though no session is kept. */
  readonly whenNotClean?: Refusal;
  /** Properties of the accepting CONNACK (MQTT 5); they win over what the limits announce. */
  readonly properties?: ConnackProperties;
  /** Claims a stored session. */
  readonly sessionPresent?: boolean;
  /** The connection ends right after CONNACK 0. A number is the code of a DISCONNECT (MQTT 5; FIN before). */
  readonly afterConnack?: 'close' | 'reset' | number;
}

/** What the broker's other traits let an MQTT 5 CONNACK announce. */
export interface Announcements {
  readonly maximumQoS?: Qos;
  readonly retainAvailable?: false;
  readonly maximumPacketSize?: number;
}

/** Calls `welcome` before CONNACK 0 goes out. */
export async function answerConnect(
  connection: Connection,
  packet: IConnectPacket,
  traits: ConnectTraits,
  announcements: Announcements,
  welcome: (clientId: string) => void,
): Promise<void> {
  connection.record.connect = packet;
  connection.version = packet.protocolVersion ?? 4;
  if (traits.delayMs !== undefined) await passes(traits.delayMs, undefined, { ref: false });
  if (traits.always !== undefined) return answerOddly(connection, traits.always);
  if (!speaks(connection, traits)) return refuseVersion(connection, traits);
  const refusal = firstRefusal(connection, packet, traits);
  if (refusal !== null) return refuse(connection, refusal);
  accept(connection, packet, traits, announcements, welcome);
}

const versionNames = { 3: '3.1', 4: '3.1.1', 5: '5' } as const;

function speaks({ version }: Connection, { versions }: ConnectTraits): boolean {
  return versions === undefined || versions.includes(versionNames[version]);
}

export function refuseVersion(connection: Connection, { whenVersionRefused }: ConnectTraits): void {
  const how = whenVersionRefused ?? 'connack';
  if (how === 'connack-3.1.1') connection.version = 4;
  const refused = how === 'connack' || how === 'connack-3.1.1' ? refusals.unsupportedVersion : how;
  refuse(connection, refused);
}

function firstRefusal(
  connection: Connection,
  packet: IConnectPacket,
  traits: ConnectTraits,
): Refusal | null {
  const { arrival } = connection.record;
  if (arrival.refuseConnect) return refusals.notAuthorized;
  if ((packet.length ?? 0) > (traits.maxBytes ?? Number.POSITIVE_INFINITY)) {
    return traits.whenTooLarge ?? refusals.packetTooLarge;
  }
  // No method is known here, and an unknown one is refused [MQTT-4.12.0-1].
  if (packet.properties?.authenticationMethod) return refusals.badAuthenticationMethod;
  return (
    traits.rule?.(packet, arrival) ??
    credentialsRefusal(packet, traits) ??
    clientIdRefusal(packet, traits.clientId ?? {}) ??
    keepAliveRefusal(packet, traits) ??
    willRefusal(packet, traits.will ?? {}) ??
    (packet.clean === false ? (traits.whenNotClean ?? null) : null)
  );
}

function credentialsRefusal(packet: IConnectPacket, traits: ConnectTraits): Refusal | null {
  const { users, anonymous = users === undefined } = traits;
  if (packet.username === undefined) {
    return anonymous ? null : (traits.whenAnonymous ?? refusals.notAuthorized);
  }
  if (users === undefined) return null;
  const password = Object.hasOwn(users, packet.username) ? users[packet.username] : null;
  if (packet.password?.toString() === password) return null;
  return traits.whenCredentialsWrong ?? refusals.notAuthorized;
}

function keepAliveRefusal(packet: IConnectPacket, traits: ConnectTraits): Refusal | null {
  if (!isTooLong(packet, traits)) return null;
  if (traits.whenKeepAliveTooLong !== undefined) return traits.whenKeepAliveTooLong;
  return packet.protocolVersion === 5 ? null : refusals.clientIdNotValid;
}

function isTooLong({ keepalive = 0 }: IConnectPacket, { maxKeepAliveS }: ConnectTraits): boolean {
  return maxKeepAliveS !== undefined && (keepalive === 0 || keepalive > maxKeepAliveS);
}

function accept(
  connection: Connection,
  packet: IConnectPacket,
  traits: ConnectTraits,
  announcements: Announcements,
  welcome: (clientId: string) => void,
): void {
  const assigned = packet.clientId === '' ? `lab-${Math.random().toString(36).slice(2)}` : null;
  const properties: ConnackProperties = { ...announcements };
  if (assigned !== null) properties.assignedClientIdentifier = assigned;
  if (isTooLong(packet, traits) && traits.maxKeepAliveS !== undefined) {
    properties.serverKeepAlive = traits.maxKeepAliveS;
  }
  connection.record.accepted = true;
  connection.clientId = assigned ?? packet.clientId;
  welcome(connection.clientId);
  connection.sendConnack(0, traits.sessionPresent ?? false, {
    ...properties,
    ...traits.properties,
  });
  const { afterConnack } = traits;
  if (typeof afterConnack === 'number') connection.disconnect(afterConnack);
  else if (afterConnack !== undefined) connection.leave(afterConnack);
}
