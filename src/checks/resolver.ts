// Follows a name to its addresses at one name server, over the wire, so that what
// getaddrinfo keeps to itself can be seen: aliases, TTLs, and how exactly a lookup failed.

import { isIP } from 'node:net';
import type { DecodedPacket } from 'dns-packet';
import type { Address, LookupStatus, ResolverAnswer } from '../evidence.ts';
import type { Endpoint } from '../target.ts';
import { rcodeOf } from './dns-message.ts';
import { sameName } from './domain-name.ts';
import { query } from './name-server.ts';
import { round } from './transcript.ts';

type Alias = ResolverAnswer['chain'][number];

interface Trace {
  readonly status: LookupStatus;
  readonly chain: readonly Alias[];
  readonly addresses: ResolverAnswer['addresses'];
}

export interface Asking {
  readonly server: Endpoint;
  /** In ASCII, and such that `isAskable` holds. */
  readonly name: string;
  /** What has no answer by then is a `timeout`. */
  readonly signal: AbortSignal;
  /** How long A and AAAA wait for each other: some servers answer one, and never the other. */
  readonly graceMs: number;
}

/** Resolvers themselves give up at about this many. */
const maxAliases = 8;
/** Of each family; more than any honest name has. */
const maxAddresses = 64;

/** Asks for A and AAAA at the same time. Never rejects. */
export async function askResolver(asking: Asking): Promise<ResolverAnswer> {
  const began = performance.now();
  const patience = new AbortController();
  const stop = () => patience.abort();
  if (asking.signal.aborted) stop();
  asking.signal.addEventListener('abort', stop, { once: true });
  let grace: NodeJS.Timeout | undefined;
  const firstDone = () => {
    grace ??= setTimeout(stop, asking.graceMs);
  };
  const [a, aaaa] = await Promise.all([
    trace(asking, 'A', patience.signal).finally(firstDone),
    trace(asking, 'AAAA', patience.signal).finally(firstDone),
  ]);
  clearTimeout(grace);
  asking.signal.removeEventListener('abort', stop);
  return {
    server: nameOf(asking.server),
    a: a.status,
    aaaa: aaaa.status,
    chain: a.chain.length >= aaaa.chain.length ? a.chain : aaaa.chain,
    addresses: [...a.addresses, ...aaaa.addresses],
    ms: round(performance.now() - began),
  };
}

async function trace(
  { server, name }: Asking,
  type: 'A' | 'AAAA',
  signal: AbortSignal,
): Promise<Trace> {
  const chain: Alias[] = [];
  const ended = (status: LookupStatus): Trace => ({ status, chain, addresses: [] });
  let asked = name;
  // Ends: every turn but the last adds an alias, and their number is limited.
  while (true) {
    const reply = await query(server, { name: asked, type }, signal);
    if (typeof reply === 'string') return ended(reply);

    const owner = followAliases(reply, asked, chain);
    if (owner === null) return ended('cname-loop');
    const addresses = addressesOf(reply, owner, type);
    if (addresses === null) return ended('malformed');
    if (addresses.length > 0) return { status: 'ok', chain, addresses };

    const status = statusOf(rcodeOf(reply));
    // An SOA beside the aliases says that their end was looked at, and has none (RFC 2308 §2.2).
    const final = owner === asked || reply.authorities?.some(({ type }) => type === 'SOA');
    if (status !== 'no-data' || final) return ended(status);
    asked = owner;
  }
}

/** Adds the aliases to `chain`; the name they end at, or null where they go round or on and on. */
function followAliases(message: DecodedPacket, from: string, chain: Alias[]): string | null {
  let owner = from;
  while (true) {
    const alias = message.answers?.find(
      ({ type, name }) => type === 'CNAME' && sameName(name, owner),
    );
    if (alias?.type !== 'CNAME') return owner;
    if (chain.length === maxAliases) return null;
    // The library gives one type to all records whose data is a name.
    const to = String(alias.data);
    chain.push({ name: owner, to, ttlS: alias.ttl ?? 0 });
    if (chain.some(({ name }) => sameName(name, to))) return null;
    owner = to;
  }
}

/** null: a record of the type is no address. */
function addressesOf(
  message: DecodedPacket,
  owner: string,
  type: 'A' | 'AAAA',
): (Address & { ttlS: number })[] | null {
  const family = type === 'A' ? 4 : 6;
  const found = new Map<string, Address & { ttlS: number }>();
  for (const record of message.answers ?? []) {
    if (record.type !== type || !sameName(record.name, owner)) continue;
    // The library reads past the end of a short record, and gives `192.0.undefined.undefined`.
    if (isIP(record.data) !== family) return null;
    if (found.size < maxAddresses)
      found.set(record.data, { address: record.data, family, ttlS: record.ttl ?? 0 });
  }
  return [...found.values()];
}

/** Of an answer without addresses: RFC 1035 §4.1.1. */
function statusOf(rcode: number): LookupStatus {
  if (rcode === 0) return 'no-data';
  if (rcode === 3) return 'nxdomain';
  return rcode === 5 ? 'refused' : 'server-failure';
}

function nameOf({ address, port }: Endpoint): string {
  return isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
}
