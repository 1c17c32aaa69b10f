// The WebSocket rung: one request to upgrade (RFC 6455 §4.1), and what comes back. What it
// hands up is a stream of MQTT inside binary messages. Redirects are named, never followed.

import type { IncomingMessage, RequestOptions } from 'node:http';
import type { ClientOptions, WebSocket } from 'ws';
import type { WebSocketFacts } from '../evidence.ts';
import type { Failure, FailureCode } from '../failure.ts';
import type { Credentials, Target, WebSocketSettings } from '../target.ts';
import { nameAnswer } from './answer.ts';
import { type Check, type CheckResult, defineCheck, type Rung } from './check.ts';
import { endOf } from './connect.ts';
import { codeOf, failureFrom } from './failures.ts';
import { printable } from './said.ts';
import { Stopped, within } from './stopped.ts';
import { Tap } from './tap.ts';
import { lateAlert } from './tls-facts.ts';
import { answerFrom, bodyOf, hiding, type UpgradeAnswer, withoutTokens } from './upgrade-answer.ts';
import { loadWebSocket } from './websocket-library.ts';
import { WebSocketStream } from './websocket-stream.ts';

const maxHeaderBytes = 16 * 1024;
/** The head, and of a body as much as comes with it. */
const maxAnswerBytes = 96 * 1024;

const check: Check<'websocket'> = defineCheck({
  id: 'websocket',
  notApplicable: ({ webSocket }) => (webSocket ? null : 'MQTT is spoken directly'),
  prepare: loadWebSocket,
  run: async (rung) => {
    const { target, credentials, holds, signal, over } = rung;
    const below = holds.stream;
    if (!target.webSocket || !below) throw new Error('no connection to ask for WebSocket on');
    const { WebSocket } = await loadWebSocket();
    const before = below.bytesIn;
    below.maxBytesIn = before + maxAnswerBytes;
    const socket = ask(WebSocket, rung, target.webSocket, below);
    over.addEventListener('abort', () => below.destroy(), { once: true });
    const hide = hiding(credentials);
    const heard = listen(socket, below);

    let reply: Reply;
    try {
      reply = await within(signal, heard);
    } catch (error) {
      reply = { type: 'stopped', error };
    }
    below.onWrite = null;
    const answer = 'response' in reply ? answerFrom(reply.response, reply.body, hide) : noAnswer;
    const facts = factsFrom(rung, target.webSocket, below, answer, hide);
    note(rung, facts, below.bytesIn - before);
    if (reply.type === 'open') {
      noteClose(rung, socket);
      // From here on the taps above and below it have limits of their own.
      below.maxBytesIn = below === holds.wire ? 1024 * 1024 : Number.POSITIVE_INFINITY;
      return { status: 'ok', facts: { ...facts, answer: null }, holds: { stream: reply.stream } };
    }
    socket.terminate();
    below.destroy();
    return failed(reply, facts, rung, below);
  },
});
export default check;

/** `error`: the library refused what came, or nothing came. */
type Reply =
  | {
      readonly type: 'open';
      readonly response: IncomingMessage;
      readonly body: null;
      readonly stream: Tap;
    }
  | { readonly type: 'refused'; readonly response: IncomingMessage; readonly body: Buffer }
  | {
      readonly type: 'unfit';
      readonly response: IncomingMessage;
      readonly body: null;
      readonly error: unknown;
    }
  | { readonly type: 'stopped'; readonly error: unknown };

function ask(
  Client: typeof WebSocket,
  rung: Rung,
  { subprotocols, origin }: WebSocketSettings,
  below: Tap,
): WebSocket {
  const { target, credentials, transcript } = rung;
  const options: ClientOptions & Pick<RequestOptions, 'maxHeaderSize'> = {
    // Node takes any stream for it (http.request), the types a socket only.
    createConnection: (() => below) as unknown as NonNullable<ClientOptions['createConnection']>,
    headers: Object.fromEntries(
      credentials.headers.map(({ name, value }) => [name, value.reveal()]),
    ),
    ...(origin === null ? {} : { origin }),
    followRedirects: false,
    // Brokers seldom compress, and a compressed message would hide its size.
    perMessageDeflate: false,
    maxPayload: 4 * 1024 * 1024 + 4 * (target.roundTrip.payloadSize + 1024),
    maxHeaderSize: maxHeaderBytes,
  };
  const entry = transcript.add('websocket', 'out', 'GET', 0, asked(target));
  below.onWrite = (bytes) => {
    entry.bytes += bytes;
  };
  return new Client(addressOf(target, credentials), [...subprotocols], options);
}

