// How a broker says no to a CONNECT. The two generations of MQTT have different codes, so a
// refusal may name one for each.

import type { IConnackPacket } from 'mqtt-packet';
import type { Connection } from './connection.ts';

export type ConnackProperties = NonNullable<IConnackPacket['properties']>;

export type Refusal =
  /** This CONNACK code, whatever the client's version. */
  | number
  /** Without a CONNACK: FIN, RST, or nothing ever again. */
  | HangUp
  /** By the client's version: 3.1 and 3.1.1, or 5. */
  | {
      readonly v3: number | HangUp;
      readonly v5: number | HangUp;
      /** MQTT 5 only: `reasonString`, `serverReference`... */
      readonly properties?: ConnackProperties;
    };

export type HangUp = 'close' | 'reset' | 'silent';

/** By the meaning of the MQTT 5 reason code; 3.1.1 has only 1 to 5 (§3.2.2.3). */
export const refusals = {
  unsupportedVersion: { v3: 1, v5: 0x84 },
  clientIdNotValid: { v3: 2, v5: 0x85 },
  serverUnavailable: { v3: 3, v5: 0x88 },
  serverBusy: { v3: 3, v5: 0x89 },
  badCredentials: { v3: 4, v5: 0x86 },
  notAuthorized: { v3: 5, v5: 0x87 },
  banned: { v3: 5, v5: 0x8a },
  badAuthenticationMethod: { v3: 5, v5: 0x8c },
  packetTooLarge: { v3: 'close', v5: 0x95 },
  quotaExceeded: { v3: 3, v5: 0x97 },
  retainNotSupported: { v3: 'close', v5: 0x9a },
  qosNotSupported: { v3: 'close', v5: 0x9b },
  useAnotherServer: { v3: 3, v5: 0x9c },
  serverMoved: { v3: 3, v5: 0x9d },
  connectionRateExceeded: { v3: 3, v5: 0x9f },
} as const satisfies Record<string, Refusal>;

/** Refuses in the client's version. A CONNACK other than 0 is followed by FIN [MQTT-3.2.2-5]. */
export function refuse(connection: Connection, refusal: Refusal) {
  const both = typeof refusal === 'object' ? refusal : { v3: refusal, v5: refusal };
  const code = connection.version === 5 ? both.v5 : both.v3;
  connection.record.refused = code;
  if (typeof code !== 'number') return connection.leave(code);
  connection.sendConnack(code, false, 'properties' in both ? both.properties : undefined);
  connection.close();
}
