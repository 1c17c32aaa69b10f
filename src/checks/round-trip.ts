// One round trip on an MQTT session: subscribe, publish, acknowledgement, echo, and the end of
// any of them. It leaves nothing behind.

import type { Packet } from 'mqtt-packet';
import type { PubsubFacts } from '../evidence.ts';
import type { FailureCode } from '../failure.ts';
import type { CheckResult, Rung } from './check.ts';
import { disconnectFrom, endOf } from './connect.ts';
import { Echoes, type PubsubDraft } from './echoes.ts';
import { failureFrom } from './failures.ts';
import { reasonName } from './reason-codes.ts';
import { type Session, SessionEnded } from './session.ts';
import { Stopped } from './stopped.ts';
import { lateAlert } from './tls-facts.ts';

/**
 * After the broker took a message, the echo has this share of the check's time (1.2 s of the usual
 * 5), or this many times the broker's usual answer.
 */
const echoGraceShare = 0.24;
const leastEchoGraceMs = 1200;
const echoGraceAnswers = 25;

/** What a server may send once the client is in (MQTT 5 §2.1.2); a second CONNACK is none [MQTT-3.2.0-2]. */
const forClients: ReadonlySet<Packet['cmd']> = new Set([
  ...(['publish', 'puback', 'pubrec', 'pubrel', 'pubcomp'] as const),
  ...(['suback', 'unsuback', 'pingresp', 'disconnect', 'auth'] as const),
]);

/** After so long without an answer to PUBLISH the broker is asked whether it is still there. */
const doubtMs = 1000;

export class RoundTrip {
  readonly #rung: Rung;
  readonly #session: Session;
  readonly #echoes: Echoes;
  readonly #facts: PubsubDraft;
  #slowestAnswerMs = 0;

