// The parts of a target and the flags → Target. Fills in every default.

import type { Credentials, Target } from '../target.ts';
import { type ConnectFlags, mqttSettings } from './flags/connect.ts';
import { type HowFlags, limitsOf } from './flags/how.ts';
import { type RoundTripFlags, roundTripSettings } from './flags/round-trip.ts';
import { type RouteFlags, routeFor } from './flags/route.ts';
import { type TlsFlags, tlsSettings } from './flags/tls.ts';
import { webSocketFor } from './flags/web-socket.ts';
import { endpointOf, type WhereFlags } from './flags/where.ts';
import type { Who } from './flags/who.ts';
import { bracketed } from './host.ts';
import type { Place } from './target.ts';

export type TargetFlags = WhereFlags &
  TlsFlags &
  RouteFlags &
  ConnectFlags &
  RoundTripFlags &
  HowFlags;

/** The target, and the secrets that its WebSocket address and headers hold. */
export interface Aim {
  readonly target: Target;
  readonly secrets: Pick<Credentials, 'headers' | 'query'>;
}

/** Throws UsageError where flags contradict each other or the target. */
export function aimFor(place: Place, who: Who, flags: TargetFlags): Aim {
  const { transport, port } = endpointOf(place, flags);
  const { host } = place;
  const { path, webSocket, headers, query } = webSocketFor(flags, place, transport);
  const target: Target = {
    url: `${transport}://${bracketed(host)}:${port}${path ?? ''}`,
    transport,
    host,
    port,
    path,
    webSocket,
    route: routeFor(flags, host),
    tls: tlsSettings(flags, transport, host),
    mqtt: mqttSettings(flags, who),
    roundTrip: roundTripSettings(flags),
    limits: limitsOf(flags),
  };
  return { target, secrets: { headers, query } };
}
