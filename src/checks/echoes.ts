// The messages of a round trip, and which of them came back: once, twice, altered, or late.

import type { IPublishPacket } from 'mqtt-packet';
import type { PubsubFacts } from '../evidence.ts';
import type { RoundTripSettings } from '../target.ts';
import { type ProbeMessages, probeMessages } from './probe-message.ts';
import { round } from './transcript.ts';

/** What the check knows so far. */
export type PubsubDraft = { -readonly [K in keyof PubsubFacts]: PubsubFacts[K] };

export class Echoes {
  readonly #settings: RoundTripSettings;
  readonly #messages: ProbeMessages;
  readonly #sentAt = new Map<number, number>();
  readonly #heard = new Set<number>();

  constructor(settings: RoundTripSettings) {
    this.#settings = settings;
    this.#messages = probeMessages(settings.payloadSize);
  }

  get payloadBytes(): number {
    return this.#messages.payload(0).length;
  }

  /** The payload of a message that goes out now. */
  send(number: number): Buffer {
    this.#sentAt.set(number, performance.now());
    return this.#messages.payload(number);
  }

  has(number: number): boolean {
    return this.#heard.has(number);
  }

  /** Notes in `facts` what a message from the broker is; one that is not ours is none of our business. */
  note(packet: IPublishPacket, facts: PubsubDraft): void {
    const { topic, topicIsOurs } = this.#settings;
    if (packet.topic !== topic && topicIsOurs) return;
    const number = this.#messages.recognise(Buffer.from(packet.payload));
    if (number === 'altered' || (number === null && topicIsOurs)) {
      facts.altered += 1;
      return;
    }
    const sentAt = number === null ? undefined : this.#sentAt.get(number);
    if (number === null || sentAt === undefined) return;
    if (this.#heard.has(number)) {
      facts.duplicates += 1;
      return;
    }
    this.#heard.add(number);
    facts.received += 1;
    facts.echoQos ??= packet.qos;
    facts.latencyMs = [...facts.latencyMs, round(performance.now() - sentAt)];
    facts.latency = summary(facts.latencyMs);
  }
}

function summary(latencies: readonly number[]): NonNullable<PubsubFacts['latency']> {
  const sorted = latencies.toSorted((a, b) => a - b);
  // Nearest rank: of n values, the p-th percentile is the ⌈p·n⌉-th.
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { minMs: at(0), medianMs: at(0.5), p95Ms: at(0.95) };
}
