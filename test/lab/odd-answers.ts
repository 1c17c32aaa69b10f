// Answers that no honest server gives: noise, drops of a byte a second, packets without end.
// All of them stop when the peer has closed.

import type { Duplex } from 'node:stream';
import type { Service } from './service.ts';

/** Looks like no protocol at all, and holds what a terminal must not be sent. */
export const garbage = Buffer.from(
  'fe00ff8113371b5b324a1b5d303b6f776e65640790c3287f0080deadbeef0d0a3c736372697074',
  'hex',
);

/** Header of a CONNACK that announces 268,435,455 bytes, the most there can be. */
const endlessHeader = Buffer.from('20ffffff7f', 'hex');

/** Header of a CONNACK of 200 bytes, and its beginning. */
export const slowConnack = Buffer.concat([Buffer.from('20c8010000', 'hex'), Buffer.alloc(197)]);

export function trickle(stream: Duplex, bytes: Buffer, everyMs: number): void {
  let at = 0;
  const drop = () => {
    if (at < bytes.length) stream.write(bytes.subarray(at, ++at));
    else clearInterval(timer);
  };
  const timer = setInterval(drop, everyMs);
  stream.once('close', () => clearInterval(timer));
  drop();
}

/** `first`, then `again` for ever, as fast as the peer reads. */
export function pour(stream: Duplex, first: Buffer, again: Buffer): void {
  const more = () => {
    if (stream.writable) stream.write(again, (error) => error ?? setImmediate(more));
  };
  stream.write(first);
  more();
}

/** A packet that announces the greatest length there is, and never ends. */
export function sendEndlessPacket(stream: Duplex): void {
  pour(stream, endlessHeader, Buffer.alloc(64 * 1024));
}

/** Small well-formed packets (PINGRESP) without end. */
export function flood(stream: Duplex): void {
  const packet = Buffer.from([0xd0, 0]);
  pour(stream, packet, Buffer.alloc(64 * 1024, packet));
}

/** The same noise for whoever says anything. */
export const sendsGarbage: Service = {
  accept: (stream) => void stream.once('data', () => stream.write(garbage)),
};
