// A listener that was told to expect the PROXY protocol, version 1: one line of text before
// everything else, TLS included.

import type { Wire } from './wire.ts';

/** What happens to a client that does not begin with the header. */
export type WhenProxyHeaderMissing = 'close' | 'reset' | 'silent';

const start = Buffer.from('PROXY ');
/** CR LF included; the longest line there can be. */
const maxLine = 107;

/** Takes the header off the wire; false: there was none, and the client met its fate. */
export async function takeProxyHeader(wire: Wire, when: WhenProxyHeaderMissing): Promise<boolean> {
  const seen = await wire.first((bytes) => !begins(bytes) || bytes.includes('\r\n'));
  const end = seen.indexOf('\r\n');
  if (begins(seen) && end !== -1 && end < maxLine) {
    wire.read(end + 2);
    return true;
  }
  wire.resume();
  if (when === 'close') wire.hangUp();
  if (when === 'reset') wire.reset();
  return false;
}

function begins(bytes: Buffer): boolean {
  const length = Math.min(bytes.length, start.length);
  // What follows the line, a ClientHello for one, may come in the same piece.
  const endless = bytes.length > maxLine && !bytes.subarray(0, maxLine).includes('\r\n');
  return !endless && bytes.subarray(0, length).equals(start.subarray(0, length));
}
