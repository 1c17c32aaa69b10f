// Plain instead of TLS, TLS instead of plain: never with credentials.

import { isIpAddress } from '../address.ts';
import { factsOf, failureIn } from '../evidence.ts';
import type { Target, TlsSettings } from '../target.ts';
import { defineTrial, once, wordless } from './trial.ts';

export function plainTarget(target: Target): Target {
  return { ...target, transport: 'mqtt', tls: null, url: target.url.replace(/^\w+:/, 'mqtt:') };
}

/** TLS that looks and does not judge: what it is for is who answers. */
export function tlsTarget(target: Target): Target {
  const tls: TlsSettings = {
    serverName: isIpAddress(target.host) ? null : target.host,
    serverNameFrom: 'host',
    alpn: [],
    minVersion: null,
    maxVersion: null,
    trust: 'system',
    clientCertificate: false,
    ...target.tls,
    verify: false,
  };
  return { ...target, transport: 'mqtts', tls, url: target.url.replace(/^\w+:/, 'mqtts:') };
}

const from = ({ transport }: Target) => transport;

export const plain = defineTrial({
  id: 'plain',
  label: () => 'MQTT without TLS',
  question: () => 'Does the port answer MQTT without TLS?',
  values: ({ target, main }) => {
    const failure = failureIn(main, 'tls');
    const { serverHello } = factsOf(main, 'tls');
    return once(
      target.tls !== null && !serverHello && (wordless(failure) || failure === 'tls-not-spoken'),
    );
  },
  // Every broker knows 3.1.1; some hang up on 5.
  change: (target) => {
    const plainly = plainTarget(target);
    return { ...plainly, mqtt: { ...plainly.mqtt, version: target.mqtt.version ?? '3.1.1' } };
  },
  setting: 'transport',
  from,
  upTo: 'connect',
});

export const tls = defineTrial({
  id: 'tls',
  label: () => 'MQTT over TLS',
  question: () => 'Does the port answer when TLS is spoken?',
  values: ({ target, main }) => {
    const failure = failureIn(main, 'connect');
    const { answer } = factsOf(main, 'connect');
    const perhaps = wordless(failure) || answer?.service === 'tls' || answer?.service === 'http';
    return once(target.tls === null && perhaps);
  },
  change: tlsTarget,
  setting: 'transport',
  from,
  upTo: 'connect',
});
