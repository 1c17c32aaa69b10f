// What a name server answers, or does not.

import type { Explanation } from '../../explanation.ts';

export const answers: readonly Explanation[] = [
  {
    code: 'dns/nxdomain',
    severity: 'error',
    summary: 'The name does not exist',
    means:
      'Before a connection can begin, the name of the broker has to be turned into an address (DNS). The name server that was asked says that there is no such name (NXDOMAIN).',
    causes: [
      'the name is mistyped, or was copied in part',
      'a scheme or a port stands in the field for the host: mqtts://host, or host:8883',
      'the deployment was deleted, and its name with it',
      'the name exists only inside a company network, a VPN or a cloud network',
    ],
    remedies: [
      { text: 'Compare the name, letter by letter, with the one that your provider shows.' },
      { text: 'Put the bare host name into the host field, and the port into its own.' },
      { text: 'Ask for the name yourself.', command: 'dig HOST' },
    ],
  },
  {
    code: 'dns/no-address',
    severity: 'error',
    summary: 'The name exists, without an address',
    means:
      'The name is known in DNS, but no address goes with it, or none of the kind that was asked for (IPv4 or IPv6).',
    causes: [
      'only IPv6 or only IPv4 was asked for, and the name has the other kind',
      'it is an alias (CNAME) of a name that has been removed',
      'the name is that of a domain, and the broker has one of its own below it',
    ],
    remedies: [
      { text: 'See which records the name has.', command: 'dig HOST A; dig HOST AAAA' },
      { text: 'Add an A or AAAA record, or use the name that has one.' },
    ],
  },
  {
    code: 'dns/server-failure',
    severity: 'error',
    summary: 'The name server answers with an error',
    means:
      'The name server was reached and says that it cannot answer (SERVFAIL) or does not want to (REFUSED). Whether the name exists is not known.',
    causes: [
      'the name server is not meant for this machine and refuses its questions',
      'the name servers of the domain do not answer, or their signatures (DNSSEC) are broken',
      'a local cache or filter is out of order',
    ],
    remedies: [
      {
        text: 'Ask another name server; if that one answers, change the one of this machine.',
        command: 'mqtt-doctor check HOST --resolver ADDRESS',
      },
      {
        text: 'If all of them fail, the owner of the domain has to mend it.',
        command: 'dig HOST +trace',
      },
    ],
  },
  {
    code: 'dns/timeout',
    severity: 'error',
    summary: 'No name server answers',
    means:
      'The question for the address went out, and no answer came. Without one no connection can begin, whatever the broker does.',
    causes: [
      'this machine has no network at the moment',
      'the name server in its settings is gone or belongs to another network, often that of a VPN',
      'a firewall drops questions to name servers (port 53)',
    ],
    remedies: [
      {
        text: 'See which name servers this machine uses, and whether it is on the network.',
        command: 'cat /etc/resolv.conf',
      },
      {
        text: 'Try another name server.',
        command: 'mqtt-doctor check HOST --resolver ADDRESS',
      },
    ],
  },
  {
    code: 'dns/sinkhole',
    severity: 'error',
    summary: 'A filter answers instead of the name server',
    means:
      'The answer for a public name is an address that leads nowhere, 0.0.0.0 or this machine itself. Filters against advertising or malware, parental controls and company resolvers answer like that for names they block.',
    causes: [
      'a filter on the network or the router blocks the name (Pi-hole, AdGuard, company DNS)',
      'a hosts file with block lists is installed',
    ],
    remedies: [
      {
        text: 'Ask a name server outside the filter, and compare.',
        command: 'mqtt-doctor check HOST --resolver ADDRESS',
      },
      { text: 'Allow the name in the filter.' },
    ],
  },
];
