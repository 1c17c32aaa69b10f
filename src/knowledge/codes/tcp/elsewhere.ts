// The broker is there, in another place than the one that was asked.

import type { Explanation } from '../../explanation.ts';

export const elsewhere: readonly Explanation[] = [
  {
    code: 'tcp/other-port-open',
    severity: 'error',
    summary: 'Shut, and MQTT answers on another port',
    means:
      'The port that was asked for is shut, and an MQTT broker answers on another usual port of the same host. Most likely the client has the wrong port, or the listener for this one is not set up.',
    causes: [
      'the client uses 1883 and the broker offers TLS on 8883 only, or the other way round',
      'the listener for this port is missing, or failed to start for want of its certificate',
      'a firewall lets only the other port through',
    ],
    remedies: [
      {
        text: 'If the broker on the other port is the one you mean, use that port, with or without TLS as it demands.',
        command: 'mqtt-doctor check mqtts://HOST:8883',
      },
      { text: 'Otherwise start the listener, or open its port in the firewall.' },
    ],
  },
  {
    code: 'tcp/loopback-only',
    severity: 'error',
    summary: 'The broker listens on its own machine only',
    means:
      'The broker accepts connections at 127.0.0.1, the address by which a machine reaches itself, and at no other. Clients on other machines are refused.',
    looksLike: 'Seen on the machine of the broker: 127.0.0.1 answers, its own address does not.',
    causes: [
      'Mosquitto 2 without a listener in its settings serves its own machine only',
      'the listener is bound to 127.0.0.1 or localhost',
      'an IPv6 listener on ::1 alone',
    ],
    remedies: [
      {
        text: 'Let the broker listen on all addresses, and say who may connect (mosquitto.conf: "listener 1883" and a password file).',
      },
      { text: 'See what listens where.', command: 'ss -ltnp' },
    ],
  },
  {
    code: 'tcp/localhost-in-container',
    severity: 'error',
    summary: 'localhost in a container is the container',
    means:
      'Inside a container, localhost and 127.0.0.1 mean the container itself and not the machine around it. Nothing listens there on this port, so the connection is refused.',
    causes: [
      'the broker runs in another container',
      'the broker runs on the machine around the containers',
    ],
    remedies: [
      {
        text: 'For a broker in another container use its service name, and put both on one network.',
        command: 'mqtt-doctor check mqtt://SERVICE',
      },
      {
        text: 'For one on the machine around it use host.docker.internal, or the address of that machine.',
      },
    ],
  },
];
