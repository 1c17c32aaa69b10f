// A name server on loopback that says what a test tells it to, over UDP and TCP on one port.

import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server } from 'node:net';
import { type DecodedPacket, decode, encode, type Packet } from 'dns-packet';
import type { Endpoint } from '../../src/target.ts';

export interface Asked {
  readonly name: string;
  readonly type: string;
  readonly over: 'udp' | 'tcp';
  /** With EDNS. */
  readonly extended: boolean;
}

/** Added to the head and question of an honest answer; bytes go out as they are; null: silence. */
export type Said = Packet | Buffer | Buffer[] | null;
export type Script = (asked: Asked, request: DecodedPacket) => Said | Promise<Said>;

export interface ScriptedNameServer extends AsyncDisposable {
  readonly endpoint: Endpoint;
  readonly asked: readonly Asked[];
}

export const rcode = { formatError: 1, serverFailure: 2, nxdomain: 3, refused: 5 } as const;

export async function startNameServer(script: Script): Promise<ScriptedNameServer> {
  const asked: Asked[] = [];
  const answer = async (bytes: Buffer, over: Asked['over']): Promise<Buffer[]> => {
    const request = decode(bytes);
    const [question] = request.questions ?? [];
    if (!question) return [];
    const extended = (request.additionals ?? []).some(({ type }) => type === 'OPT');
    const each = { name: question.name, type: question.type, over, extended };
    asked.push(each);
    const reply = await script(each, request);
    if (reply === null) return [];
    if (Buffer.isBuffer(reply)) return [reply];
    return Array.isArray(reply) ? reply : [replyTo(request, reply)];
  };
  const { udp, tcp, port } = await onOnePort();
  udp.on('message', async (bytes, from) => {
    for (const reply of await answer(bytes, 'udp')) udp.send(reply, from.port, from.address);
  });
  tcp.on('connection', (socket) => {
    socket.on('error', () => {});
    socket.once('data', async (bytes) => {
      for (const reply of await answer(bytes.subarray(2), 'tcp')) {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(reply.length);
        // In two pieces, as a slow path would deliver it.
        socket.write(Buffer.concat([length, reply.subarray(0, 3)]));
        setImmediate(() => socket.end(reply.subarray(3)));
      }
    });
  });
  return {
    endpoint: { address: '127.0.0.1', port },
    asked,
    [Symbol.asyncDispose]: () => closeAll(udp, tcp),
  };
}

export function replyTo(request: DecodedPacket, reply: Packet): Buffer {
  return encode({
    type: 'response',
    id: request.id ?? 0,
    questions: request.questions ?? [],
    ...reply,
  });
}

async function onOnePort(): Promise<{ udp: Socket; tcp: Server; port: number }> {
  const tcp = createServer();
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const address = tcp.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const udp = createSocket('udp4');
  try {
    await new Promise<void>((resolve, reject) => {
      udp.once('error', reject).bind(port, '127.0.0.1', resolve);
    });
    return { udp, tcp, port };
  } catch {
    // Another program has the port on UDP.
    await closeAll(udp, tcp);
    return onOnePort();
  }
}

async function closeAll(udp: Socket, tcp: Server): Promise<void> {
  await Promise.all([
    new Promise<void>((resolve) => udp.close(resolve)),
    new Promise<void>((resolve) => tcp.close(() => resolve())),
  ]);
}
