// The CONNECT rung: one CONNECT, and what comes back: CONNACK, another packet, something that
// is not MQTT, silence, or the end of the connection.

import type { IConnackPacket, Packet } from 'mqtt-packet';
import type { Connack, ConnectFacts, Disconnect, Ended } from '../evidence.ts';
import type { FailureCode } from '../failure.ts';
import type { MqttVersion } from '../target.ts';
import { nameAnswer } from './answer.ts';
import { type Check, type CheckResult, defineCheck, type Rung } from './check.ts';
import { codeOf, failureFrom } from './failures.ts';
import { loadMqtt } from './mqtt-library.ts';
import { propertiesOf } from './properties.ts';
import { reasonName } from './reason-codes.ts';
import { Session } from './session.ts';
import { Stopped } from './stopped.ts';
import type { Tap } from './tap.ts';
import { lateAlert } from './tls-facts.ts';

/** A CONNACK with every property at a sensible length is far below this. */
const maxAnswerBytes = 256 * 1024;

const check: Check<'connect'> = defineCheck({
  id: 'connect',
  notApplicable: () => null,
  prepare: loadMqtt,
  run: async (rung) => {
    const { target, credentials, holds, transcript, signal } = rung;
    const tap = holds.stream;
    if (!tap) throw new Error('no connection to speak MQTT on');
    const { MqttClient } = await loadMqtt();
    tap.maxBytesIn = tap.bytesIn + maxAnswerBytes;
    const version = target.mqtt.version ?? '5';
    const session = new Session(MqttClient, tap, version, target, credentials, transcript);
    rung.over.addEventListener('abort', () => tap.destroy(), { once: true });
    try {
      return judgeFirst(await session.next(signal), rung, session);
    } catch (error) {
      return noConnack(error, rung, session);
    }
  },
});
export default check;

function factsFrom(rung: Rung, { tap, version }: Session): ConnectFacts {
  const { mqtt, tls } = rung.target;
  return {
    version,
    clientId: mqtt.clientId,
    cleanStart: mqtt.cleanStart,
    keepAliveS: mqtt.keepAliveS,
    usernameSent: rung.credentials.username !== null,
    passwordSent: rung.credentials.password !== null,
    willSent: mqtt.will !== null,
    inClear: tls === null && rung.credentials.password !== null,
    connack: null,
    authMethod: null,
    disconnect: null,
    bytesIn: tap.bytesIn,
    answer: null,
    ended: endOf(rung, tap),
  };
}

/** On TLS a reset looks like a close; the wire below knows better. */
export function endOf({ holds: { wire } }: Rung, tap: Tap): Ended | null {
  return wire?.ended?.how === 'reset' ? { ...wire.ended, ...tap.ended, how: 'reset' } : tap.ended;
}

type Result = CheckResult<ConnectFacts>;

function judgeFirst(packet: Packet, rung: Rung, session: Session): Result {
  const facts = factsFrom(rung, session);
  switch (packet.cmd) {
    case 'connack': {
      const connack = connackFrom(packet, session.version);
      if (connack.code !== 0) return refused({ ...facts, connack });
      return { status: 'ok', facts: { ...facts, connack }, holds: { session } };
    }
    case 'auth': {
      const authMethod = packet.properties?.authenticationMethod ?? '';
      return fail('auth-requested', 'AUTH instead of CONNACK', { ...facts, authMethod });
    }
    case 'disconnect': {
      const disconnect = disconnectFrom(packet);
      return fail('disconnected', disconnect.name, { ...facts, disconnect });
    }
    default:
      // A server's first packet is CONNACK or AUTH [MQTT-3.2.0-1].
      return strange(`${packet.cmd.toUpperCase()} instead of CONNACK`, facts, session);
  }
}

function noConnack(error: unknown, rung: Rung, session: Session): Result {
  const { tap } = session;
  const facts = { ...factsFrom(rung, session), answer: nameAnswer(tap.head) };
  if (error instanceof Stopped) {
    rung.settle(session.abandon());
    return { status: 'failed', failure: failureFrom(error, 'timeout'), facts };
  }
  const old = oldConnack(tap.head);
  if (old && session.version === '5') return refused({ ...facts, connack: old, answer: null });
  const late = lateAlert(rung, tap.error);
  if (late) {
    const failure = { ...failureFrom(tap.error, 'tls-alert'), code: 'tls-alert' as const };
    return { status: 'failed', failure, facts, belongsTo: { check: 'tls', facts: late } };
  }
  if (tap.flooded) return fail('flood', 'more bytes than any CONNACK has', facts);
  if (tap.bytesIn > 0) return strange(describe(error), facts, session);
  // What came broke the rules of WebSocket itself.
  if (codeOf(tap.error)?.startsWith('WS_ERR_')) {
    return fail('malformed', tap.error?.message ?? '', facts);
  }
  // Ended by our own side: a CONNECT that the library does not write. That is no fact about the broker.
  if (!tap.ended && !rung.holds.wire?.ended && tap.errored) throw tap.errored;
  const { how } = facts.ended ?? { how: 'closed' };
  const raw = rung.holds.wire?.error?.message ?? `connection ${how} before CONNACK`;
  return fail(how, raw, facts);
}

function describe(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error ? cause.message : 'the answer ended too soon';
}

/** Bytes came that are no CONNACK: MQTT gone wrong, or another service. */
function strange(raw: string, facts: ConnectFacts, { tap }: Session): Result {
  const answer = nameAnswer(tap.head);
  return fail(answer?.service === 'mqtt' ? 'malformed' : 'not-mqtt', raw, { ...facts, answer });
}

function refused(facts: ConnectFacts): Result {
  const { connack } = facts;
  return fail('connack-refused', `CONNACK ${connack?.code} ${connack?.name}`, facts);
}

function fail(code: FailureCode, raw: string, facts: ConnectFacts): Result {
  return { status: 'failed', failure: { code, raw }, facts };
}

function connackFrom(packet: IConnackPacket, version: MqttVersion): Connack {
  const code = packet.reasonCode ?? packet.returnCode ?? 0;
  return {
    code,
    name: reasonName(code, 'connack', version !== '5'),
    sessionPresent: packet.sessionPresent,
    properties: propertiesOf(packet.properties),
  };
}

/**
 * A broker that does not know MQTT 5 answers in the format of the version it does know: four
 * bytes, without properties, which a parser for 5 finds too short. Null: it is something else.
 */
function oldConnack(head: Buffer): Connack | null {
  const [type, length, flags, code] = head;
  if (type !== 0x20 || length !== 2 || flags === undefined || flags > 1) return null;
  if (code === undefined || code === 0) return null;
  const name = reasonName(code, 'connack', code < 128);
  return { code, name, sessionPresent: flags === 1, properties: {} };
}

export function disconnectFrom(packet: Extract<Packet, { cmd: 'disconnect' }>): Disconnect {
  const code = packet.reasonCode ?? 0;
  return {
    code,
    name: reasonName(code, 'disconnect'),
    properties: propertiesOf(packet.properties),
  };
}
