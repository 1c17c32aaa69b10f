// What answered, on whichever rung and in whichever attempt it was noticed.

import type { Answer } from '../../evidence.ts';
import { type Case, facts, factsOf, helped, trial } from '../rule.ts';

export interface StrangeAnswer {
  readonly answer: Answer;
  /** It came inside TLS. */
  readonly inTls: boolean;
}

/** The answer of something that is not what was asked for; null: there was none. */
export function strangeAnswer(c: Case): StrangeAnswer | null {
  const asked = facts(c, 'tls').answer;
  if (asked) return { answer: asked, inTls: false };
  // A web server's answer to a request for WebSocket is no stranger's.
  const asWeb = facts(c, 'websocket').answer;
  if (asWeb && !['http', 'websocket', 'tls'].includes(asWeb.service)) {
    return { answer: asWeb, inTls: c.target.tls !== null };
  }
  const inSession = facts(c, 'connect').answer;
  if (inSession && inSession.service !== 'tls') {
    return { answer: inSession, inTls: c.target.tls !== null };
  }
  // Servers that speak first may hang up on what they do not understand without a word.
  const listened = trial(c, 'greeting');
  const { greeting } = listened ? factsOf(listened.attempt, 'tcp') : {};
  if (greeting?.answer) return { answer: greeting.answer, inTls: false };
  // What a client wants that asks for WebSocket is a web server.
  if (c.target.webSocket) return null;
  return inTrial(c, 'plain') ?? inTrial(c, 'tls') ?? answerToUpgrade(c) ?? answerToProxy(c);
}

/** What a port that does not switch said when it was asked for WebSocket, in HTTP. */
export function answerToUpgrade(c: Case): StrangeAnswer | null {
  const asked = trial(c, 'websocket')?.attempt;
  const { answer } = asked ? factsOf(asked, 'websocket') : {};
  return asked && answer ? { answer, inTls: asked.outcomes.tls.status === 'ok' } : null;
}

/** Services of text lines, mute to anything binary, answer the line of a PROXY header. */
function answerToProxy(c: Case): StrangeAnswer | null {
  const announced = trial(c, 'proxy-header');
  if (!announced || announced.helped) return null;
  const { answer } = factsOf(announced.attempt, c.target.tls ? 'tls' : 'connect');
  return answer && answer.service !== 'mqtt' && answer.service !== 'tls'
    ? { answer, inTls: false }
    : null;
}

/** What the other transport met. */
function inTrial(c: Case, id: 'plain' | 'tls'): StrangeAnswer | null {
  const ran = trial(c, id);
  const { answer } = ran ? factsOf(ran.attempt, 'connect') : {};
  return answer && answer.service !== 'tls' ? { answer, inTls: id === 'tls' } : null;
}

/** Without TLS an MQTT broker answers, be it to refuse. */
export function answersInClear(c: Case): boolean {
  const ran = helped(c, 'plain');
  if (!ran) return false;
  if (c.target.webSocket) return ran.attempt.outcomes.websocket.status === 'ok';
  const { connack, disconnect, authMethod } = factsOf(ran.attempt, 'connect');
  return Boolean(connack) || Boolean(disconnect) || typeof authMethod === 'string';
}
