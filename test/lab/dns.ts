// A name server on loopback, UDP and TCP on one port, that answers from a zone given as data
// and misbehaves name by name.

import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { type DecodedPacket, decode, encode, type Packet } from 'dns-packet';
import { type DnsName, lookUp, type Zone } from './zone.ts';

export interface DnsOptions {
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** false: nothing listens on TCP, as behind many firewalls. */
  readonly tcp?: boolean;
}

export interface DnsQuery {
  /** In lower case. */
  readonly name: string;
  /** `A`, `AAAA`, `CNAME`... */
  readonly type: string;
  readonly over: 'udp' | 'tcp';
}

/** What to send back, in order: UDP datagrams, or TCP messages without their length. */
type Reply = readonly Buffer[];

export class DnsServer {
  readonly host: string;
  readonly port: number;
  readonly queries: DnsQuery[] = [];
  /** May be replaced while it runs. */
  zone: Zone;
  readonly #udp: UdpSocket;
  readonly #tcp: Server | null;
  readonly #connections = new Set<Socket>();
  readonly #waiting = new Set<NodeJS.Timeout>();

  constructor(zone: Zone, udp: UdpSocket, tcp: Server | null) {
    const { address, port } = udp.address();
    this.host = address;
    this.port = port;
    this.zone = zone;
    this.#udp = udp;
    this.#tcp = tcp;
    udp.on('message', (bytes, from) => this.#answerUdp(bytes, from));
    tcp?.on('connection', (socket) => this.#answerTcp(socket));
  }

  async close(): Promise<void> {
    for (const timer of this.#waiting) clearTimeout(timer);
    for (const socket of this.#connections) socket.destroy();
    this.#udp.close();
    this.#tcp?.close();
    if (this.#tcp !== null) await once(this.#tcp, 'close');
  }

  #answerUdp(bytes: Buffer, { address, port }: RemoteInfo): void {
    this.#answer(bytes, 'udp', (reply) => {
      for (const datagram of reply) this.#udp.send(datagram, port, address);
    });
  }

  #answerTcp(socket: Socket): void {
    this.#connections.add(socket);
    socket.on('close', () => this.#connections.delete(socket));
    socket.on('error', () => {}); // a client that resets gets no answer, that is all
    let pending = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      while (pending.length >= 2 && pending.length >= 2 + pending.readUInt16BE(0)) {
        const end = 2 + pending.readUInt16BE(0);
        this.#answer(pending.subarray(2, end), 'tcp', (reply) => {
          for (const message of reply) socket.write(Buffer.concat([lengthOf(message), message]));
        });
        pending = pending.subarray(end);
      }
    });
  }

  #answer(bytes: Buffer, over: DnsQuery['over'], send: (reply: Reply) => void) {
    const query = decoded(bytes);
    const question = query?.questions?.[0];
    if (query === null || question === undefined) return;
    const name = question.name.toLowerCase();
    this.queries.push({ name, type: question.type, over });
    const entry = this.zone[name] ?? this.zone['*'] ?? {};
    const reply = replyTo(query, this.zone, entry, over);
    if (entry.delayMs === undefined) return send(reply);
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      send(reply);
    }, entry.delayMs);
    this.#waiting.add(timer);
  }
}

function replyTo(query: DecodedPacket, zone: Zone, entry: DnsName, over: DnsQuery['over']): Reply {
  const question = query.questions?.[0];
  if (question === undefined) return [];
  const { answers, code } = lookUp(zone, question.name, question.type);
  const id = query.id ?? 0;
  const recursion = 0x0180; // recursion desired and available
  const answer: Packet = {
    type: 'response',
    id,
    flags: recursion | code,
    questions: [question],
    answers,
  };
  const troubled = entry.troubleFor?.some((type) => type === question.type) ?? true;
  switch (troubled ? entry.trouble : undefined) {
    case 'silent':
      return [];
    case 'garbage':
      return [Buffer.from('not a DNS message at all')];
    case 'cut':
      return [encode(answer).subarray(0, -3)];
    case 'wrong-id':
      return [encode({ ...answer, id: id ^ 0x5555 })];
    case 'wrong-id-first':
      return [encode({ ...answer, id: id ^ 0x5555, answers: [] }), encode(answer)];
    case 'wrong-question':
      return [encode({ ...answer, questions: [{ ...question, name: 'other.test' }] })];
    case 'truncated': {
      const truncation = { ...answer, flags: recursion | 0x0200, answers: [] };
      return [encode(over === 'udp' ? truncation : answer)];
    }
    default:
      return [encode(answer)];
  }
}

function decoded(bytes: Buffer): DecodedPacket | null {
  try {
    return decode(bytes);
  } catch {
    return null; // not a query: a name server does not answer it
  }
}

function lengthOf(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return length;
}

/** Serves `zone`; names that are not in it do not exist. */
export async function serveDns(zone: Zone, options: DnsOptions = {}): Promise<DnsServer> {
  const { host = '127.0.0.1', port = 0 } = options;
  const udp = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  udp.bind(port, host);
  await once(udp, 'listening');
  if (options.tcp === false) return new DnsServer(zone, udp, null);
  const tcp = createServer();
  tcp.listen(udp.address().port, host);
  try {
    await once(tcp, 'listening');
    return new DnsServer(zone, udp, tcp);
  } catch (error) {
    udp.close();
    // The UDP port was free and its TCP twin was not.
    if (port === 0) return await serveDns(zone, options);
    throw error;
  }
}
