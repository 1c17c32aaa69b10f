// The name server answers that it cannot answer.

import { isLocalName } from '../../address.ts';
import { defineRule, facts, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'dns/server-failure',
  check: 'dns',
  severity: 'error',
  side: 'network',
  when: (c) => {
    if (failureOf(c, 'dns') !== 'resolver-error' || isLocalName(c.target.host)) return null;
    const { resolver, systemError } = facts(c, 'dns');
    const status = resolver?.a ?? null;
    return {
      name: c.target.host,
      server: resolver?.server ?? null,
      status,
      systemError,
    };
  },
  say: ({ name, server, status, systemError }) => ({
    title: `The name server cannot answer for ${name}`,
    detail: `${server ?? 'The resolver of this machine'} answers with an error (${words(status) ?? systemError ?? 'no details'}) instead of an address. Either that name server is broken or not allowed for this machine, or the servers of the domain are.`,
    remedies: [
      {
        text: 'Ask another name server; if that one answers, change the resolver of this machine or network',
        command: `mqtt-doctor check ${quote(name)} --resolver ADDRESS`,
      },
      {
        text: 'If every name server fails, the owner of the domain has to mend its DNS (DNSSEC included)',
        command: `dig ${quote(name)} +trace`,
      },
    ],
  }),
});

function words(status: string | null): string | null {
  switch (status) {
    case 'server-failure':
      return 'SERVFAIL';
    case 'refused':
      return 'REFUSED';
    case 'malformed':
      return 'an answer that is not well-formed';
    case 'cname-loop':
      return 'aliases that lead in a circle';
    default:
      return null;
  }
}
