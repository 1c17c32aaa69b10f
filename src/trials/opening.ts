// What the port does when nothing is said, when it is asked for WebSocket, and when a proxy
// is announced. Nothing of the user's goes out.

import { factsOf, failureIn } from '../evidence.ts';
import type { Opening, Target } from '../target.ts';
import { plainTarget } from './transport.ts';
import { defineTrial, once, type Situation, wordless } from './trial.ts';

function withOpening(target: Target, opening: Opening): Target {
  return { ...target, route: { ...target.route, opening } };
}

const from = ({ route }: Target) => route.opening ?? null;

/** The first thing we said, TLS or MQTT, met no answer of its kind. */
function unanswered({ target, main }: Situation): boolean {
  const tls = failureIn(main, 'tls');
  const connect = failureIn(main, 'connect');
  if (target.tls) {
    return (wordless(tls) && !factsOf(main, 'tls').serverHello) || tls === 'tls-not-spoken';
  }
  return wordless(connect) || connect === 'malformed' || connect === 'not-mqtt';
}

/** Another service has answered already, by its own name: it needs neither silence nor a proxy. */
function saysWhatItIs({ main }: Situation): boolean {
  const answer = factsOf(main, 'tls').answer ?? factsOf(main, 'connect').answer;
  return answer != null && !['unknown', 'mqtt', 'tls'].includes(answer.service);
}

function answersTlsInHttp({ main }: Situation): boolean {
  return factsOf(main, 'tls').answer?.service === 'http';
}

export const greeting = defineTrial({
  id: 'greeting',
  label: () => 'nothing said',
  question: () => 'What does the port do when nothing is said?',
  values: (s) => once(unanswered(s) && !saysWhatItIs(s)),
  change: (target) => withOpening(target, 'listen'),
  setting: 'opening',
  from,
  upTo: 'tcp',
});

export const webSocket = defineTrial({
  id: 'websocket',
  label: () => 'WebSocket asked for',
  question: () => 'Does the port speak MQTT over WebSocket?',
  values: (s) => once((s.target.tls === null && unanswered(s)) || answersTlsInHttp(s)),
  change: (target) => withOpening(plainTarget(target), 'upgrade'),
  setting: 'opening',
  from,
  upTo: 'tcp',
});

/** TLS stands, and what is inside does not answer MQTT. */
export const webSocketInTls = defineTrial({
  id: 'websocket-tls',
  label: () => 'WebSocket asked for over TLS',
  question: () => 'Does the port speak MQTT over WebSocket inside TLS?',
  values: ({ target, main }) => {
    const failure = failureIn(main, 'connect');
    const strange = wordless(failure) || failure === 'malformed' || failure === 'not-mqtt';
    return once(target.tls !== null && strange);
  },
  change: (target) => withOpening(target, 'upgrade'),
  setting: 'opening',
  from,
  upTo: 'tls',
});

export const proxyHeader = defineTrial({
  id: 'proxy-header',
  label: () => 'a proxy announced (PROXY)',
  question: () => 'Does it work when a proxy is announced (PROXY protocol)?',
  values: (s) => once(unanswered(s) && !saysWhatItIs(s)),
  change: (target) => withOpening(target, 'proxy-header'),
  setting: 'opening',
  from,
  upTo: 'connect',
});
