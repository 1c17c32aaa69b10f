// The WebSocket half of a front: an HTTP server that switches as the traits say, and hands the
// bytes of the messages to a service. It knows nothing of MQTT but the subprotocol's name.

import { createServer, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { createWebSocketStream, WebSocketServer } from 'ws';
import { type HttpAnswer, httpAnswer } from './banners.ts';
import { type Arrival, hangUp, type Service } from './service.ts';

export interface WebSocketTraits {
  /** With or without query. Others are not found (404). Default: `/mqtt` alone. */
  readonly paths?: readonly string[];
  /**
   * Default `agrees`: to `mqtt` where it is offered. `requires`: the name, or 400. `ignores`:
   * switches and chooses none. `chooses`: this one, offered or not.
   */
  readonly subprotocol?:
    | 'agrees'
    | 'ignores'
    | { readonly requires: string }
    | { readonly chooses: string };
  /** Pages that may connect; who sends no Origin is no page. Others: 403. */
  readonly origins?: readonly string[];
  /** An Origin must be sent, or 403. */
  readonly originRequired?: boolean;
  /** Value of `Authorization`; without it 401. */
  readonly authorization?: string;
  /** Every request to upgrade meets this. */
  readonly answer?: HttpAnswer;
  readonly onRequest?: 'close' | 'reset' | 'silent';
  /** Switches, and then hangs up with this code (RFC 6455 §7.4.1). */
  readonly closesWith?: number;
  /** Bytes that are no HTTP. Default: 400, as Node and most do. */
  readonly whenNotHttp?: 'close' | 'reset' | 'silent';
}

/** What one request asked for. */
export interface UpgradeRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export class WebSocketFront implements Service {
  /** In order. */
  readonly requests: UpgradeRequest[] = [];
  readonly #service: Service;
  readonly #traits: WebSocketTraits;

  constructor(service: Service, traits: WebSocketTraits = {}) {
    this.#service = service;
    this.#traits = traits;
  }

  accept(stream: Duplex, arrival: Arrival): void {
    const { whenNotHttp } = this.#traits;
    const http = createServer((request, response) => {
      this.requests.push({ path: request.url ?? '', headers: request.headers });
      response.writeHead(426, { Upgrade: 'websocket', Connection: 'close' }).end();
    });
    http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head, arrival));
    if (whenNotHttp !== undefined) {
      http.on('clientError', (_error, socket) => leave(whenNotHttp, socket, arrival));
    }
    http.emit('connection', stream);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, arrival: Arrival): void {
    const { url = '', headers } = request;
    this.requests.push({ path: url, headers });
    socket.on('error', () => {}); // told by wire.ended
    const { onRequest } = this.#traits;
    const refusal = refusalOf(request, this.#traits);
    if (onRequest !== undefined) leave(onRequest, socket, arrival);
    else if (refusal) socket.end(httpAnswer(refusal));
    else this.#switch(request, socket, head, arrival);
  }

  #switch(request: IncomingMessage, socket: Duplex, head: Buffer, arrival: Arrival): void {
    const { closesWith, subprotocol = 'agrees' } = this.#traits;
    const server = new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      handleProtocols: (offered) => chosen(subprotocol, offered),
    });
    server.handleUpgrade(request, socket, head, (client) => {
      if (closesWith !== undefined) {
        client.close(closesWith);
        return;
      }
      const messages = createWebSocketStream(client);
      messages.on('error', () => {}); // told by wire.ended
      this.#service.accept(messages, arrival);
    });
  }
}

type Subprotocol = NonNullable<WebSocketTraits['subprotocol']>;

function chosen(policy: Subprotocol, offered: ReadonlySet<string>): string | false {
  if (policy === 'ignores') return false;
  if (policy === 'agrees') return offered.has('mqtt') && 'mqtt';
  return 'chooses' in policy ? policy.chooses : offered.has(policy.requires) && policy.requires;
}

function refusalOf(request: IncomingMessage, traits: WebSocketTraits): HttpAnswer | null {
  const { url = '', headers } = request;
  const { paths = ['/mqtt'], origins, originRequired, authorization, subprotocol } = traits;
  if (traits.answer) return traits.answer;
  if (!paths.includes(url) && !paths.includes(url.split('?')[0] ?? '')) return { status: 404 };
  if (authorization !== undefined && headers.authorization !== authorization) {
    return { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="lab"' } };
  }
  const { origin } = headers;
  if (origin === undefined ? originRequired : origins && !origins.includes(origin)) {
    return { status: 403, body: 'Origin not allowed' };
  }
  const offered = headers['sec-websocket-protocol']?.split(/,\s*/) ?? [];
  const required = typeof subprotocol === 'object' && 'requires' in subprotocol;
  return required && !offered.includes(subprotocol.requires) ? { status: 400 } : null;
}

function leave(how: 'close' | 'reset' | 'silent', socket: Duplex, { wire }: Arrival): void {
  if (how === 'reset') wire.reset();
  else if (how === 'close') hangUp(socket);
  else socket.resume();
}
