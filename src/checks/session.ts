// One MQTT session on a stream that is already there, on MQTT.js: packets in, packets out, a
// line in the transcript for each, and how it ended. It judges nothing and never reconnects.

import type { IClientOptions, MqttClient } from 'mqtt';
import type { Packet } from 'mqtt-packet';
import type { Credentials, MqttVersion, Qos, Target } from '../target.ts';
import { describePacket, nameOf, sizeOf } from './packet-text.ts';
import { Stopped } from './stopped.ts';
import type { Tap } from './tap.ts';
import type { Transcript } from './transcript.ts';

/** Packets that nobody has looked at yet; an honest broker sends a few at once. */
const maxWaiting = 4096;

/** For what is under way when the session ends: so long, and so many times the first answer's time. */
const minGoodbyeMs = 100;
const goodbyeAnswers = 3;
const maxGoodbyeMs = 2000;

/** DISCONNECT, normal, in every version. */
const goodbye = Buffer.from([0xe0, 0]);

/** The other side is gone, or says what is not MQTT. */
export class SessionEnded extends Error {
  override readonly cause: unknown;
  constructor(message: string, cause: unknown) {
    super(message);
    this.cause = cause;
  }
}

export class Session {
  readonly tap: Tap;
  readonly version: MqttVersion;
  readonly #client: MqttClient;
  readonly #transcript: Transcript;
  readonly #received: Packet[] = [];
  #wake: () => void = () => {};
  #over: SessionEnded | null = null;
  readonly #began = performance.now();
  /** How long the broker took for its first answer. */
  #answerMs = 0;
  #waitedInVain = false;
  #check: 'connect' | 'pubsub' = 'connect';

  /** Sends CONNECT at once. */
  constructor(
    Client: typeof MqttClient,
    tap: Tap,
    version: MqttVersion,
    target: Target,
    credentials: Credentials,
    transcript: Transcript,
  ) {
    this.tap = tap;
    this.version = version;
    this.#transcript = transcript;
    const options = { ...clientOptions(version, target, credentials), manualConnect: true };
    this.#client = new Client(() => tap, options);
    this.#client.on('packetsend', (packet) => this.#sent(packet));
    this.#client.on('packetreceive', (packet) => this.#arrived(packet));
    this.#client.on('error', (error) => this.#end('the answer is not well-formed MQTT', error));
    tap.on('close', () => this.#end('the connection is closed', tap.error));
    if (tap.destroyed) this.#end('the connection was closed before', tap.error);
    else this.#client.connect();
  }

  /** The next packet, in order. Rejects with `SessionEnded` once there is none left to come. */
  async next(signal: AbortSignal): Promise<Packet> {
    for (;;) {
      const packet = this.#received.shift();
      if (packet) return packet;
      if (this.#over) throw this.#over;
      await new Promise<void>((resolve, reject) => {
        const stop = () => reject(signal.reason ?? new Stopped('timeout', 'stopped'));
        if (signal.aborted) return stop();
        signal.addEventListener('abort', stop, { once: true });
        this.#wake = () => {
          signal.removeEventListener('abort', stop);
          resolve();
        };
      });
    }
  }

  subscribe(topic: string, qos: Qos): void {
    this.#check = 'pubsub';
    this.#client.subscribe(topic, { qos }, () => {});
  }

  unsubscribe(topic: string): void {
    this.#client.unsubscribe(topic, () => {});
  }

  publish(topic: string, payload: Buffer, qos: Qos, retain: boolean): void {
    this.#check = 'pubsub';
    this.#client.publish(topic, payload, { qos, retain }, () => {});
  }

  ping(): void {
    this.#check = 'pubsub';
    this.#client.sendPing();
  }

  /** An acknowledgement is overdue: the goodbye does not wait for it again. */
  waitedInVain(): void {
    this.#waitedInVain = true;
  }

  /**
   * DISCONNECT, then the end of our side. Resolves when that is on its way, or at once if it
   * cannot be; whether the broker closes its side too is no longer of interest.
   */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#over || this.tap.destroyed) return resolve();
      const usual = Math.min(maxGoodbyeMs, minGoodbyeMs + goodbyeAnswers * this.#answerMs);
      const patience = this.#waitedInVain ? 0 : usual;
      // MQTT.js waits for every acknowledgement before its DISCONNECT, and one may never come.
      const hurry = setTimeout(() => this.#client.emit('outgoingEmpty'), patience);
      // Nor may a peer ever read what is still to be sent.
      const leave = setTimeout(() => this.tap.destroy(), patience + usual);
      const gone = () => {
        clearTimeout(hurry);
        clearTimeout(leave);
        resolve();
      };
      this.tap.once('finish', gone);
      this.tap.once('close', gone);
      this.#client.end(false);
    });
  }

  /**
   * DISCONNECT after a CONNECT that was not answered in time: a broker that is merely slow would
   * take the end of the connection for our death, and publish the will [MQTT-3.1.2-8].
   */
  abandon(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#over || this.tap.destroyed) return resolve();
      setTimeout(resolve, minGoodbyeMs);
      this.tap.once('close', resolve);
      this.tap.end(goodbye, resolve);
    });
  }

  #sent(packet: Packet): void {
    const entry = this.#transcript.add(
      this.#check,
      'out',
      nameOf(packet),
      0,
      describePacket(packet),
    );
    this.tap.onWrite = (bytes) => {
      entry.bytes += bytes;
    };
  }

  #arrived(packet: Packet): void {
    if (this.#received.length >= maxWaiting) {
      this.tap.flooded = true;
      this.tap.destroy();
      return;
    }
    this.#transcript.add(this.#check, 'in', nameOf(packet), sizeOf(packet), describePacket(packet));
    if (this.#answerMs === 0) this.#answerMs = performance.now() - this.#began;
    this.#received.push(packet);
    this.#wake();
  }

  #end(message: string, cause: unknown): void {
    this.#over ??= new SessionEnded(message, cause);
    this.#wake();
  }
}

function clientOptions(
  version: MqttVersion,
  { mqtt }: Target,
  { username, password }: Credentials,
): IClientOptions {
  const { will } = mqtt;
  return {
    clientId: mqtt.clientId,
    clean: mqtt.cleanStart,
    keepalive: mqtt.keepAliveS,
    protocolId: version === '3.1' ? 'MQIsdp' : 'MQTT',
    protocolVersion: version === '5' ? 5 : version === '3.1' ? 3 : 4,
    ...(username ? { username: username.reveal() } : {}),
    ...(password ? { password: password.reveal() } : {}),
    ...(will
      ? {
          will: {
            topic: will.topic,
            payload: Buffer.from(will.payload),
            qos: will.qos,
            retain: will.retain,
          },
        }
      : {}),
    reconnectPeriod: 0,
    // Our own deadlines come first; MQTT.js must not act on its own.
    connectTimeout: 2 ** 31 - 1,
    resubscribe: false,
    queueQoSZero: false,
    writeCache: false,
  };
}
