// What the lab's name server knows, as data, and how an answer is found in it. Pure.

import type { RecordType, StringAnswer } from 'dns-packet';

/** By name in lower case, without a final dot. `*` stands for every name that is not there. */
export type Zone = Readonly<Record<string, DnsName>>;

/** A name with nothing in it exists and has no data. */
export interface DnsName {
  readonly a?: readonly string[];
  readonly aaaa?: readonly string[];
  /** The chain is followed within the zone and sent whole, as resolvers do; it may be a loop. */
  readonly cname?: string;
  /** Of this name's records. Default 300. */
  readonly ttlS?: number;
  readonly delayMs?: number;
  readonly trouble?: DnsTrouble;
  /** The types of question that meet the trouble. Absent: all. */
  readonly troubleFor?: readonly ('A' | 'AAAA')[];
}

export type DnsTrouble =
  /** A response code and no records. */
  | keyof typeof responseCodes
  /** No answer. */
  | 'silent'
  /** Truncated over UDP, whole over TCP. */
  | 'truncated'
  /** The transaction id is another; `-first`: and then the right answer comes. */
  | 'wrong-id'
  | 'wrong-id-first'
  /** An answer to a question that was not asked. */
  | 'wrong-question'
  /** Not a DNS message; or one whose last bytes are missing. */
  | 'garbage'
  | 'cut';

const responseCodes = { FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;

export interface Lookup {
  readonly answers: StringAnswer[];
  /** RFC 1035 §4.1.1, RCODE. */
  readonly code: number;
}

export function lookUp(zone: Zone, asked: string, type: RecordType): Lookup {
  const answers: StringAnswer[] = [];
  const been = new Set<string>();
  // The name is answered as it was asked: resolvers check their random upper case (0x20).
  for (let name = asked; ; ) {
    const entry = zone[name.toLowerCase()] ?? zone['*'];
    if (entry === undefined) return { answers, code: responseCodes.NXDOMAIN };
    const code = codeOf(entry, type);
    if (code !== 0) return { answers, code };
    const ttl = entry.ttlS ?? 300;
    if (entry.cname === undefined || type === 'CNAME') {
      answers.push(
        ...recordsOf(entry, type).map((data) => ({ type: asString(type), name, ttl, data })),
      );
      return { answers, code: 0 };
    }
    answers.push({ type: 'CNAME', name, ttl, data: entry.cname });
    if (been.has(name)) return { answers, code: 0 };
    been.add(name);
    name = entry.cname;
  }
}

function codeOf({ trouble, troubleFor }: DnsName, type: RecordType): number {
  if (troubleFor !== undefined && !troubleFor.some((troubled) => troubled === type)) return 0;
  return Object.entries(responseCodes).find(([name]) => name === trouble)?.[1] ?? 0;
}

function recordsOf({ a = [], aaaa = [], cname }: DnsName, type: RecordType): readonly string[] {
  if (type === 'A') return a;
  if (type === 'AAAA') return aaaa;
  return type === 'CNAME' && cname !== undefined ? [cname] : [];
}

/** Only these types have records here. */
function asString(type: RecordType): 'A' | 'AAAA' | 'CNAME' {
  return type === 'AAAA' || type === 'CNAME' ? type : 'A';
}
