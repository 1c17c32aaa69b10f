// The name server answers that it cannot answer.

import { askElsewhere, knownInWords, knownTo, lookupFailed, othersFailAlike } from '../lookup.ts';
import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

/** The status that says most comes first. */
const kinds = ['refused', 'cname-loop', 'server-failure', 'malformed'] as const;

export default defineRule({
  code: 'dns/server-failure',
  check: 'dns',
  severity: 'error',
  side: 'network',
  when: (c) => {
    if (!lookupFailed(c, 'resolver-error')) return null;
    const { resolver, systemError } = facts(c, 'dns');
    const known = knownTo(c);
    const kind = kinds.find((one) => resolver?.a === one || resolver?.aaaa === one) ?? null;
    const ofTheDomain = known === null && (kind === 'cname-loop' || othersFailAlike(c));
    return {
      name: c.target.host,
      server: resolver?.server ?? null,
      status: kind,
      systemError,
      known,
      ...(ofTheDomain ? { side: 'server' as const } : {}),
      certainty: known?.certainty ?? 'observed',
    };
  },
  say: ({ name, server, status, systemError, known }, c) => {
    const { title, answer, cause } = words[status ?? 'unknown'];
    const asked = server ? `The name server ${server}` : 'The resolver of this machine';
    const detail = `${answer ?? `It answers with ${systemError ?? 'an error'}`} instead of an address.`;
    return {
      title: `${asked} ${title} ${name}.`,
      detail: known ? `${detail}${knownInWords(known)}` : `${detail} ${cause}`,
      remedies: [
        ...(status === 'cname-loop' ? [] : [askElsewhere(c, known)]),
        ...(known || status === 'refused'
          ? []
          : [
              {
                text: 'If every name server fails, the owner of the domain has to mend its DNS (DNSSEC included).',
                command: `dig ${quote(name)} +trace`,
              },
            ]),
      ],
    };
  },
});

const words = {
  refused: {
    title: 'refuses to answer for.',
    answer: 'It answers with a refusal (REFUSED)',
    cause:
      'A name server refuses those it is not meant for: it serves another network, or only domains of its own.',
  },
  'cname-loop': {
    title: 'finds no end of the aliases of.',
    answer: 'It answers with aliases (CNAME)',
    cause: 'Each leads to another one, in a circle or without end.',
  },
  'server-failure': {
    title: 'cannot answer for.',
    answer: 'It answers with a failure (SERVFAIL)',
    cause:
      'Either that name server is broken, or those of the domain are, or their signatures (DNSSEC) do not hold.',
  },
  malformed: {
    title: 'gives no usable answer for.',
    answer: 'It answers with something that is not well-formed',
    cause: 'Either it is broken, or something that is no name server answers in its place.',
  },
  unknown: {
    title: 'cannot answer for.',
    answer: null,
    cause: 'Either the name server of this machine is broken, or those of the domain are.',
  },
} as const;
