// Rules for the will in a CONNECT. The lab never delivers a will.

import type { IConnectPacket } from 'mqtt-packet';
import type { Qos } from '../../../src/target.ts';
import { type Refusal, refusals } from './refusal.ts';
import { isAllowed } from './topics.ts';

export interface WillTraits {
  /** false: any will is refused. */
  readonly allowed?: boolean;
  /** Prefixes of topics that a will may go to. Absent: any. */
  readonly topics?: readonly string[];
  readonly maxQos?: Qos;
  /** false: a retained will is refused. */
  readonly retain?: boolean;
  /**
   * For all of them. Default: not authorised for the topic and the will as such; 0x9B or 0x9A
   * for QoS and retain, FIN before MQTT 5.
   */
  readonly whenRefused?: Refusal;
}

export function willRefusal({ will }: IConnectPacket, traits: WillTraits): Refusal | null {
  if (will === undefined) return null;
  const { whenRefused } = traits;
  if (traits.allowed === false || !isAllowed(will.topic, traits.topics)) {
    return whenRefused ?? refusals.notAuthorized;
  }
  if ((will.qos ?? 0) > (traits.maxQos ?? 2)) return whenRefused ?? refusals.qosNotSupported;
  if (traits.retain === false && will.retain) return whenRefused ?? refusals.retainNotSupported;
  return null;
}
