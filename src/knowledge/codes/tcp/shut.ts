// No connection, or one that ends before anything was said.

import type { Explanation } from '../../explanation.ts';

export const shut: readonly Explanation[] = [
  {
    code: 'tcp/refused',
    severity: 'error',
    summary: 'Nothing accepts connections on the port',
    means:
      'The machine at that address is there and says at once that nothing listens on this port. It is not a matter of passwords or certificates: no program got to see the connection.',
    looksLike: 'An answer within one round trip: a TCP reset to the very first packet.',
    causes: [
      'the broker is not running, or failed to start: often another program has its port',
      'the broker listens on its own machine only (127.0.0.1), as Mosquitto 2 does without a listener in its settings',
      'the port is another one: 1883 without TLS, 8883 with TLS, by custom',
      'inside a container, localhost is the container',
      'a firewall rejects instead of dropping',
    ],
    remedies: [
      {
        text: 'On the machine of the broker, see what listens where: 0.0.0.0 and [::] can be reached from outside, 127.0.0.1 cannot.',
        command: 'ss -ltnp',
      },
      {
        text: 'Give the broker a listener, and say who may connect (mosquitto.conf: "listener 1883" and a password file).',
      },
      { text: 'Compare the port with the one in the settings of the broker.' },
    ],
  },
  {
    code: 'tcp/timeout',
    severity: 'error',
    summary: 'The port never answers: packets get lost',
    means:
      'The request to connect gets no answer at all, not even a refusal. Something drops the packets, or nobody is at that address.',
    looksLike: 'Silence until the time-out, while a port that is merely closed answers at once.',
    causes: [
      'a firewall or cloud security group at the broker does not let this port, or this address, in',
      'the network here does not let this port out; companies, hotels and mobile networks often allow 443 only',
      'the address belongs to no machine that is on, or to one in another network',
      'a port forwarding on the router is missing, or cannot be used from inside its own network',
    ],
    remedies: [
      {
        text: 'Try from another network, such as a phone hotspot: if it works there, this network blocks it.',
      },
      {
        text: 'Allow the port in the firewall or security group of the broker, and on the way out here.',
      },
      { text: 'See how far packets get.', command: 'tcptraceroute HOST PORT' },
    ],
  },
  {
    code: 'tcp/unreachable',
    severity: 'error',
    summary: 'There is no route to the address',
    means:
      'This machine, or a router on the way, says that the address cannot be reached from here. Sometimes a firewall says it as well.',
    causes: [
      'the address belongs to another network, and the VPN to it is down',
      'only an IPv6 address is known, and this machine has no IPv6',
      'this machine has no network at the moment',
      'a firewall answers "prohibited"',
    ],
    remedies: [
      { text: 'See which way packets would go.', command: 'ip route get ADDRESS' },
      { text: 'Connect the network or VPN that the address belongs to.' },
      { text: 'Try IPv4 alone.', command: 'mqtt-doctor check HOST -4' },
    ],
  },
  {
    code: 'tcp/reset',
    severity: 'error',
    summary: 'The connection is torn down as it is made',
    means:
      'Something accepts the connection and tears it down in the same moment (a reset), before any message could be sent.',
    causes: [
      'a firewall that inspects connections does not allow this one',
      'a load balancer or port forwarding has no working server behind it',
      'a connection limit is reached',
    ],
    remedies: [
      {
        text: 'Look into the log of the broker at that moment: if the connection is not there, something in front of it tears it down.',
      },
      { text: 'Try from another network.' },
    ],
  },
  {
    code: 'tcp/closed-at-once',
    severity: 'error',
    summary: 'Accepted, and closed before a byte was said',
    means:
      'The connection is accepted and ended at once, although the client has said nothing yet. Whoever accepts it cannot, or does not want to, serve it.',
    looksLike: 'A connection on which nothing is sent is closed within half a second.',
    causes: [
      'a load balancer or proxy has no broker behind it, or cannot reach it',
      'the broker has reached its limit of connections',
      'the broker, or what stands in front of it, does not accept this address',
      'a port forwarding of a container leads to a port on which nothing listens',
    ],
    remedies: [
      {
        text: 'See whether the broker behind the load balancer, proxy or port forwarding is running and can be reached from there.',
      },
      { text: 'Look for a connection limit in the settings and log of the broker.' },
    ],
  },
];
