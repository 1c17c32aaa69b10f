// The name → addresses. Hands up what getaddrinfo gives, because that is what clients get;
// what a name server says over the wire stands beside it and holds nobody up.

import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Address, DnsFacts } from '../evidence.ts';
import type { Endpoint, Target } from '../target.ts';
import { type CheckResult, defineCheck, type Rung } from './check.ts';
import { failureOfAnswer, failureOfSystemError, systemErrorOf } from './dns-verdict.ts';
import { asciiName, isAskable, isForNameServers } from './domain-name.ts';
import { failureFrom } from './failures.ts';
import { hostsFileAddresses } from './hosts-file.ts';
import { systemNameServer } from './name-server.ts';
import { askResolver } from './resolver.ts';
import { Stopped, within } from './stopped.ts';

/** Facts may be completed after the check has answered, until the climb is over. */
type Open<F> = { -readonly [K in keyof F]: F[K] };

/** How much later than getaddrinfo a name server may be heard, where the climb is over so soon. */
const lateMs = 500;

export default defineCheck({
  id: 'dns',
  notApplicable: (target) => {
    if (literalAddresses(target) === null) return null;
    return target.route.connectTo ? '--connect-to names the address' : 'the host is an address';
  },
  run: (rung) => {
    const { resolver } = rung.target.route;
    return resolver ? askGivenServer(rung, resolver) : askSystem(rung);
  },
});

/** The address to dial where no name is looked up; null: one is. */
export function literalAddresses(target: Target): Address[] | null {
  const address = target.route.connectTo?.address ?? target.host;
  const family = isIP(address);
  return family === 4 || family === 6 ? [{ address, family }] : null;
}

async function askSystem(rung: Rung): Promise<CheckResult<DnsFacts>> {
  const { target, signal } = rung;
  const facts = openFacts(target, 'system');
  const { family } = target.route;
  const looked = lookup(facts.name, { all: true, verbatim: true, family });
  // It cannot be cancelled, and may fail when nobody listens any more.
  looked.catch(() => {});
  const hostsFile = noteHostsFile(rung, facts);
  const resolver = noteResolver(rung, facts);

  let raw = 'getaddrinfo gave no address';
  try {
    facts.addresses = distinct(await within(signal, looked));
    if (facts.addresses.length > 0) {
      rung.settle(hostsFile);
      rung.settle(Promise.race([resolver, pause(lateMs, undefined, { ref: false })]));
      return found(facts);
    }
    facts.systemError = 'ENODATA';
  } catch (error) {
    raw = failureFrom(error, 'resolver-error').raw;
    // Stopped by us: getaddrinfo said nothing.
    if (!signal.aborted) facts.systemError = systemErrorOf(error);
  }
  // Nothing is held up any more, and the name server knows better than getaddrinfo what failed.
  await Promise.all([hostsFile, resolver]);
  const ownCode = facts.systemError === null ? null : failureOfSystemError(facts.systemError);
  const wireCode = facts.resolver && failureOfAnswer(facts.resolver, family);
  const heard = wireCode === 'resolver-silent' ? null : wireCode;
  return failed(rung, facts, heard ?? ownCode ?? 'resolver-silent', raw);
}

async function askGivenServer(rung: Rung, server: Endpoint): Promise<CheckResult<DnsFacts>> {
  const { target } = rung;
  const facts = openFacts(target, 'resolver');
  const { name } = facts;
  const { family } = target.route;
  rung.settle(noteHostsFile(rung, facts));
  if (!isAskable(name)) {
    return failed(rung, facts, 'name-not-found', 'no name server can be asked for such a name');
  }
  const answer = await askOverWire(rung, server, name);
  facts.resolver = answer;
  facts.addresses = distinct(answer.addresses.filter((each) => !family || each.family === family));
  const code = failureOfAnswer(answer, family);
  if (code === null) return found(facts);
  return failed(rung, facts, code, `${answer.server}: A ${answer.a}, AAAA ${answer.aaaa}`);
}

function openFacts(target: Target, source: DnsFacts['source']): Open<DnsFacts> {
  return {
    name: asciiName(target.host),
    addresses: [],
    source,
    systemError: null,
    hostsFile: [],
    resolver: null,
  };
}

function found(facts: DnsFacts): CheckResult<DnsFacts> {
  return { status: 'ok', facts, holds: { addresses: facts.addresses } };
}

function failed(
  { signal }: Rung,
  facts: DnsFacts,
  code: Parameters<typeof failureFrom>[1],
  raw: string,
): CheckResult<DnsFacts> {
  const { aborted, reason } = signal;
  const theRunIsOver = aborted && reason instanceof Stopped && reason.code !== 'timeout';
  return {
    status: 'failed',
    facts,
    failure: theRunIsOver ? failureFrom(reason, code) : { code, raw },
  };
}

async function noteHostsFile(rung: Rung, facts: Open<DnsFacts>): Promise<void> {
  const addresses = await hostsFileAddresses(facts.name);
  if (!rung.over.aborted) facts.hostsFile = addresses;
}

async function noteResolver(rung: Rung, facts: Open<DnsFacts>): Promise<void> {
  const server = isForNameServers(facts.name) ? systemNameServer() : null;
  if (server === null) return;
  const answer = await askOverWire(rung, server, facts.name);
  // Cut off by the end of the climb, it would be called silent when it was only slower.
  if (!rung.over.aborted) facts.resolver = answer;
}

/** Ends by itself with the check's time, also where the check has long answered. */
function askOverWire(rung: Rung, server: Endpoint, name: string) {
  const { timeoutMs } = rung.target.limits;
  const stop = new AbortController();
  for (const signal of [rung.signal, rung.over, AbortSignal.timeout(timeoutMs)]) {
    if (signal.aborted) stop.abort();
    signal.addEventListener('abort', () => stop.abort(), { once: true });
  }
  return askResolver({ server, name, signal: stop.signal, graceMs: Math.min(2000, timeoutMs / 2) });
}

function distinct(addresses: readonly { address: string; family: number }[]): Address[] {
  const found = new Map<string, Address>();
  for (const { address, family } of addresses) {
    found.set(address, { address, family: family === 6 ? 6 : 4 });
  }
  return [...found.values()];
}
