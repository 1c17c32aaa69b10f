// The hosts file of this machine says otherwise than DNS.

import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'dns/hosts-file-override',
  check: 'dns',
  severity: 'warning',
  side: 'client',
  when: (c) => {
    const { hostsFile = [], addresses = [], resolver } = facts(c, 'dns');
    const inDns = resolver?.addresses.map(({ address }) => address) ?? [];
    const used = addresses.some(({ address }) => hostsFile.includes(address));
    if (!used || inDns.length === 0 || hostsFile.some((one) => inDns.includes(one))) return null;
    return { name: c.target.host, hostsFile, inDns };
  },
  say: ({ name, hostsFile, inDns }) => ({
    title: `The hosts file of this machine sends ${name} to ${hostsFile.join(', ')}.`,
    detail: `DNS gives ${inDns.join(', ')}. Other machines connect there, so what is seen from here may not be what they see.`,
    remedies: [
      {
        text: 'Remove the line from the hosts file if it is no longer meant.',
        command: 'cat /etc/hosts',
      },
    ],
  }),
});
