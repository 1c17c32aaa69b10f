// Passwords, tokens, topics and settings that can be judged before anything is sent.

import type { Explanation } from '../../explanation.ts';

export const values: readonly Explanation[] = [
  {
    code: 'input/tls-not-enabled',
    severity: 'error',
    summary: 'Certificates are given, but TLS is off',
    means:
      'Certificates are used by TLS only, and this connection is a plain one (mqtt://, port 1883). They would count for nothing, and everything sent could be read on the way.',
    causes: [
      'the address begins with mqtt:// or tcp:// instead of mqtts:// or ssl://',
      'the port is 1883, which is the plain one by custom',
      'a switch for TLS in the client was left off',
    ],
    remedies: [
      {
        text: 'Turn TLS on; brokers mostly have it on port 8883.',
        command: 'mqtt-doctor check mqtts://HOST:8883 --ca ca.crt',
      },
      { text: 'If the broker really is without TLS, leave the certificates out.' },
    ],
  },
  {
    code: 'input/token-expired',
    severity: 'error',
    summary: 'The token (JWT or SAS) has expired',
    means:
      'Some services take a signed token as password: a JWT, or a shared access signature (SAS). It carries the time at which it ends, and that time has passed. The broker would refuse it, mostly in the words of a wrong password.',
    causes: [
      'the token was made once by hand and is now too old',
      'the client does not renew its token before it reconnects',
      'the clock of the machine that makes the token, or of this one, is wrong',
    ],
    remedies: [
      { text: 'Have a new token issued, and give that one.' },
      { text: 'Let the client make a new token for every connection.' },
      { text: 'Compare the clock of this machine with another one.', command: 'date -u' },
    ],
  },
  {
    code: 'input/token-not-yet-valid',
    severity: 'error',
    summary: 'The token is not valid yet',
    means:
      'The token given as password carries the time from which it counts (nbf), and by the clock of this machine that time is still to come. Either that clock is behind, or the one of the issuer is ahead.',
    causes: ['the clock of this machine is behind', 'the clock of the issuer is ahead'],
    remedies: [
      {
        text: 'Compare the clock of this machine with another one, and set it.',
        command: 'date -u',
      },
      { text: 'If the clock is right, have the token issued with an earlier nbf.' },
    ],
  },
  {
    code: 'input/topic-invalid',
    severity: 'error',
    summary: 'The topic breaks the rules of MQTT',
    means:
      'MQTT says what a topic may look like: not empty, no NUL, and no # or + where a message is published. Brokers that see another one close the connection, mostly without a word.',
    causes: [
      'a filter with # or + is used for publishing',
      'a # stands in the middle, or beside other characters of its level',
      'a variable in the topic was empty',
    ],
    remedies: [
      { text: 'Publish to a plain topic: levels between slashes, without # and +.' },
      {
        text: 'To subscribe only, which # and + are for, leave the publishing out.',
        command: "mqtt-doctor check HOST -t 'TOPIC/#' --no-publish",
      },
    ],
  },
  {
    code: 'input/stray-characters',
    severity: 'warning',
    summary: 'Stray characters around a name or password',
    means:
      'A space, line break, NUL or byte order mark stands at the edge of a user name, password, client id or key file. It goes to the broker as it is, and brokers compare every character.',
    causes: [
      'the value was copied together with a space or a line break',
      'it was written to a file with echo, which adds a line break',
      'an editor on Windows added a byte order mark',
    ],
    remedies: [
      { text: 'If it was not meant, take it away and try again.' },
      {
        text: 'Write a password to a file without a line break.',
        command: '(umask 077 && read -rs P && printf %s "$P" > FILE)',
      },
    ],
  },
  {
    code: 'input/secret-on-command-line',
    severity: 'warning',
    summary: 'The password stands on the command line',
    means:
      'While a command runs, every user of the machine can see its arguments in the list of processes, and the shell may keep them in its history. A password should not stand there.',
    causes: ['the password was given with -P, or inside the URL'],
    remedies: [
      {
        text: 'Put it into a file that only you can read.',
        command: 'mqtt-doctor check HOST -u USER --password-file FILE',
      },
      { text: 'Or set MQTT_DOCTOR_PASSWORD in the environment, or use --password-stdin.' },
    ],
  },
];
