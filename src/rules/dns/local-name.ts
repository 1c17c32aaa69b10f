// A name that means something only on some network or in some container, and not here.

import { isStrayLocalName, knownInWords, knownTo } from '../lookup.ts';
import { defineRule, failureOf } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'dns/local-name',
  check: 'dns',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const failure = failureOf(c, 'dns');
    const denied = failure === 'name-not-found' || failure === 'no-address';
    const unknown = denied || failure === 'resolver-error' || failure === 'resolver-silent';
    if (!unknown || !isStrayLocalName(c)) return null;
    const known = knownTo(c);
    return {
      name: c.target.host,
      kind: kindOf(c.target.host),
      known,
      // Where the name server answers nothing of use, it may be what is wrong.
      certainty: known?.certainty ?? (denied ? 'observed' : 'likely'),
    };
  },
  say: ({ name, kind, known }) => ({
    title: `The local name ${name} cannot be resolved on this machine.`,
    detail: details[kind] + knownInWords(known),
    remedies: [
      {
        text: 'Use the IP address of the broker, or a name that is in DNS.',
        command: 'mqtt-doctor check ADDRESS',
      },
      ...remedies[kind](name),
    ],
  }),
});

function kindOf(name: string): keyof typeof details {
  if (/\.local\.?$/i.test(name)) return 'multicast';
  return /^[^.]+\.?$/.test(name) ? 'bare' : 'network';
}

const details = {
  multicast:
    'Names that end in .local are found by multicast DNS (mDNS), which works only between machines of one network segment that both speak it. Containers, WSL, VPNs and many small devices do not.',
  bare: 'A name without a domain means something only where a hosts file, a router or a container network defines it. This machine is not there, or the name does not exist there.',
  network:
    'A name of a home or company network means something only where its router or name server answers. This machine is not there or asks another one, or the name does not exist there.',
} as const;

const remedies = {
  multicast: (name: string) => [
    { text: 'See whether mDNS finds it from here.', command: `getent hosts ${quote(name)}` },
  ],
  bare: () => [
    {
      text: 'Between containers, put both on the same network; the name is that of the service or container.',
    },
  ],
  network: () => [
    { text: 'See which name servers this machine asks.', command: 'cat /etc/resolv.conf' },
  ],
} as const;
