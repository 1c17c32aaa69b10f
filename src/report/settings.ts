// The settings of a target as a report shows them: all that support asks for, no secret
// (a Target holds none), and of a will's payload only its size.

import type { Target } from '../target.ts';

export function settingsOf(target: Target): Readonly<Record<string, unknown>> {
  const { will, ...mqtt } = target.mqtt;
  return {
    route: target.route,
    tls: target.tls,
    ...(target.webSocket ? { webSocket: target.webSocket } : {}),
    mqtt: {
      ...mqtt,
      will: will && {
        topic: will.topic,
        payloadBytes: new TextEncoder().encode(will.payload).length,
        qos: will.qos,
        retain: will.retain,
      },
    },
    roundTrip: target.roundTrip,
    limits: target.limits,
  };
}
