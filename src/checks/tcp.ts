// The TCP rung: dials every address at once, and climbs on with the one that a client which
// takes getaddrinfo's list from the top would take. No happy eyeballs: a doctor must not
// behave better than the patient.

import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Address, Dial, TcpFacts } from '../evidence.ts';
import type { FailureCode } from '../failure.ts';
import { type Check, type CheckResult, defineCheck } from './check.ts';
import { failureFrom } from './failures.ts';
import { open } from './opening.ts';
import { within } from './stopped.ts';
import { Tap } from './tap.ts';
import { round } from './transcript.ts';

/** How long an earlier address may stay silent while a later one stands: one lost SYN is sent again after 1 s. */
const patienceMs = 1500;
/** A name with more addresses than this has enough of them. */
const maxAddresses = 16;

interface Call {
  readonly socket: Socket;
  readonly answered: Promise<void>;
  dial: Dial;
}

const check: Check<'tcp'> = defineCheck({
  id: 'tcp',
  notApplicable: () => null,
  run: async (rung) => {
    const { target, holds, signal, over } = rung;
    const port = target.route.connectTo?.port ?? target.port;
    const addresses = (holds.addresses ?? []).slice(0, maxAddresses);
    const calls = addresses.map((address) => call(address, port, over));
    const result = (address: string | null, local: string | null): TcpFacts => ({
      port,
      get dials() {
        return calls.map(({ dial }) => dial);
      },
      address,
      local,
      // Interesting only where nothing answers: asking for the interfaces takes its time.
      ...(address === null ? { ownAddresses: ownAmong(addresses) } : {}),
    });

    try {
      const chosen = await within(signal, choose(calls));
      rung.settle(settled(calls));
      if (!chosen) return failed(calls, result(null, null));
      chosen.socket.setNoDelay(true);
      const wire = new Tap(chosen.socket);
      const local = `${chosen.socket.localAddress}:${chosen.socket.localPort}`;
      const facts = result(chosen.dial.address, local);
      const { opening } = target.route;
      const greeting = opening ? await open(opening, wire, signal) : null;
      if (greeting) return { status: 'ok', facts: Object.assign(facts, { greeting }) };
      return { status: 'ok', facts, holds: { wire, stream: wire } };
    } catch (error) {
      for (const { socket } of calls) socket.destroy();
      return {
        status: 'failed',
        failure: failureFrom(error, 'timeout'),
        facts: result(null, null),
      };
    }
  },
});
export default check;

function ownAmong(addresses: readonly Address[]): readonly string[] {
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return addresses
    .map(({ address }) => address)
    .filter((one) => own.some(({ address }) => address === one));
}

function call({ address, family }: Address, port: number, over: AbortSignal): Call {
  const began = performance.now();
  const elapsed = () => round(performance.now() - began);
  const socket = connect({ host: address, port, family, autoSelectFamily: false });
  over.addEventListener('abort', () => socket.destroy(), { once: true });
  const answered = new Promise<void>((resolve) => {
    socket.once('connect', () => {
      self.dial = { address, family, result: 'connected', ms: elapsed(), raw: null };
      resolve();
    });
    socket.on('error', (error) => {
      if (self.dial.result !== 'pending') return;
      const { code, raw } = failureFrom(error, 'unreachable');
      self.dial = { address, family, result: code, ms: elapsed(), raw };
      resolve();
    });
    socket.once('close', () => {
      if (self.dial.result === 'pending') self.dial = { ...self.dial, ms: elapsed() };
      resolve();
    });
  });
  const self: Call = {
    socket,
    answered,
    dial: { address, family, result: 'pending', ms: 0, raw: null },
  };
  return self;
}

/** The first in order that connects, once all before it have failed or had their time. */
async function choose(calls: readonly Call[]): Promise<Call | null> {
  const someoneStands = Promise.race(
    calls.map(async (one) => {
      await one.answered;
      if (one.dial.result !== 'connected') await new Promise(() => {});
    }),
  );
  for (const one of calls) {
    await Promise.race([one.answered, someoneStands.then(() => pause(patienceMs))]);
    if (one.dial.result === 'connected') {
      hangUpOthers(calls, one);
      return one;
    }
  }
  return calls.find(({ dial }) => dial.result === 'connected') ?? null;
}

/** The others have told what they can: a connection held open would only disturb the broker. */
function hangUpOthers(calls: readonly Call[], chosen: Call): void {
  for (const one of calls) {
    if (one === chosen) continue;
    void one.answered.then(() => one.socket.destroy());
  }
}

async function settled(calls: readonly Call[]): Promise<void> {
  await Promise.race([Promise.all(calls.map(({ answered }) => answered)), pause(patienceMs)]);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** Of several reasons the most telling one: an address that answers says more than one that does not. */
const telling: readonly FailureCode[] = [
  'reset',
  'refused',
  'timeout',
  'unreachable',
  'local-limit',
];

function failed(calls: readonly Call[], facts: TcpFacts): CheckResult<TcpFacts> {
  const dials = calls.map(({ dial }) => dial);
  const code = telling.find((one) => dials.some(({ result }) => result === one)) ?? 'unreachable';
  const raw = dials.find(({ result }) => result === code)?.raw ?? 'no address to dial';
  return { status: 'failed', failure: { code, raw }, facts };
}
