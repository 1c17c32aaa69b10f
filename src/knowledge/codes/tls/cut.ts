// Handshakes that end or stall without a reason.

import type { Explanation } from '../../explanation.ts';

export const cut: readonly Explanation[] = [
  {
    code: 'tls/closed-in-handshake',
    severity: 'error',
    summary: 'The connection ends amid the handshake',
    means:
      'The server, or something in front of it, ends the connection during the TLS handshake and gives no reason. What was tried besides did not help, so the cause is open.',
    causes: [
      'the port speaks no TLS: many brokers just hang up on what they do not understand',
      'the front end has no server for this name, or misses the server name (SNI)',
      'a load balancer has no working broker behind it',
      'an address list or a firewall that dislikes TLS',
      'the server wants a client certificate and says so by hanging up',
    ],
    remedies: [
      {
        text: 'See whether the port speaks plain MQTT.',
        command: 'mqtt-doctor check mqtt://HOST:PORT',
      },
      {
        text: 'Watch the handshake.',
        command: 'openssl s_client -connect HOST:PORT -servername HOST -msg </dev/null',
      },
      { text: 'Look into the log of the broker, or of what stands in front of it.' },
    ],
  },
  {
    code: 'tls/timeout',
    severity: 'error',
    summary: 'The TLS handshake stalls',
    means:
      'The connection stands and the handshake begins, but it does not come to an end in time. Something swallows a part of it, or the server is too slow.',
    causes: [
      'large packets get lost on the way (MTU), small ones pass: VPN, PPPoE, mobile networks',
      'the server is overloaded, or waits for something itself',
      'the port speaks no TLS and waits for something else',
    ],
    remedies: [
      { text: 'Try from another network; if it works there, look at the MTU of this one.' },
      {
        text: 'See whether it is only slow.',
        command: 'mqtt-doctor check HOST --timeout 20000',
      },
    ],
  },
  {
    code: 'tls/mtu-black-hole',
    severity: 'error',
    summary: 'Small packets pass, large ones get lost',
    means:
      'The certificates of a server are the first large packets of a connection, and here they never arrive, while small ones do. Something on the way takes only smaller packets than it should, and does not say so.',
    looksLike: 'A short answer of the server arrives; the handshake with its certificates stalls.',
    causes: [
      'a VPN, tunnel, PPPoE line or mobile network with a smaller packet size (MTU)',
      'a firewall drops the messages that would say so (ICMP "fragmentation needed")',
    ],
    remedies: [
      {
        text: 'Lower the MTU of this machine and try again.',
        command: 'ip link set dev IFACE mtu 1280',
      },
      { text: 'On the router or VPN, clamp the segment size (MSS) and let that ICMP through.' },
    ],
  },
];
