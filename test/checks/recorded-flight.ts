// Records what a real TLS server says to a real client: a relay between the two keeps the
// server's bytes.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import * as tls from 'node:tls';

export interface RecordedFlight {
  readonly bytes: Buffer;
  readonly keyLog: readonly string[];
  /** The code of the error that the client met, if any. */
  readonly error: string | null;
  /** To resume with, if the server gave one. */
  readonly session: Buffer | undefined;
}

export async function recordFlight(
  serverOptions: tls.TlsOptions,
  clientOptions: tls.ConnectionOptions = {},
): Promise<RecordedFlight> {
  const open: Socket[] = [];
  const server = tls.createServer(serverOptions, (socket) => {
    open.push(socket);
    socket.on('error', () => {});
    // Within this event Node would end the connection without a close_notify.
    setImmediate(() => socket.end('hello'));
  });
  server.on('tlsClientError', () => {});
  const chunks: Buffer[] = [];
  const relay = createServer((inbound) => {
    const outbound = connect(portOf(server), '127.0.0.1');
    open.push(inbound, outbound);
    outbound.on('data', (chunk: Buffer) => chunks.push(chunk));
    inbound.on('error', () => {});
    outbound.on('error', () => {});
    inbound.pipe(outbound).pipe(inbound);
  });
  await Promise.all([listening(server), listening(relay)]);

  const keyLog: string[] = [];
  let error: string | null = null;
  let session: Buffer | undefined;
  const client = tls.connect({
    host: '127.0.0.1',
    port: portOf(relay),
    rejectUnauthorized: false,
    ...clientOptions,
  });
  client.on('keylog', (line: Buffer) => keyLog.push(line.toString('latin1')));
  client.on('session', (given: Buffer) => {
    session = given;
  });
  client.on('error', (reason: NodeJS.ErrnoException) => {
    error = reason.code ?? reason.message;
  });
  client.resume();
  await new Promise((resolve) => client.once('close', resolve));
  server.close();
  relay.close();
  for (const socket of open) socket.destroy();
  return { bytes: Buffer.concat(chunks), keyLog, error, session };
}

function portOf(server: Server): number {
  // A listening TCP server's address is never a string or null.
  return (server.address() as AddressInfo).port;
}

async function listening(server: Server): Promise<void> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
}
