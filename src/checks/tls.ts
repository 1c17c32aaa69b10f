// The TLS rung: one handshake with the user's settings, watched from outside. It verifies
// after the handshake instead of during it, so that what the server sent is seen whole;
// nothing is said on a connection that did not verify, unless the user asked for that.

import { getCurves } from 'node:crypto';
import {
  type ConnectionOptions,
  checkServerIdentity,
  connect,
  DEFAULT_CIPHERS,
  type PeerCertificate,
  type TLSSocket,
} from 'node:tls';
import type { Alert, Certificate, TlsFacts, Verification } from '../evidence.ts';
import type { Failure } from '../failure.ts';
import type { Credentials, Target, TlsSettings } from '../target.ts';
import { alertName } from './alerts.ts';
import { nameAnswer } from './answer.ts';
import { readCertificate } from './certificate.ts';
import { type Check, type CheckResult, defineCheck, type Rung } from './check.ts';
import { alertNumberIn, failureFrom } from './failures.ts';
import { open } from './opening.ts';
import { within } from './stopped.ts';
import { Tap } from './tap.ts';
import { readServerFlight, type ServerFlight } from './tls-flight.ts';
import { pemOf, trustedAuthorities } from './trust.ts';

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
    let facts = factsFrom(settings, wire, seen, {
      version: socket.getProtocol(),
      cipher: socket.getCipher().standardName,
      alpnSelected: socket.alpnProtocol || null,
      verification: verify(socket, target, settings),
      runtimeChain: chainOf(socket),
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
      return { status: 'failed', failure: failureOf(error, late, wire), facts: late };
    }
    // A trial asks for WebSocket inside TLS; what answers is the last it wants to know.
    const asked = target.route.opening === 'upgrade';
    const greeting = asked ? await open('upgrade', stream, target, signal) : null;
    if (greeting) return { status: 'ok', facts: { ...facts, answer: greeting.answer } };
    return { status: 'ok', facts, holds: { stream, flight, alpn: facts.alpnSelected } };
  },
});
export default check;

