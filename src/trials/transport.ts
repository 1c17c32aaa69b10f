// Plain instead of TLS, TLS instead of plain, MQTT instead of WebSocket and the other way round:
// never with credentials.

import { isIpAddress } from '../address.ts';
import { factsOf, failureIn } from '../evidence.ts';
import type { Target, TlsSettings, Transport } from '../target.ts';
import { defineTrial, once, type Situation, wordless } from './trial.ts';

/** The same host and port under another scheme, and path. */
function addressed(target: Target, transport: Transport, path: string | null): Target {
  const url = target.url.replace(/^\w+:\/\/([^/]*).*$/, `${transport}://$1${path ?? ''}`);
  return { ...target, transport, path, url };
}

export function plainTarget(target: Target): Target {
  const transport = target.webSocket ? 'ws' : 'mqtt';
  return { ...addressed(target, transport, target.path), tls: null };
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
  return { ...addressed(target, target.webSocket ? 'wss' : 'mqtts', target.path), tls };
}

/** MQTT spoken directly, over TLS where it was so before. */
export function directTarget(target: Target): Target {
  const { tls } = target;
  const direct = addressed(target, tls ? 'mqtts' : 'mqtt', null);
  return { ...direct, webSocket: null, tls: tls && { ...tls, alpn: [] } };
}

/** The path that most brokers have; EMQX, HiveMQ, VerneMQ, AWS... */
const usualPath = '/mqtt';

/** MQTT inside WebSocket, over TLS where it was so before. */
export function webSocketTarget(target: Target, path = usualPath): Target {
  return {
    ...addressed(target, target.tls ? 'wss' : 'ws', path),
    webSocket: target.webSocket ?? {
      subprotocols: ['mqtt'],
      headers: [],
      queryGiven: false,
      origin: null,
    },
  };
}

const from = ({ transport }: Target) => transport;

/** Every broker knows 3.1.1; some hang up on 5. */
function inOldMqtt(target: Target): Target {
  return { ...target, mqtt: { ...target.mqtt, version: target.mqtt.version ?? '3.1.1' } };
}

export const plain = defineTrial({
  id: 'plain',
  label: () => 'without TLS',
  question: () => 'Does the port answer without TLS?',
  values: ({ target, main }) => {
    const failure = failureIn(main, 'tls');
    const { serverHello } = factsOf(main, 'tls');
    return once(
      target.tls !== null && !serverHello && (wordless(failure) || failure === 'tls-not-spoken'),
    );
  },
  change: (target) => inOldMqtt(plainTarget(target)),
  setting: 'transport',
  from,
  upTo: 'connect',
});

export const tls = defineTrial({
  id: 'tls',
  label: () => 'over TLS',
  question: () => 'Does the port answer when TLS is spoken?',
  values: ({ target, main }) => {
    const rung = target.webSocket ? 'websocket' : 'connect';
    const { answer } = factsOf(main, rung);
    // In HTTP, 400 is what web servers with TLS say to who comes without.
    const inHttp = answer?.service === 'http' && (!target.webSocket || answer.httpStatus === 400);
    const perhaps = wordless(failureIn(main, rung)) || answer?.service === 'tls' || inHttp;
    return once(target.tls === null && perhaps);
  },
  change: tlsTarget,
  setting: 'transport',
  from,
  upTo: 'connect',
});

/** Neither answered in WebSocket nor said in HTTP what is wrong. */
function noWebSocket({ main }: Situation): boolean {
  const failure = failureIn(main, 'websocket');
  return wordless(failure) || failure === 'not-websocket';
}

export const direct = defineTrial({
  id: 'direct',
  label: () => 'MQTT without WebSocket',
  question: () => 'Does the port speak MQTT directly, without WebSocket?',
  values: (s) => once(noWebSocket(s)),
  change: (target) => inOldMqtt(directTarget(target)),
  setting: 'transport',
  from,
  upTo: 'connect',
});

/** A web server answered, or nobody, where MQTT was spoken directly. */
function noMqtt({ target, main }: Situation): boolean {
  if (target.webSocket) return false;
  const { answer } = factsOf(main, 'connect');
  const failure = failureIn(main, 'connect');
  const inHttp = answer?.service === 'http' || answer?.service === 'websocket';
  return inHttp || wordless(failure) || failure === 'malformed' || failure === 'not-mqtt';
}

function answersTlsInHttp({ main }: Situation): boolean {
  const { answer } = factsOf(main, 'tls');
  return answer?.service === 'http' || answer?.service === 'websocket';
}

/** Without TLS where the port answered TLS in plain HTTP. */
export const webSocket = defineTrial({
  id: 'websocket',
  label: () => 'MQTT over WebSocket',
  question: () => 'Does the port speak MQTT over WebSocket?',
  values: (s) => once(noMqtt(s) || (s.target.webSocket === null && answersTlsInHttp(s))),
  change: (target, _value, s) =>
    inOldMqtt(webSocketTarget(answersTlsInHttp(s) ? plainTarget(target) : target)),
  setting: 'transport',
  from,
  upTo: 'connect',
});
