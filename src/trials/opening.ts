// What the port does when nothing is said, and when a proxy is announced. Nothing of the user's goes out.

import { factsOf, failureIn } from '../evidence.ts';
import type { Opening, Target } from '../target.ts';
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
  const webSocket = failureIn(main, 'websocket');
  if (target.webSocket) return wordless(webSocket) || webSocket === 'not-websocket';
  return wordless(connect) || connect === 'malformed' || connect === 'not-mqtt';
}

/** Another service has answered already, by its own name: it needs neither silence nor a proxy. */
function saysWhatItIs({ main }: Situation): boolean {
  const answer =
    factsOf(main, 'tls').answer ??
    factsOf(main, 'websocket').answer ??
    factsOf(main, 'connect').answer;
  return answer != null && !['unknown', 'mqtt', 'tls'].includes(answer.service);
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
