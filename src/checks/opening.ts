// What a trial does with a fresh connection before TLS or MQTT: listen, or announce itself as
// a proxy.

import type { Socket } from 'node:net';
import type { Greeting } from '../evidence.ts';
import type { Opening } from '../target.ts';
import { nameAnswer } from './answer.ts';
import { within } from './stopped.ts';
import type { Tap } from './tap.ts';
import { round } from './transcript.ts';

/** Servers that greet do it at once. */
const listenMs = 700;

/** What the server said to it; null: the connection goes on being climbed. */
export async function open(
  opening: Opening,
  wire: Tap,
  signal: AbortSignal,
): Promise<Greeting | null> {
  switch (opening) {
    case 'proxy-header':
      wire.write(proxyHeader(wire));
      return null;
    case 'listen':
      return hear(wire, signal);
  }
}

async function hear(wire: Tap, signal: AbortSignal): Promise<Greeting> {
  const began = performance.now();
  const heard = new Promise<void>((resolve) => wire.once('data', () => resolve()));
  const enough = new Promise<void>((resolve) => setTimeout(resolve, listenMs).unref());
  await within(signal, Promise.race([heard, wire.whenEnded(), enough]));
  return {
    listenedMs: round(performance.now() - began),
    answer: nameAnswer(wire.head),
    ended: wire.ended,
  };
}

/** PROXY protocol, version 1: the connection's own ends, as if there were no proxy between. */
function proxyHeader({ inner }: Tap): string {
  // The wire of a TCP rung lies on a net.Socket.
  const { localAddress, localPort, remoteAddress, remotePort, remoteFamily } = inner as Socket;
  const family = remoteFamily === 'IPv6' ? 'TCP6' : 'TCP4';
  return `PROXY ${family} ${localAddress} ${remoteAddress} ${localPort} ${remotePort}\r\n`;
}
