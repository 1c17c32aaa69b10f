// What a broker may do to every CONNECT instead of answering it honestly.

import type { IDisconnectPacket } from 'mqtt-packet';
import { flood, garbage, sendEndlessPacket, slowConnack, trickle } from '../odd-answers.ts';
import type { Connection } from './connection.ts';
import { type HangUp, type Refusal, refuse } from './refusal.ts';

export type OddConnack =
  /** FIN, RST, or nothing ever. */
  | HangUp
  /** Bytes of no protocol, with terminal escapes and markup among them. */
  | 'garbage'
  /** A CONNACK of 200 bytes, one byte a second. */
  | 'trickle'
  | { readonly trickleEveryMs: number }
  /** A packet that announces 256 MB, and bytes for ever. */
  | 'endless'
  /** Small well-formed packets for ever. */
  | 'flood'
  /** Refused with this, whoever it is. */
  | { readonly refuse: Refusal }
  /** Exactly these bytes, then the end; default `silent`: it stays open. */
  | { readonly bytes: Uint8Array; readonly ending?: HangUp }
  /** An AUTH packet that asks for this method, and silence (MQTT 5). */
  | { readonly auth: string }
  /** A DISCONNECT instead of a CONNACK (MQTT 5; FIN alone before). */
  | { readonly disconnect: number; readonly properties?: IDisconnectPacket['properties'] };

export function answerOddly(connection: Connection, odd: OddConnack) {
  const { raw } = connection;
  if (typeof odd === 'object') return answerInParticular(connection, odd);
  switch (odd) {
    case 'close':
    case 'reset':
    case 'silent':
      return refuse(connection, odd);
    case 'garbage':
      raw.write(garbage);
      return connection.leave('silent');
    case 'trickle':
      return trickle(raw, slowConnack, 1000);
    case 'endless':
      return sendEndlessPacket(raw);
    case 'flood':
      return flood(raw);
  }
}

function answerInParticular(connection: Connection, odd: Exclude<OddConnack, string>) {
  const { raw } = connection;
  if ('trickleEveryMs' in odd) return trickle(raw, slowConnack, odd.trickleEveryMs);
  if ('refuse' in odd) return refuse(connection, odd.refuse);
  if ('disconnect' in odd) return connection.disconnect(odd.disconnect, odd.properties);
  if ('bytes' in odd) {
    raw.write(odd.bytes);
    return connection.leave(odd.ending ?? 'silent');
  }
  connection.send({
    cmd: 'auth',
    reasonCode: 0x18,
    properties: { authenticationMethod: odd.auth },
  });
  connection.leave('silent');
}
