// Small packets pass, large ones do not.

import { defineRule, factsOf, failureOf, trial } from '../rule.ts';

/** What fits in any packet: every IPv4 path carries 576 bytes (RFC 791 §3.1). */
const smallBytes = 512;

export default defineRule({
  code: 'tls/mtu-black-hole',
  check: 'tls',
  severity: 'error',
  side: 'network',
  explains: ['tls/timeout', 'protocol/silent'],
  when: (c) => {
    // A server that refuses old versions answers them with an alert of seven bytes.
    const small = trial(c, 'tls-version-TLSv1');
    if (!small || failureOf(c, 'tls') !== 'timeout') return null;
    const { bytesIn = 0, alert } = factsOf(small.attempt, 'tls');
    const { bytesIn: stalledAfter = 0 } = factsOf(c.main, 'tls');
    return (
      alert && bytesIn <= smallBytes && { answered: bytesIn, stalledAfter, certainty: 'likely' }
    );
  },
  say: ({ answered, stalledAfter }) => ({
    title: `Small packets come through, and the large ones of the TLS handshake do not`,
    detail: `A message that the server answers in ${answered} bytes gets its answer; the handshake, in which it sends its certificates, stalls ${stalledAfter === 0 ? 'without a byte' : `after ${stalledAfter} bytes`}. Something on the way takes only smaller packets than it should and does not say so (an MTU black hole): VPN, PPPoE, tunnels, mobile networks.`,
    remedies: [
      {
        text: 'Lower the MTU of this machine and try again',
        command: 'ip link set dev IFACE mtu 1280',
      },
      {
        text: 'On the router or VPN, clamp the segment size (MSS) to the path, and let ICMP "fragmentation needed" through',
      },
      { text: 'Find the largest packet that passes', command: 'ping -M do -s 1400 HOST' },
    ],
  }),
});
