// One setting of the WebSocket handshake at a time: path, subprotocol, Origin. On the channel
// that the user asked for, so headers and query may go; user name and password do not.

import { type Attempt, factsOf, failureIn } from '../evidence.ts';
import type { Target, WebSocketSettings } from '../target.ts';
import { webSocketTarget } from './transport.ts';
import { defineTrial, once, type Situation, wordless } from './trial.ts';

function withWebSocket(target: Target, changes: Partial<WebSocketSettings>): Target {
  const { webSocket } = target;
  return webSocket ? { ...target, webSocket: { ...webSocket, ...changes } } : target;
}

/** A server that does not switch, whatever it says. */
function refused(main: Attempt): boolean {
  return failureIn(main, 'websocket') === 'upgrade-refused';
}

function hungUp(main: Attempt): boolean {
  return wordless(failureIn(main, 'websocket'));
}

/** Who is asked for credentials has found something under the path. */
function pathInDoubt(main: Attempt): boolean {
  return hungUp(main) || (refused(main) && factsOf(main, 'websocket').status !== 401);
}

const paths = ['/mqtt', '/', '/ws', '/mqtt/'];

export const path = defineTrial({
  id: 'path',
  label: (path) => `path ${path}`,
  question: (path) => `Does it work under the path ${path}?`,
  values: ({ target, main }) =>
    pathInDoubt(main) ? paths.filter((one) => one !== target.path) : [],
  change: (target, path) => webSocketTarget(target, path),
  setting: 'path',
  from: (target) => target.path,
  upTo: 'websocket',
  credentials: 'handshake',
});

const none = 'none';
const subprotocols = ['mqtt', 'mqttv3.1', none];

export const subprotocol = defineTrial({
  id: 'subprotocol',
  label: (name) => (name === none ? 'no subprotocol' : `subprotocol ${name}`),
  question: (name) =>
    name === none
      ? 'Does it work when no subprotocol is offered?'
      : `Does it work when the subprotocol ${name} is offered?`,
  values: ({ target, main }) => {
    const offered = target.webSocket?.subprotocols.join() ?? '';
    const doubtful =
      failureIn(main, 'websocket') === 'subprotocol-not-agreed' ||
      hungUp(main) ||
      subprotocolInDoubt(main);
    return doubtful ? subprotocols.filter((one) => one !== (offered || none)) : [];
  },
  change: (target, name) => withWebSocket(target, { subprotocols: name === none ? [] : [name] }),
  setting: 'subprotocol',
  from: ({ webSocket }) => webSocket?.subprotocols.join(', ') || none,
  // A server that agrees to switch still has to speak MQTT.
  upTo: 'connect',
  credentials: 'handshake',
});

/** A path that is not there is no matter of subprotocols. */
function subprotocolInDoubt(main: Attempt): boolean {
  const { status = null } = factsOf(main, 'websocket');
  return refused(main) && status !== null && [400, 403, 406, 426, 500, 501].includes(status);
}

export const origin = defineTrial({
  id: 'origin',
  label: () => "the server's own address as Origin",
  question: () => "Does it work when the server's own address is sent as Origin?",
  values: (s) => once(originInDoubt(s)),
  change: (target) => withWebSocket(target, { origin: originOf(target) }),
  setting: 'origin',
  from: ({ webSocket }) => webSocket?.origin ?? null,
  upTo: 'websocket',
  credentials: 'handshake',
});

/** The user's own Origin among the headers is what the server dislikes. */
export const originNone = defineTrial({
  id: 'origin-none',
  label: () => 'no Origin sent',
  question: () => 'Does it work when no Origin is sent?',
  values: (s) => once((refused(s.main) || hungUp(s.main)) && originGiven(s.target)),
  change: (target) =>
    withWebSocket(target, {
      headers: target.webSocket?.headers.filter((name) => !isOrigin(name)) ?? [],
    }),
  setting: 'origin',
  from: (target) => (originGiven(target) ? 'given' : null),
  upTo: 'websocket',
  credentials: 'handshake',
});

function originInDoubt({ target, main }: Situation): boolean {
  const { status = null } = factsOf(main, 'websocket');
  const perhaps = refused(main) && [400, 401, 403].includes(status ?? 0);
  return !originGiven(target) && (perhaps || hungUp(main));
}

function originGiven({ webSocket }: Target): boolean {
  return webSocket?.headers.some(isOrigin) ?? false;
}

function isOrigin(name: string): boolean {
  return name.toLowerCase() === 'origin';
}

/** As a page on the server itself has it (RFC 6454 §6.2): without the port that is usual. */
function originOf({ transport, host, port }: Target): string {
  const secure = transport === 'wss';
  const usual = port === (secure ? 443 : 80);
  const name = host.includes(':') ? `[${host}]` : host;
  return `${secure ? 'https' : 'http'}://${name}${usual ? '' : `:${port}`}`;
}