  constructor(rung: Rung, session: Session) {
    this.#rung = rung;
    this.#session = session;
    const { topic, qos, retain } = rung.target.roundTrip;
    this.#echoes = new Echoes(rung.target.roundTrip);
    this.#facts = {
      topic,
      qos,
      retain,
      payloadBytes: this.#echoes.payloadBytes,
      suback: null,
      acknowledgement: null,
      sent: 0,
      acknowledged: 0,
      received: 0,
      duplicates: 0,
      altered: 0,
      echoQos: null,
      latencyMs: [],
      latency: null,
      stage: 'subscribe',
      disconnect: null,
      ended: null,
    };
  }

  async run(): Promise<CheckResult<PubsubFacts>> {
    const { publish, subscribe, count } = this.#rung.target.roundTrip;
    try {
      const refusal =
        (subscribe ? await this.#subscribe() : null) ??
        (publish ? await this.#publishAll(count) : null);
      if (refusal) return this.#failed(refusal, this.#rawOf(refusal));
      this.#facts.stage = 'done';
      return { status: 'ok', facts: this.#facts };
    } catch (error) {
      return this.#stopped(error);
    } finally {
      this.#tidy();
    }
  }

  async #subscribe(): Promise<FailureCode | null> {
    const { topic, qos } = this.#rung.target.roundTrip;
    const asked = performance.now();
    this.#session.subscribe(topic, qos);
    for (;;) {
      const packet = await this.#next();
      if (packet.cmd !== 'suback') continue;
      this.#answered(asked);
      const code = Number(packet.granted[0] ?? 128);
      const reason = packet.properties?.reasonString ?? null;
      this.#facts.suback = { code, name: reasonName(code, 'suback'), reason };
      return code >= 128 ? 'subscribe-refused' : null;
    }
  }

  async #publishAll(count: number): Promise<FailureCode | null> {
    for (let number = 1; number <= count; number += 1) {
      const failure = await this.#publish(number);
      if (failure) return failure;
    }
    return null;
  }

  async #publish(number: number): Promise<FailureCode | null> {
    const { topic, qos, retain } = this.#rung.target.roundTrip;
    this.#facts.stage = 'publish';
    const asked = performance.now();
    this.#session.publish(topic, this.#echoes.send(number), qos, retain);
    // QoS 0 is never acknowledged: an answered PINGREQ shows that the connection outlived it.
    if (qos === 0) this.#session.ping();
    const doubt = qos === 0 ? null : setTimeout(() => this.#askWhetherAlive(), doubtMs);
    try {
      return await this.#outcomeOf(number, asked);
    } finally {
      if (doubt) clearTimeout(doubt);
    }
  }

  /** What became of a message that has just gone out; null: it came back, or was taken. */
  async #outcomeOf(number: number, asked: number): Promise<FailureCode | null> {
    const { qos, subscribe } = this.#rung.target.roundTrip;
    this.#facts.sent += 1;

    let taken = false;
    let grace: AbortSignal | null = null;
    while (!(taken && (!subscribe || this.#echoes.has(number)))) {
      const packet = await this.#next(grace).catch((error: unknown) => {
        if (grace?.aborted && !this.#rung.signal.aborted) return null;
        throw error;
      });
      if (!packet) return this.#facts.altered > 0 ? 'payload-altered' : 'not-delivered';
      // At QoS 0 the echo says it as well as an answered PINGREQ does.
      const echoed = qos === 0 && this.#echoes.has(number);
      const acknowledgement = echoed ? 'taken' : this.#acknowledge(packet);
      if (acknowledgement === 'refused') return 'publish-refused';
      if (acknowledgement === 'taken' && !taken) {
        taken = true;
        this.#answered(asked);
        this.#facts.acknowledged += 1;
        this.#facts.stage = 'echo';
        grace = AbortSignal.timeout(this.#echoGraceMs());
      }
      // Altered bytes are an answer: waiting for the right ones would only cost time.
      if (taken && this.#facts.altered > 0) return 'payload-altered';
    }
    return null;
  }

  /** TCP keeps the order: where the PUBLISH is lost on the way, the PINGREQ behind it is too. */
  #askWhetherAlive(): void {
    if (this.#facts.acknowledged >= this.#facts.sent || this.#session.tap.destroyed) return;
    this.#facts.alive = false;
    this.#session.ping();
  }

  /** Whether a packet says that the broker took the message. */
  #acknowledge(packet: Packet): 'taken' | 'refused' | null {
    if (packet.cmd === 'pingresp') {
      if (this.#facts.alive === false) this.#facts.alive = true;
      return this.#facts.qos === 0 ? 'taken' : null;
    }
    if (packet.cmd !== 'puback' && packet.cmd !== 'pubrec') return null;
    const code = packet.reasonCode ?? 0;
    const reason = packet.properties?.reasonString ?? null;
    this.#facts.acknowledgement ??= {
      packet: packet.cmd === 'puback' ? 'PUBACK' : 'PUBREC',
      code,
      name: reasonName(code, packet.cmd),
      reason,
    };
    return code >= 128 ? 'refused' : 'taken';
  }

  async #next(grace: AbortSignal | null = null): Promise<Packet> {
    const { signal } = this.#rung;
    const packet = await this.#session.next(grace ? AbortSignal.any([signal, grace]) : signal);
    if (packet.cmd === 'publish') this.#echoes.note(packet, this.#facts);
    if (packet.cmd === 'disconnect') {
      this.#facts.disconnect = disconnectFrom(packet);
      throw new SessionEnded('the server sent DISCONNECT', null);
    }
    if (!forClients.has(packet.cmd)) {
      const name = packet.cmd.toUpperCase();
      throw new SessionEnded(`${name} out of place`, new Error(`${name} out of place`));
    }
    return packet;
  }

  #echoGraceMs(): number {
    const share = echoGraceShare * this.#rung.target.limits.timeoutMs;
    return Math.ceil(Math.max(leastEchoGraceMs, share, echoGraceAnswers * this.#slowestAnswerMs));
  }

  #answered(asked: number): void {
    this.#slowestAnswerMs = Math.max(this.#slowestAnswerMs, performance.now() - asked);
  }

  #rawOf(code: FailureCode): string {
    const { suback, acknowledgement } = this.#facts;
    if (code === 'subscribe-refused') return `SUBACK ${suback?.code} ${suback?.name}`;
    if (code === 'publish-refused') {
      return `${acknowledgement?.packet} ${acknowledgement?.code} ${acknowledgement?.name}`;
    }
    return code === 'payload-altered' ? 'other bytes came back' : 'the message never came back';
  }

  #failed(code: FailureCode, raw: string): CheckResult<PubsubFacts> {
    return { status: 'failed', failure: { code, raw }, facts: this.#facts };
  }

  #stopped(error: unknown): CheckResult<PubsubFacts> {
    const { tap } = this.#session;
    this.#facts.ended = endOf(this.#rung, tap);
    if (error instanceof Stopped) {
      this.#session.waitedInVain();
      const failure = failureFrom(error, 'timeout');
      // Taken by the broker and not back within the check's whole time.
      const lost = failure.code === 'timeout' && this.#facts.stage === 'echo';
      return this.#failed(lost ? 'not-delivered' : failure.code, failure.raw);
    }
    if (!(error instanceof SessionEnded)) throw error;
    if (this.#facts.disconnect) return this.#failed('disconnected', this.#facts.disconnect.name);
    if (tap.flooded) return this.#failed('flood', 'more bytes than were asked for');
    const late = lateAlert(this.#rung, tap.error);
    if (late && tap.error) return this.#failed('tls-alert', tap.error.message);
    if (!tap.ended && error.cause instanceof Error) {
      return this.#failed('malformed', error.cause.message);
    }
    const raw = this.#rung.holds.wire?.error?.message ?? error.message;
    return this.#failed(this.#facts.ended?.how ?? 'closed', raw);
  }

  /** A retained probe is taken back, and a kept session keeps no subscription of ours. */
  #tidy(): void {
    const { topic, retain, publish, subscribe } = this.#rung.target.roundTrip;
    // After its DISCONNECT a server hears nothing more (MQTT 5 §3.14.4).
    if (this.#session.tap.destroyed || this.#facts.disconnect) return;
    if (retain && publish && this.#facts.sent > 0) {
      this.#session.publish(topic, Buffer.alloc(0), 0, true);
    }
    if (subscribe && !this.#rung.target.mqtt.cleanStart) this.#session.unsubscribe(topic);
  }
}
