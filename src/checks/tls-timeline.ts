// The handshake as lines of the transcript.

import type { TlsSettings } from '../target.ts';
import { alertName } from './alerts.ts';
import type { Rung } from './check.ts';
import type { Tap } from './tap.ts';
import type { ServerFlight } from './tls-flight.ts';

export function noteWrite({ transcript, holds }: Rung, settings: TlsSettings, bytes: number): void {
  const first = holds.wire?.bytesOut === bytes;
  const name = settings.serverName === null ? 'no SNI' : `SNI ${settings.serverName}`;
  const alpn = settings.alpn.length > 0 ? `, ALPN ${settings.alpn.join(', ')}` : '';
  if (first) transcript.add('tls', 'out', 'ClientHello', bytes, `${name}${alpn}`);
  else transcript.add('tls', 'out', 'TLS', bytes, 'rest of our handshake');
}

export function noteFlight(
  { transcript }: Rung,
  wire: Tap,
  seen: ServerFlight,
  began: number,
): void {
  if (wire.bytesIn === 0) return;
  const at = Math.max(began, transcript.ms - wire.sinceFirstByteMs);
  const messages = seen.messages.map(({ name }) => name).join(', ');
  const said = seen.notTls ? 'not TLS' : messages;
  transcript.add('tls', 'in', seen.messages[0]?.name ?? 'bytes', wire.bytesIn, said, at);
  for (const { number } of seen.alerts) {
    transcript.add('tls', 'in', 'alert', 2, `${number} ${alertName(number)}`);
  }
}
