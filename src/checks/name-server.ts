// Puts one question to one name server, over UDP and, where the answer does not fit, over
// TCP. Judges nothing: what the records mean is for the resolver to say.

import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import dns from 'node:dns';
import { connect, isIP, isIPv6 } from 'node:net';
import type { DecodedPacket } from 'dns-packet';
import type { LookupStatus } from '../evidence.ts';
import type { Endpoint } from '../target.ts';
import {
  type DnsCodec,
  decodeReply,
  encodeQuery,
  type Question,
  refusesEdns,
} from './dns-message.ts';

/** A well-formed answer to this question, or why there is none. */
export type Reply = DecodedPacket | Extract<LookupStatus, 'timeout' | 'unreachable' | 'malformed'>;

/** A lost datagram must not decide; getaddrinfo itself waits five times as long. */
const resendAfterMs = 1000;
/** Datagrams that answer another question, after which no answer is awaited any more. */
const maxForeign = 100;

/** The first name server this machine is set to use; null: none, or none that can be read. */
export function systemNameServer(): Endpoint | null {
  // Not imported by its name: that one would not see a later `dns.setServers()`.
  return dns.getServers().map(parseNameServer).find(Boolean) ?? null;
}

/** From `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1` or `[2001:db8::1]:53`. */
export function parseNameServer(text: string): Endpoint | null {
  if (isIP(text)) return { address: text, port: 53 };
  const [, v6, v4, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = v6 ?? v4;
  if (address === undefined || !isIP(address)) return null;
  return { address, port: port === undefined ? 53 : Number(port) };
}

/** Never rejects; an aborted `signal` gives `timeout`. Its sockets are closed when it settles. */
export async function query(
  server: Endpoint,
  question: Question,
  signal: AbortSignal,
): Promise<Reply> {
  // Only here: a healthy run must not wait for the library before it asks getaddrinfo.
  const codec = await import('dns-packet');
  const reply = await overUdp(codec, server, question, signal);
  return reply === 'truncated' ? overTcp(codec, server, question, signal) : reply;
}

function overUdp(
  codec: DnsCodec,
  server: Endpoint,
  question: Question,
  signal: AbortSignal,
): Promise<Reply | 'truncated'> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('timeout');
    const id = randomInt(0x10000);
    const socket = createSocket(isIPv6(server.address) ? 'udp6' : 'udp4');
    let extended = true;
    let foreign = 0;
    let settled = false;

    const settle = (reply: Reply | 'truncated') => {
      if (settled) return;
      settled = true;
      clearTimeout(resend);
      signal.removeEventListener('abort', stop);
      socket.close();
      resolve(reply);
    };
    const stop = () => settle(foreign > 0 ? 'malformed' : 'timeout');
    const unreachable = () => settle('unreachable');
    const send = () =>
      socket.send(encodeQuery(codec, id, question, extended), (error) => {
        if (error) unreachable();
      });
    // Without EDNS, which some firewalls drop.
    const sendPlain = () => {
      extended = false;
      send();
    };
    const resend = setTimeout(sendPlain, resendAfterMs);

    signal.addEventListener('abort', stop, { once: true });
    socket.on('error', unreachable);
    socket.on('message', (bytes) => {
      const reply = settled ? 'foreign' : decodeReply(codec, bytes, id, question);
      if (reply === 'foreign') {
        foreign += 1;
        if (foreign >= maxForeign) settle('malformed');
      } else if (extended && typeof reply === 'object' && refusesEdns(reply)) sendPlain();
      else settle(reply);
    });
    // Connected, so that the system drops what others send and tells of a closed port.
    socket.once('connect', send);
    socket.connect(server.port, server.address);
  });
}

function overTcp(
  codec: DnsCodec,
  server: Endpoint,
  question: Question,
  signal: AbortSignal,
): Promise<Reply> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('timeout');
    const id = randomInt(0x10000);
    const socket = connect({ host: server.address, port: server.port, noDelay: true });
    let received = Buffer.alloc(0);

    const settle = (reply: Reply) => {
      signal.removeEventListener('abort', stop);
      socket.destroy();
      resolve(reply);
    };
    const stop = () => settle('timeout');

    signal.addEventListener('abort', stop, { once: true });
    socket.once('connect', () => {
      const request = encodeQuery(codec, id, question, true);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(request.length);
      socket.write(Buffer.concat([length, request]));
    });
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      // RFC 1035 §4.2.2: two bytes of length, so no more than 64 KiB are ever awaited.
      const end = received.length < 2 ? Infinity : 2 + received.readUInt16BE(0);
      if (received.length < end) return;
      const reply = decodeReply(codec, received.subarray(2, end), id, question);
      settle(typeof reply === 'object' ? reply : 'malformed');
    });
    socket.on('error', () => settle('unreachable'));
    socket.on('close', () => settle(received.length > 0 ? 'malformed' : 'unreachable'));
  });
}
