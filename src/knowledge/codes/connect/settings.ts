// What stands in CONNECT besides name and password.

import type { Explanation } from '../../explanation.ts';

export const settings: readonly Explanation[] = [
  {
    code: 'connect/version-unsupported',
    severity: 'error',
    summary: 'The broker does not speak this MQTT version',
    means:
      'MQTT has three versions in use, 3.1, 3.1.1 and 5, and the broker does not take the one that the client speaks (code 1, in MQTT 5 code 132). Old brokers just hang up. Some use code 1 for anything they do not like in a CONNECT.',
    causes: [
      'the client speaks MQTT 5, and broker or service has 3.1.1 only',
      'an old client or bridge speaks 3.1',
      'MQTT 5 is not switched on for this listener (VerneMQ)',
    ],
    remedies: [
      {
        text: 'Set another version in the client; 3.1.1 works nearly everywhere.',
        command: 'mqtt-doctor check HOST -V 3.1.1',
      },
      { text: 'Or switch the version on for this listener, or update the broker.' },
    ],
  },
  {
    code: 'connect/will-refused',
    severity: 'error',
    summary: 'The broker does not take the will',
    means:
      'A will is a message that the broker sends when the client vanishes. It travels in CONNECT, and this broker does not take it: so it refuses the whole connection. Without the will it works.',
    causes: [
      'the account may not publish to the topic of the will',
      'its QoS is higher than the broker allows',
      'it is to be retained, and the broker keeps no messages',
    ],
    remedies: [
      { text: 'Allow the account to publish to the topic of the will, or take another topic.' },
      { text: 'Lower its QoS, and leave its retain flag out.' },
    ],
  },
  {
    code: 'connect/session-refused',
    severity: 'error',
    summary: 'The broker lets in clean sessions only',
    means:
      'A client can ask the broker to keep its subscriptions and messages while it is away (a session). This broker does not, or not for this client, and refuses; with a clean session it works.',
    causes: [
      'the service offers clean sessions only',
      'the number of kept sessions is limited, and the limit is reached',
      'the stored session of this client id cannot be read',
    ],
    remedies: [
      { text: 'Set a clean session (clean start), and subscribe anew after each connect.' },
      {
        text: 'Or switch kept sessions on in the broker, and see whether their number is limited.',
      },
    ],
  },
  {
    code: 'connect/packet-too-large',
    severity: 'error',
    summary: 'CONNECT is larger than the broker allows',
    means:
      'The first packet of the client is too big for the broker (code 149). Long tokens as password, and wills, make it grow.',
    causes: ['a long token (JWT) as password', 'a large will', 'a small limit on the broker'],
    remedies: [
      { text: 'Make the will shorter, or have a token issued with fewer claims.' },
      { text: 'Or raise the largest packet size of the broker.' },
    ],
  },
  {
    code: 'connect/keepalive-refused',
    severity: 'error',
    summary: 'The broker does not take the keep-alive',
    means:
      'The keep-alive is the time after which a silent client counts as gone. The broker does not take the one asked for, 0 or too long, and refuses; some say "identifier rejected" for it. With a shorter one it works.',
    causes: [
      'it is above the maximum of the broker (Mosquitto: max_keepalive)',
      'it is 0, which turns it off; MicroPython does so unless told otherwise',
    ],
    remedies: [
      {
        text: 'Set a keep-alive of 30 to 60 s.',
        command: 'mqtt-doctor check HOST -k 30',
      },
      { text: 'Or raise the maximum of the broker.' },
    ],
  },
  {
    code: 'connect/version-fallback',
    severity: 'warning',
    summary: 'MQTT 5 is refused, 3.1.1 works',
    means:
      'mqtt-doctor begins with MQTT 5, and this broker does not take it; with 3.1.1 it went on. Clients that insist on 5 fail here, and without it the broker cannot say why it refuses something.',
    causes: ['the broker is old, or has MQTT 5 switched off', 'the service offers 3.1.1 only'],
    remedies: [
      {
        text: 'Set MQTT 3.1.1 in the client.',
        command: 'mqtt-doctor check HOST -V 3.1.1',
      },
      { text: 'Or switch MQTT 5 on for this listener.' },
    ],
  },
];
