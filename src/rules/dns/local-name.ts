// A name that means something only on some network or in some container, and not here.

import { isLocalName } from '../../address.ts';
import { defineRule, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'dns/local-name',
  check: 'dns',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const failure = failureOf(c, 'dns');
    const unresolved =
      failure === 'name-not-found' ||
      failure === 'no-address' ||
      failure === 'resolver-error' ||
      failure === 'resolver-silent';
    if (!unresolved || !isLocalName(c.target.host)) return null;
    return {
      name: c.target.host,
      multicast: /\.local\.?$/i.test(c.target.host),
    };
  },
  say: ({ name, multicast }) => ({
    title: `The local name ${name} cannot be resolved on this machine`,
    detail: multicast
      ? 'Names that end in .local are found by multicast DNS (mDNS), which works only between machines of one network segment that both speak it. Containers, WSL, VPNs and many small devices do not.'
      : 'A name without a domain, or of a home network, means something only where a router, a hosts file or a container network defines it. This machine is not there, or that name does not exist there.',
    remedies: [
      {
        text: 'Use the IP address of the broker, or a name that is in DNS',
        command: 'mqtt-doctor check ADDRESS',
      },
      multicast
        ? {
            text: 'See whether mDNS finds it from here',
            command: `getent hosts ${quote(name)}`,
          }
        : {
            text: 'Between containers, put both on the same network; the name is that of the service or container',
          },
    ],
  }),
});
