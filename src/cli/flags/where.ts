// --port, --transport, --path and --header, and what the first two make of a target's parts.

import type { Transport } from '../../target.ts';
import type { Place } from '../target.ts';
import { defaultPort, transportOfFlag, transportOfPort } from '../transport.ts';
import { UsageError } from '../usage-error.ts';
import { type FlagGroup, wholeNumber } from './flag.ts';
import { type WebSocketFlags, webSocketFlags } from './web-socket.ts';

export interface WhereFlags extends WebSocketFlags {
  readonly port?: number;
  readonly transport?: Transport;
}

export const whereFlags: FlagGroup = {
  title: 'Where:',
  flags: [
    {
      flags: '-p, --port <port>',
      help: 'port (default: 8883; mqtt 1883, ws 80, wss 443)',
      parse: wholeNumber(
        '--port (-p)',
        1,
        65_535,
        'The password goes into a file for --password-file, or after a capital -P.',
      ),
    },
    {
      flags: '-l, --transport <name>',
      help: 'mqtt, mqtts (TLS), ws (WebSocket) or wss (default: by the port, else mqtts)',
      parse: transportOfFlag,
    },
    ...webSocketFlags,
  ],
};

export function endpointOf(
  place: Place,
  flags: WhereFlags,
): { readonly transport: Transport; readonly port: number } {
  if (flags.port !== undefined && place.port !== null && flags.port !== place.port) {
    throw new UsageError(
      'The target and --port name two different ports.',
      'Leave one of them out.',
    );
  }
  if (flags.transport && place.transport && flags.transport !== place.transport) {
    throw new UsageError(
      'The target and --transport name two different transports.',
      'Leave one of them out.',
    );
  }
  const port = flags.port ?? place.port;
  const named = flags.transport ?? place.transport;
  if (port !== null) return { transport: named ?? transportOfPort(port), port };
  const transport = named ?? 'mqtts';
  return { transport, port: defaultPort[transport] };
}
