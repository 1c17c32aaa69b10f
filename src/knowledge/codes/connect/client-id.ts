// The name under which a client connects.

import type { Explanation } from '../../explanation.ts';

export const clientId: readonly Explanation[] = [
  {
    code: 'connect/client-id-rejected',
    severity: 'error',
    summary: 'The broker rejects the client id',
    means:
      'Every client connects under a name, the client id, and the broker does not like this one (code 2, in MQTT 5 code 133). Some brokers give the same answer to a keep-alive that is 0 or too long, which sends people after the wrong setting.',
    causes: [
      'the id is empty although the session is to be kept',
      'the service wants the registered name of the device, or a fixed prefix',
      'it is too long, or has characters that the broker does not allow',
      'the keep-alive is 0 or above the maximum (Mosquitto with max_keepalive)',
    ],
    remedies: [
      {
        text: 'Use an id that the broker knows or allows; 23 letters and digits are safe everywhere.',
        command: 'mqtt-doctor check HOST -i ID',
      },
      { text: 'See whether it is the keep-alive.', command: 'mqtt-doctor check HOST -k 30' },
    ],
  },
  {
    code: 'connect/client-id-taken',
    severity: 'error',
    summary: 'Another client uses the same client id',
    means:
      'A broker keeps only one client per id. When a second one comes with the same id, the first is thrown off; it reconnects and throws off the second, and so on. Neither of them gets an error that says so.',
    looksLike: 'Connected, then cut off within moments, again and again; with a fresh id it lasts.',
    causes: [
      'an id that stands in the program is used by every copy of it',
      'a second instance runs: an old container, a colleague, a test',
      'two connections of one program share the id',
    ],
    remedies: [
      { text: 'Give every client an id of its own, for example with the serial number in it.' },
      { text: 'Find the other one in the list of clients, or the log, of the broker.' },
    ],
  },
  {
    code: 'connect/client-id-not-allowed',
    severity: 'error',
    summary: 'The account may not use this client id',
    means:
      'With this client id the broker refuses the client, and with another one, and nothing else changed, it lets it in. A policy or an access list ties the account to certain ids, or the id is in use and the broker refuses a second client with it.',
    causes: [
      'a policy allows to connect as the registered name only (AWS IoT: iot:Connect)',
      'the id was registered for another device or account',
      'a client with this id is connected, and the broker does not take over',
    ],
    remedies: [
      { text: 'Allow this id for the account on the broker, or take one that is allowed.' },
      { text: 'See in the list of clients whether one with this id is connected.' },
    ],
  },
];
