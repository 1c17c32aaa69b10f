// BearSSL: getLastSSLError() of the ESP8266, and Tasmota, which adds numbers of its own.

import { alerts, meaningOf } from './alerts.ts';
import type { Client, Meaning } from './client-error.ts';
import {
  handshakeCut,
  nameMismatch,
  nameNotFound,
  notTls,
  outOfMemory,
  refused,
  untrusted,
  wrongDate,
} from './meanings.ts';
import { numbered } from './patterns.ts';

const labels = 'error|err|code|getLastSSLError|SSL error|BearSSL';

const numbers: readonly (readonly [number, Meaning])[] = [
  [-1002, refused],
  [-1001, nameNotFound],
  [-1000, outOfMemory],
  [
    1,
    {
      means: 'Tasmota: the fingerprint of the server differs, most likely since it was renewed.',
      codes: ['tls/wrong-ca'],
    },
  ],
  [3, { means: 'The server speaks another version of TLS.', codes: ['tls/version-unsupported'] }],
  [4, notTls],
  [
    6,
    {
      means: 'A record of the server is larger than the receive buffer.',
      codes: ['tls/embedded-unfriendly'],
      settles: 'Give the TLS client a larger receive buffer.',
    },
  ],
  [9, notTls],
  [16, { means: 'No cipher that both sides accept.', codes: ['tls/cipher-mismatch'] }],
  [21, { means: 'The answer to the server name (SNI) is wrong.', codes: ['tls/sni-unknown'] }],
  [
    23,
    {
      means: 'A limit is passed, mostly by a server key of more than 2048 bits.',
      codes: ['tls/embedded-unfriendly'],
    },
  ],
  [
    29,
    {
      means: 'The server wants a client certificate.',
      codes: ['tls/client-cert-required'],
    },
  ],
  [31, handshakeCut],
  [
    53,
    {
      means: 'The clock of the device is not set.',
      codes: ['tls/clock-wrong', 'tls/not-yet-valid'],
      settles: 'Ask for the time (NTP) before connecting.',
    },
  ],
  [54, wrongDate],
  [56, nameMismatch],
  [60, { means: 'A key of the server is too weak.', codes: ['tls/weak-certificate'] }],
  [62, untrusted],
];

/** An alert from the server comes as 256 plus its number. */
const alertBase = 256;

export const bearSsl: Client = {
  name: 'BearSSL (ESP8266, Tasmota)',
  signs: /getLastSSLError|TLS connection error|BearSSL|BSSL|tasmota/i,
  errors: [
    ...numbers.map(([number, meaning]) => ({
      ...meaning,
      weight: 'number' as const,
      pattern: numbered(number, labels),
      example: `TLS connection error: ${number}`,
    })),
    ...alerts.map((alert) => ({
      ...meaningOf(alert),
      weight: 'number' as const,
      pattern: numbered(alertBase + alert.number, labels),
      example: `TLS connection error: ${alertBase + alert.number}`,
    })),
  ],
};