function clientOptions(
  settings: TlsSettings,
  credentials: Credentials,
  authorities: readonly string[] | null,
): ConnectionOptions {
  const { clientCertificate, keyPassphrase } = credentials;
  const clientKey = credentials.clientKey ?? clientCertificate;
  return {
    ...(settings.serverName === null ? {} : { servername: settings.serverName }),
    ...(settings.alpn.length > 0 ? { ALPNProtocols: [...settings.alpn] } : {}),
    // A client that ends below 1.2 begins below it as well, whatever this runtime's least is.
    ...(settings.minVersion || isOld(settings)
      ? { minVersion: settings.minVersion ?? ('TLSv1' as const) }
      : {}),
    ...(settings.maxVersion ? { maxVersion: settings.maxVersion } : {}),
    ...(isOld(settings) ? oldOffer() : { ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=2` }),
    ...(authorities ? { ca: [...authorities] } : {}),
    ...(clientCertificate?.bytes ? { cert: pemOf(clientCertificate.bytes) } : {}),
    ...(clientKey?.bytes ? { key: pemOf(clientKey.bytes) } : {}),
    ...(keyPassphrase ? { passphrase: keyPassphrase.reveal() } : {}),
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  };
}

/** OpenSSL 3 has TLS 1.0 and 1.1 only at security level 0; whoever asks for them means it. */
function isOld({ minVersion, maxVersion }: TlsSettings): boolean {
  return [minVersion, maxVersion].some((version) => version === 'TLSv1' || version === 'TLSv1.1');
}

/** Beside those of every client; not each OpenSSL has all of them. */
const rareCurves = [
  'sect571r1',
  'secp256k1',
  'brainpoolP256r1',
  'brainpoolP384r1',
  'brainpoolP512r1',
];

/** Everything that OpenSSL can, pre-shared keys included, so that a server shows what it wants. */
function oldOffer(): ConnectionOptions {
  const known = getCurves();
  const curves = rareCurves.filter((curve) => known.includes(curve));
  return {
    ciphers: 'ALL:eNULL@SECLEVEL=0',
    ecdhCurve: ['X25519', 'P-256', 'X448', 'P-521', 'P-384', ...curves].join(':'),
    // We have none; without this the suites are not offered.
    pskCallback: () => null,
  };
}

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
  const facts = factsFrom(settings, wire, seen, {
    alert: alertIn(seen, error, false),
    version: seen.serverHello?.version ?? null,
  });
  return { status: 'failed', failure: failureOf(error, facts, wire), facts };
}

function failureOf(error: unknown, facts: TlsFacts, wire: Tap): Failure {
  const { code, raw } = failureFrom(error, 'closed');
  if (wire.flooded) return { code: 'flood', raw };
  if (facts.alert) return { code: 'tls-alert', raw };
  if (facts.answer && facts.answer.service !== 'tls') return { code: 'tls-not-spoken', raw };
  if (wire.ended && (code === 'reset' || code === 'closed')) {
    return { code: wire.ended.how, raw };
  }
  return { code, raw };
}

/** From the bytes where they show it, else from OpenSSL's words; null: no alert came. */
function alertIn(seen: ServerFlight, error: unknown, late: boolean): Alert | null {
  const fatal = seen.alerts.find(({ number }) => number !== 0);
  const number = fatal?.number ?? alertNumberIn(error);
  return number === null || number === undefined ? null : { number, name: alertName(number), late };
}

/**
 * What TLS learned after the handshake seemed over, for the rung above that met it: an alert
 * that refuses the client's certificate (RFC 8446 §4.4.2.4). Null: the end had another cause.
 */
export function lateAlert(rung: Rung, error: unknown): { alert: Alert } | null {
  const seen = rung.holds.flight?.();
  const alert = seen ? alertIn(seen, error, true) : null;
  return alert ? { alert } : null;
}

function factsFrom(
  settings: TlsSettings,
  wire: Tap,
  seen: ServerFlight,
  known: {
    readonly version?: string | null;
    readonly cipher?: string;
    readonly alpnSelected?: string | null;
    readonly verification?: Verification;
    readonly alert?: Alert | null;
    readonly runtimeChain?: readonly Certificate[];
  },
): TlsFacts {
  const sent = seen.certificates.map(readCertificate).filter((one) => one !== null);
  const chain = sent.length > 0 ? sent : (known.runtimeChain ?? []);
  const answer = nameAnswer(wire.head);
  return {
    serverNameSent: settings.serverName,
    alpnOffered: settings.alpn,
    alpnSelected: known.alpnSelected ?? seen.alpn,
    version: known.version ?? null,
    cipher: known.cipher ?? null,
    chain,
    chainFrom: chain.length === 0 ? null : sent.length > 0 ? 'wire' : 'runtime',
    verification: known.verification ?? null,
    alert: known.alert ?? null,
    clientCertificate: {
      requested: seen.clientCertificateRequested,
      authorities: seen.authorities,
      sent: settings.clientCertificate && seen.clientCertificateRequested === true,
    },
    serverHello: seen.serverHello !== null,
    bytesOut: wire.bytesOut,
    bytesIn: wire.bytesIn,
    answer: seen.notTls ? answer : null,
    ended: wire.ended,
  };
}

function verify(socket: TLSSocket, target: Target, settings: TlsSettings): Verification {
  // Node gives OpenSSL's verify code here, although the types say Error.
  const error: unknown = socket.authorizationError;
  const code = error ? String(error instanceof Error ? error.message : error) : null;
  const name =
    settings.serverNameFrom === 'user' ? (settings.serverName ?? target.host) : target.host;
  const mismatch = checkServerIdentity(name, socket.getPeerCertificate());
  return { trusted: code === null, code, name, nameMatches: mismatch === undefined };
}

function mistrust(verification: Verification | null, socket: TLSSocket): Failure | null {
  if (!verification) return null;
  const { trusted, code, name, nameMatches } = verification;
  if (!trusted) return { code: 'tls-untrusted', raw: code ?? 'not trusted' };
  if (nameMatches) return null;
  const mismatch = checkServerIdentity(name, socket.getPeerCertificate());
  return { code: 'tls-name-mismatch', raw: mismatch?.message ?? 'another name' };
}

/** What this runtime made of the chain: the second choice, because it adds issuers it knows. */
function chainOf(socket: TLSSocket): readonly Certificate[] {
  const chain: Certificate[] = [];
  const seen = new Set<string>();
  let next: PeerCertificate & { issuerCertificate?: PeerCertificate } =
    socket.getPeerCertificate(true);
  while (next?.raw && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256);
    const read = readCertificate(next.raw);
    if (read) chain.push(read);
    if (!next.issuerCertificate) break;
    next = next.issuerCertificate;
  }
  return chain;
}

function noteWrite({ transcript, holds }: Rung, settings: TlsSettings, bytes: number): void {
  const first = holds.wire?.bytesOut === bytes;
  const name = settings.serverName === null ? 'no SNI' : `SNI ${settings.serverName}`;
  const alpn = settings.alpn.length > 0 ? `, ALPN ${settings.alpn.join(', ')}` : '';
  if (first) transcript.add('tls', 'out', 'ClientHello', bytes, `${name}${alpn}`);
  else transcript.add('tls', 'out', 'TLS', bytes, 'rest of our handshake');
}

function noteFlight({ transcript }: Rung, wire: Tap, seen: ServerFlight, began: number): void {
  if (wire.bytesIn === 0) return;
  const at = Math.max(began, transcript.ms - wire.sinceFirstByteMs);
  const messages = seen.messages.map(({ name }) => name).join(', ');
  const said = seen.notTls ? 'not TLS' : messages;
  transcript.add('tls', 'in', seen.messages[0]?.name ?? 'bytes', wire.bytesIn, said, at);
  for (const { number } of seen.alerts) {
    transcript.add('tls', 'in', 'alert', 2, `${number} ${alertName(number)}`);
  }
}
