// Small packets pass, large ones do not: towards us, or towards the broker.

import { type Case, defineRule, facts, factsOf, failureOf, trial, worked } from '../rule.ts';

/** What fits in any packet: every IPv4 path carries 576 bytes (RFC 791 §3.1). */
const smallBytes = 512;

export default defineRule({
  code: 'tls/mtu-black-hole',
  check: 'tls',
  severity: 'error',
  side: 'network',
  explains: ['tls/timeout', 'connect/timeout', 'protocol/silent', 'pubsub/unanswered'],
  when: (c) => {
    const lost = lostTowardsUs(c) ?? lostCertificate(c) ?? lostMessage(c);
    return lost && { ...lost, certainty: 'likely' };
  },
  say: ({ what, passes }) => ({
    title: 'Small packets come through, and large ones do not.',
    detail: `${passes}; ${what}. Something on the way takes only smaller packets than it should and does not say so (an MTU black hole): VPN, PPPoE, tunnels, mobile networks.`,
    remedies: [
      {
        text: 'Lower the MTU of this machine and try again.',
        command: 'ip link set dev IFACE mtu 1280',
      },
      {
        text: 'On the router or VPN, clamp the segment size (MSS) to the path, and let ICMP "fragmentation needed" through.',
      },
      { text: 'Find the largest packet that passes.', command: 'ping -M do -s 1400 HOST' },
    ],
  }),
});

interface Lost {
  readonly what: string;
  readonly passes: string;
}

/** The server's certificates never arrive whole. A server that refuses old versions says so in seven bytes. */
function lostTowardsUs(c: Case): Lost | null {
  const small = trial(c, 'tls-version-TLSv1');
  const { bytesIn: stalledAfter = 0, chain = [] } = facts(c, 'tls');
  if (!small || failureOf(c, 'tls') !== 'timeout' || chain.length > 0) return null;
  const { bytesIn = 0, alert } = factsOf(small.attempt, 'tls');
  if (!alert || bytesIn > smallBytes) return null;
  return {
    passes: `A message that the server answers in ${bytesIn} bytes gets its answer`,
    what: `the handshake, in which it sends its certificates, stalls ${stalledAfter === 0 ? 'without a byte' : `after ${stalledAfter} bytes`}`,
  };
}

/** With our certificate in it, our part of the handshake is large, and nothing answers it. */
function lostCertificate(c: Case): Lost | null {
  const { clientCertificate, chain = [] } = facts(c, 'tls');
  const silent = failureOf(c, 'tls') === 'timeout' || failureOf(c, 'connect') === 'timeout';
  const without = trial(c, 'no-client-certificate');
  if (!silent || !without || !clientCertificate?.sent || chain.length === 0) return null;
  // The server has read it: what it does not answer is something else.
  if (clientCertificate.heard) return null;
  if (!factsOf(without.attempt, 'tls').alert) return null;
  return {
    passes: 'Without the client certificate the server answers at once, to refuse us',
    what: 'with it, our part of the handshake is large and nothing comes back',
  };
}

/** The message, and a PINGREQ behind it, are never answered; a small message is. */
function lostMessage(c: Case): Lost | null {
  const { alive, payloadBytes = 0, stage } = facts(c, 'pubsub');
  const unheard = failureOf(c, 'pubsub') === 'timeout' && stage === 'publish' && alive === false;
  if (!unheard || payloadBytes <= smallBytes || !worked(c, 'small-payload', 'pubsub')) return null;
  return {
    passes: 'A small message comes back',
    what: `after one of ${payloadBytes} bytes the broker does not even answer a PINGREQ`,
  };
}
