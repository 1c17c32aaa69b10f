// The TLS rung: one handshake with the user's settings, watched from outside. It verifies
// after the handshake instead of during it, so that what the server sent is seen whole;
// nothing is said on a connection that did not verify, unless the user asked for that.

import { connect, type TLSSocket } from 'node:tls';
import type { TlsFacts } from '../evidence.ts';
import { type Check, type CheckResult, defineCheck, type Rung } from './check.ts';
import { failureFrom } from './failures.ts';
import { within } from './stopped.ts';
import { Tap } from './tap.ts';
import { alertIn, chainOf, mistrust, tlsFacts, tlsFailure, verify } from './tls-facts.ts';
import { readServerFlight, type ServerFlight } from './tls-flight.ts';
import { clientOptions } from './tls-options.ts';
import { noteFlight, noteWrite } from './tls-timeline.ts';
import { trustedAuthorities } from './trust.ts';

const check: Check<'tls'> = defineCheck({
  id: 'tls',
  notApplicable: ({ tls }) => (tls ? null : 'plain connection'),
  run: async (rung) => {
    const { target, credentials, holds, signal, over, transcript } = rung;
    const { wire } = holds;
    if (!target.tls || !wire) throw new Error('no connection to speak TLS on');
    const settings = target.tls;

    const authorities = await within(signal, trustedAuthorities(settings, credentials, signal));
    const keyLog: string[] = [];
    const began = transcript.ms;
    wire.onWrite = (bytes) => noteWrite(rung, settings, bytes);
    let socket: TLSSocket;
    try {
      socket = connect({ socket: wire, ...clientOptions(settings, credentials, authorities) });
    } catch (error) {
      // OpenSSL refuses what it was given before anything is sent.
      return { status: 'failed', failure: failureFrom(error, 'tls-no-common-ground'), facts: {} };
    }
    socket.on('keylog', (line: Buffer) => keyLog.push(line.toString('latin1')));
    over.addEventListener('abort', () => socket.destroy(), { once: true });
    const flight = () => readServerFlight(wire.head, keyLog);

    try {
      await within(signal, secured(socket, wire));
    } catch (error) {
      socket.on('error', () => {});
      return unsecured(rung, wire, flight(), error, began);
    } finally {
      wire.onWrite = null;
    }
    const seen = flight();
    noteFlight(rung, wire, seen, began);
    let facts = tlsFacts(settings, wire, seen, {
      version: socket.getProtocol(),
      cipher: socket.getCipher().standardName,
      alpnSelected: socket.alpnProtocol || null,
      verification: verify(socket, target, settings),
      runtimeChain: () => chainOf(socket),
    });
    const failure = settings.verify ? mistrust(facts.verification, socket) : null;
    if (failure) {
      socket.destroy();
      return { status: 'failed', failure, facts };
    }
    // Listening from here on: a late alert must not pass unheard between two rungs.
    const stream = new Tap(socket);
    const mayRefuse = facts.version === 'TLSv1.3' && facts.clientCertificate.requested === true;
    const heard = mayRefuse
      ? await word(stream, wire, transcript.ms - began)
      : facts.version !== 'TLSv1.3';
    const certificate = facts.clientCertificate;
    if (certificate.requested) facts = { ...facts, clientCertificate: { ...certificate, heard } };
    if (stream.error || (mayRefuse && wire.ended)) {
      const error = stream.error ?? new Error('the server closed the connection');
      const late = { ...facts, alert: alertIn(flight(), error, true), ended: wire.ended };
      return { status: 'failed', failure: tlsFailure(error, late, wire), facts: late };
    }
    return { status: 'ok', facts, holds: { stream, flight, alpn: facts.alpnSelected } };
  },
});
export default check;

/** Resolves after the handshake; rejects with the first thing that ended it. */
function secured(socket: TLSSocket, wire: Tap): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('secureConnect', resolve);
    socket.once('error', reject);
    socket.once('close', () => reject(wire.error ?? new Error('the server closed the connection')));
  });
}

/**
 * A TLS 1.3 server judges the client's certificate after our side thinks that the handshake is
 * over (RFC 8446 §4.4.2.4). Bytes sent meanwhile would meet a closed socket, and its reset can
 * swallow the alert: so wait for its next word (session tickets, mostly), two round trips long.
 */
async function word(stream: Tap, wire: Tap, handshakeMs: number): Promise<boolean> {
  const before = wire.bytesIn;
  const patience = Math.min(1000, Math.max(60, 2 * handshakeMs));
  const until = performance.now() + patience;
  while (wire.bytesIn === before && !wire.ended && !stream.error && performance.now() < until) {
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, until - performance.now());
      const heard = () => {
        clearTimeout(timer);
        setImmediate(resolve);
      };
      wire.inner.once('data', heard);
      wire.inner.once('close', heard);
    });
  }
  return wire.bytesIn > before;
}

function unsecured(
  rung: Rung,
  wire: Tap,
  seen: ServerFlight,
  error: unknown,
  began: number,
): CheckResult<TlsFacts> {
  noteFlight(rung, wire, seen, began);
  const settings = rung.target.tls;
  if (!settings) throw new Error('unreachable');
  const facts = tlsFacts(settings, wire, seen, {
    alert: alertIn(seen, error, false),
    version: seen.serverHello?.version ?? null,
  });
  return { status: 'failed', failure: tlsFailure(error, facts, wire), facts };
}
