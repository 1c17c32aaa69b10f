// Who the client is, and whether it may come in.

import type { Explanation } from '../../explanation.ts';

export const rights: readonly Explanation[] = [
  {
    code: 'connect/bad-credentials',
    severity: 'error',
    summary: 'The user name or password is not accepted',
    means:
      'The broker looked at the user name and password and does not accept them. It says so (code 4, in MQTT 5 code 134), or lets the client in without them. Many brokers say "not authorized" (5) instead.',
    causes: [
      'a typing error, another account, or the password of another environment',
      'the shell changed a $ or ! in the password, or a URL was not encoded',
      'a space or line break was copied along',
      'the account was added and the broker was not reloaded',
      'the service wants a token, a key or a user name of a fixed form',
    ],
    remedies: [
      {
        text: 'Compare user name and password with the account on the broker, character by character.',
      },
      {
        text: 'Set the password anew, and put it into a file.',
        command: 'mqtt-doctor check HOST -u USER --password-file FILE',
      },
    ],
  },
  {
    code: 'connect/not-authorized',
    severity: 'error',
    summary: 'The broker refuses it as not authorized',
    means:
      'The broker refuses the client with "not authorized" (code 5, in MQTT 5 code 135). Many brokers answer like this to a wrong password as well, so the words do not say whether credentials or rights are missing.',
    causes: [
      'the user name or password is wrong, or has expired (Mosquitto, HiveMQ and Azure say it so)',
      'the account is disabled, banned for a while, or may not connect from this address',
      'the account may use certain client ids only',
      'no server name (SNI) is sent, and the service cannot tell whose broker is meant',
      'the account may not publish to the topic of the will',
      'the client certificate has no policy, or is not active',
    ],
    remedies: [
      { text: 'Look into the log of the broker at that moment: it knows which of them it is.' },
      {
        text: 'Compare user name and password, or set the password anew.',
        command: 'mqtt-doctor check HOST -u USER --password-file FILE',
      },
      {
        text: 'See on the broker that the account is enabled and may connect with this client id.',
      },
    ],
  },
  {
    code: 'connect/anonymous-refused',
    severity: 'error',
    summary: 'The broker lets nobody in without a name',
    means:
      'The client gives no user name, no password and no certificate, and the broker refuses such clients. That is the default of most brokers today, Mosquitto 2 included.',
    causes: [
      'user name and password are missing in the settings of the client',
      'Mosquitto was updated from 1.x, where anybody could connect by default',
      'no server name (SNI) is sent either, and the service cannot tell whose broker is meant',
    ],
    remedies: [
      {
        text: 'Give the client a user name and password.',
        command: 'mqtt-doctor check HOST -u USER --password-file FILE',
      },
      {
        text: 'Or let anonymous clients in, if anybody who reaches the broker may use it (mosquitto.conf: allow_anonymous true).',
      },
    ],
  },
  {
    code: 'connect/refused',
    severity: 'error',
    summary: 'The broker refuses, and names no reason',
    means:
      'The broker answers CONNECT with a code that gives no reason (128 to 131, or one that MQTT does not know), and no single change of the settings helped. Its own log is the only place where the reason stands.',
    causes: [
      'a rule, plug-in or database of the broker turned the client away',
      'the broker could not read something in CONNECT, or does not allow it',
      'a service uses codes of its own',
    ],
    remedies: [
      { text: 'Look into the log of the broker at that moment.' },
      {
        text: 'Try another version of MQTT: the answer may be another.',
        command: 'mqtt-doctor check HOST -V 3.1.1',
      },
    ],
  },
  {
    code: 'connect/banned',
    severity: 'error',
    summary: 'The broker has banned the client',
    means:
      'The client id, the user name or the address stands on a list of the broker, put there by an operator or by the broker itself, for clients that reconnect too often or sign in wrongly many times.',
    causes: [
      'a reconnect loop, often of two clients with the same id',
      'an old password that is tried again and again',
      'an operator banned it',
    ],
    remedies: [
      { text: 'Find the ban in the list of the broker and lift it.' },
      { text: 'Stop what brought it about, or it comes back.' },
    ],
  },
  {
    code: 'connect/auth-method',
    severity: 'error',
    summary: 'The broker wants another way of signing in',
    means:
      'MQTT 5 knows other ways of signing in than user name and password (enhanced authentication). The broker asks for one, or does not know the one that the client uses.',
    causes: [
      'the listener is set to SCRAM, Kerberos or another method',
      'the client names a method that the broker does not have',
    ],
    remedies: [
      { text: 'Set the authentication method of MQTT 5 in the client, if it has such a setting.' },
      { text: 'Or have this listener take user name and password, or a client certificate.' },
    ],
  },
];