/** Settles once the WebSocket is open, or will never be; never rejects. */
function listen(socket: WebSocket, below: Tap): Promise<Reply> {
  return new Promise((resolve) => {
    let response: IncomingMessage | null = null;
    socket.once('upgrade', (upgrade: IncomingMessage) => {
      response = upgrade;
    });
    socket.once('open', () => {
      if (!response) return;
      // At once: what comes together with the answer must not pass unheard.
      const stream = new Tap(new WebSocketStream(socket, below));
      resolve({ type: 'open', response, body: null, stream });
    });
    socket.once('unexpected-response', (_request, refusal: IncomingMessage) => {
      void bodyOf(refusal).then((body) => resolve({ type: 'refused', response: refusal, body }));
    });
    socket.on('error', (error) => {
      if (response) resolve({ type: 'unfit', response, body: null, error });
      else resolve({ type: 'stopped', error });
    });
  });
}

/** An address in brackets has no zone: it means nothing to the other side (RFC 6874 §1). */
function addressOf(target: Target, { query }: Credentials): string {
  return query ? `${urlOf(target)}?${query.reveal()}` : urlOf(target);
}

function urlOf({ transport, host, port, path }: Target): string {
  const name = host.includes(':') ? `[${host.split('%')[0]}]` : host;
  return `${transport}://${name}:${port}${path ?? '/'}`;
}

function asked(target: Target): string {
  const { subprotocols = [], headers = [], origin = null } = target.webSocket ?? {};
  return [
    target.path ?? '/',
    subprotocols.length > 0 ? `subprotocol ${subprotocols.join(', ')}` : 'no subprotocol',
    ...(origin === null ? [] : [`Origin ${origin}`]),
    ...headers.map((name) => `with ${name}`),
  ].join(', ');
}

const noAnswer: UpgradeAnswer = {
  status: null,
  headers: [],
  location: null,
  chosen: null,
  body: null,
};

function factsFrom(
  rung: Rung,
  { subprotocols, headers, queryGiven, origin }: WebSocketSettings,
  below: Tap,
  answer: UpgradeAnswer,
  hide: (text: string) => string,
): WebSocketFacts {
  const named = nameAnswer(below.head);
  return {
    url: urlOf(rung.target),
    path: rung.target.path ?? '/',
    querySent: queryGiven,
    headersSent: headers,
    origin,
    offered: subprotocols,
    ...answer,
    bytesIn: below.bytesIn,
    answer: named && {
      ...named,
      sample: hide(withoutTokens(named.sample)),
      product: named.product && hide(named.product),
    },
    ended: endOf(rung, below),
  };
}

function failed(
  reply: Exclude<Reply, { type: 'open' }>,
  facts: WebSocketFacts,
  rung: Rung,
  below: Tap,
): CheckResult<WebSocketFacts> {
  const fail = (code: FailureCode, raw: string): CheckResult<WebSocketFacts> => ({
    status: 'failed',
    failure: { code, raw },
    facts,
  });
  if (reply.type === 'refused') {
    // The words behind the status are the server's, and may be anything.
    return fail('upgrade-refused', `HTTP ${reply.response.statusCode}`);
  }
  const { error } = reply;
  const raw = error instanceof Error ? error.message : String(error);
  if (reply.type === 'unfit') {
    return fail(agreed(facts) ? 'not-websocket' : 'subprotocol-not-agreed', raw);
  }
  if (error instanceof Stopped) return fail(failureFrom(error, 'timeout').code, raw);
  const late = lateAlert(rung, below.error);
  if (late) {
    const failure: Failure = { ...failureFrom(below.error, 'tls-alert'), code: 'tls-alert' };
    return { status: 'failed', failure, facts, belongsTo: { check: 'tls', facts: late } };
  }
  if (below.flooded || codeOf(error) === 'HPE_HEADER_OVERFLOW') return fail('flood', raw);
  if (facts.answer) return fail('not-websocket', raw);
  return fail(facts.ended?.how ?? 'closed', `connection ${facts.ended?.how ?? 'closed'}: ${raw}`);
}

function agreed({ offered, chosen }: WebSocketFacts): boolean {
  return chosen === null ? offered.length === 0 : offered.includes(chosen);
}

function note({ transcript }: Rung, facts: WebSocketFacts, bytes: number): void {
  const { status, chosen, location, answer } = facts;
  if (status === null) {
    if (bytes > 0) {
      transcript.add('websocket', 'in', 'bytes', bytes, answer?.service ?? 'unknown');
    }
    return;
  }
  const more = [
    ...(chosen === null ? [] : [`subprotocol ${chosen}`]),
    ...(location === null ? [] : [`to ${location}`]),
  ];
  transcript.add('websocket', 'in', `HTTP ${status}`, bytes, more.join(', '));
}

/** Of RFC 6455 §7.4.1 those that say nothing: normal, none given, none came. */
const plainEnds = [1000, 1005, 1006];
/** A Close frame has room for no more (§5.5.1). */
const maxReason = 123;

/** The server's own reason for hanging up. */
function noteClose({ transcript }: Rung, socket: WebSocket): void {
  socket.once('close', (code, reason) => {
    if (plainEnds.includes(code)) return;
    const words = printable(reason, maxReason);
    transcript.add('websocket', 'in', 'Close', reason.length + 2, `${code} ${words}`.trim());
  });
}
