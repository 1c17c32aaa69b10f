// Looking the name up takes a noticeable part of connecting.

import type { ResolverAnswer } from '../../evidence.ts';
import { type Case, defineRule } from '../rule.ts';

/** A lookup that asks one name server and gets an answer takes a fraction of this. */
const slowMs = 1000;

export default defineRule({
  code: 'dns/slow',
  check: 'dns',
  severity: 'warning',
  side: 'network',
  when: (c) => {
    const { dns } = c.main.outcomes;
    if (dns.status !== 'ok') return null;
    const { source, resolver } = dns.facts;
    const silentAbout = resolver && familyWithoutAnswer(c, resolver);
    if (dns.ms < slowMs && !silentAbout) return null;
    return {
      ms: dns.ms,
      source,
      server: resolver?.server ?? null,
      serverMs: resolver?.ms ?? null,
      silentAbout,
    };
  },
  say: ({ ms, source, server, serverMs, silentAbout }) => ({
    title: silentAbout
      ? `The name server ${server} never answers for ${silentAbout}.`
      : `Looking up the name takes ${Math.round(ms)} ms.`,
    detail: `${
      silentAbout
        ? `It answers for the other kind of address, and clients that ask for both wait for it until they give up: here ${Math.round(ms)} ms, many systems take 5 s.`
        : causeOf(source === 'resolver', server, serverMs ?? 0)
    } Clients with a short timeout fail now and then.`,
    remedies: [
      {
        text: 'Take the name server that is slow or does not answer out of the settings of this machine.',
        command: 'cat /etc/resolv.conf',
      },
    ],
  }),
});

/** Some middleboxes drop the questions they do not know (RFC 4074 §4.1). */
function familyWithoutAnswer({ target }: Case, { a, aaaa }: ResolverAnswer): string | null {
  if (target.route.family !== 0) return null;
  if (a === 'ok' && aaaa === 'timeout') return 'IPv6 (AAAA)';
  return aaaa === 'ok' && a === 'timeout' ? 'IPv4 (A)' : null;
}

function causeOf(asked: boolean, server: string | null, serverMs: number): string {
  if (server === null) {
    return 'Most likely the first name server of this machine does not answer and the second one does.';
  }
  return asked || serverMs >= slowMs / 2
    ? `The name server ${server} takes that long to answer, or its first answer is lost on the way.`
    : `The name server ${server} answers in ${Math.round(serverMs)} ms; the resolver of this machine takes longer, as it does when it asks another one first, appends domains to the name, or asks by mDNS.`;
}
