// A front: listens on loopback and hands each connection to a service, over TLS if asked.
// It records what arrives and knows nothing of MQTT.

import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { takeProxyHeader, type WhenProxyHeaderMissing } from './proxy-header.ts';
import type { Arrival, Service } from './service.ts';
import { acceptTls, type TlsTraits } from './tls-front.ts';
import { Wire } from './wire.ts';

export interface FrontOptions {
  /** 127.x.y.z or ::1. Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port; `front.port` is the real one. */
  readonly port?: number;
  /** Absent: plain. */
  readonly tls?: TlsTraits;
  /** Connections beyond it are closed at accept. */
  readonly maxConnections?: number;
  /** The PROXY protocol (v1) must come first; what happens when something else does. */
  readonly proxyHeader?: WhenProxyHeaderMissing;
}

export class Front {
  readonly host: string;
  readonly port: number;
  /** Every connection so far, the closed ones too, in order. */
  readonly arrivals: Arrival[] = [];
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  constructor(server: Server, service: Service, options: FrontOptions) {
    // The server listens on TCP, so its address is no pipe's name.
    const { address, port } = server.address() as AddressInfo;
    this.host = address;
    this.port = port;
    this.#server = server;
    server.on('connection', (socket) => this.#accept(socket, service, options));
  }

  /** Resolves when every connection that was made is over. */
  async idle(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.arrivals.map(({ wire }) => wire.ended));
  }

  /** Ends all connections at once and frees the port. */
  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  #accept(socket: Socket, service: Service, options: FrontOptions) {
    const arrival: Arrival = {
      wire: new Wire(socket),
      local: { address: socket.localAddress ?? '', port: socket.localPort ?? 0 },
      remote: { address: socket.remoteAddress ?? '', port: socket.remotePort ?? 0 },
      hello: null,
      secured: null,
      refuseConnect: false,
    };
    this.arrivals.push(arrival);
    this.#open.add(socket);
    socket.on('close', () => this.#open.delete(socket));
    if (this.#open.size > (options.maxConnections ?? Number.POSITIVE_INFINITY)) {
      arrival.wire.resume();
      return arrival.wire.hangUp();
    }
    void serve(arrival, service, options);
  }
}

async function serve(arrival: Arrival, service: Service, options: FrontOptions): Promise<void> {
  const { proxyHeader, tls } = options;
  if (proxyHeader !== undefined && !(await takeProxyHeader(arrival.wire, proxyHeader))) return;
  if (tls !== undefined) return await acceptTls(arrival, tls, service);
  service.accept(arrival.wire, arrival);
}

export async function listen(service: Service, options: FrontOptions = {}): Promise<Front> {
  const server = createServer({ allowHalfOpen: true });
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  return new Front(server, service, options);
}
