// Names whose meaning depends on where they are asked.

import type { Explanation } from '../../explanation.ts';

export const surroundings: readonly Explanation[] = [
  {
    code: 'dns/local-name',
    severity: 'error',
    summary: 'A local name that this machine cannot find',
    means:
      'Names that end in .local, names without a dot and names of containers are not in the public DNS: they mean something only on one network, or inside one group of containers. This machine cannot turn it into an address.',
    causes: [
      '.local names are found by multicast (mDNS), which containers, WSL, VPNs and many devices do not speak',
      'the name of a container or service is used outside of its network',
      'the router that knows the name is not the name server of this machine',
    ],
    remedies: [
      {
        text: 'Use the IP address of the broker, or a name that is in DNS.',
        command: 'mqtt-doctor check mqtt://ADDRESS',
      },
      { text: 'Between containers, put both on the same network.' },
      { text: 'See whether this machine finds the name at all.', command: 'getent hosts HOST' },
    ],
  },
  {
    code: 'dns/private-address',
    severity: 'warning',
    summary: 'A public name with a private address',
    means:
      'The name is a public one, and its address exists only inside some network (10.x, 172.16.x to 172.31.x, 192.168.x and the like). From elsewhere it leads nowhere, or to another machine.',
    causes: [
      'the name is meant for use inside a company, home or cloud network',
      'a private endpoint of a cloud service is asked for from outside',
    ],
    remedies: [
      { text: 'From outside that network use a VPN, or let the name have a public address there.' },
    ],
  },
  {
    code: 'dns/resolvers-disagree',
    severity: 'warning',
    summary: 'System and name server say different things',
    means:
      'The way in which programs look names up on this machine, and the name server asked directly, give answers that cannot both be right. Which one a client uses decides where it ends up; containers often use the other one.',
    causes: [
      'the network has its own answers for some names (split DNS)',
      'a VPN changed the name servers of some programs and not of others',
      'a local cache still has an old answer',
    ],
    remedies: [{ text: 'Find out which of the two the failing client uses.' }],
  },
  {
    code: 'dns/hosts-file-override',
    severity: 'warning',
    summary: 'The hosts file overrides DNS',
    means:
      'A line in the hosts file of this machine gives the name another address than DNS. Other machines follow DNS, so what is seen here may not be what they see.',
    causes: ['a line was added for a test, or for a move to another server, and was left there'],
    remedies: [{ text: 'Remove the line if it is no longer meant.', command: 'cat /etc/hosts' }],
  },
  {
    code: 'dns/slow',
    severity: 'warning',
    summary: 'Looking up the name takes long',
    means:
      'The address comes, but only after a second or more. Clients with a short time-out fail now and then, and every reconnect is slow.',
    causes: [
      'the first name server in the list does not answer, and the second one does',
      'the name server is far away or overloaded',
    ],
    remedies: [
      {
        text: 'Take the name server that does not answer out of the settings of this machine.',
        command: 'cat /etc/resolv.conf',
      },
    ],
  },
];
