// Modems with MQTT of their own, and PLCs: SIMCom, Quectel, Beckhoff.

import type { Client, ClientError, Meaning } from './client-error.ts';
import { connack } from './connack.ts';
import {
  anyTls,
  cannotOpen,
  closedOnConnect,
  closedSomewhere,
  dialTimedOut,
  expired,
  insideClient,
  nameMismatch,
  nameNotFound,
  noConnack,
  noRoute,
  pingSilent,
  untrusted,
  unusableCertificate,
} from './meanings.ts';

const noNetwork: Meaning = {
  ...insideClient,
  means: 'The modem has no data connection.',
  settles: 'Look at the APN, the credit and the signal.',
};

const handshakeFailed: Meaning = {
  ...anyTls,
  settles: 'Look at the server name (SNI) in the settings of the modem, the CA and the clock.',
};

const simComNumbers: readonly (readonly [number, Meaning])[] = [
  [3, { ...cannotOpen, codes: ['tcp/refused', 'tcp/timeout', 'tcp/unreachable'] }],
  [7, noNetwork],
  [17, dialTimedOut],
  [25, nameNotFound],
  [26, closedOnConnect],
  [27, connack[1]],
  [28, connack[2]],
  [29, connack[3]],
  [30, connack[4]],
  [31, connack[5]],
  [32, handshakeFailed],
  [33, unusableCertificate],
  [34, handshakeFailed],
];

export const simCom: Client = {
  name: 'SIMCom modem (AT+CMQTT)',
  signs: /\+CMQTT/,
  errors: simComNumbers.map(([number, meaning]) => ({
    ...meaning,
    pattern: new RegExp(`\\+CMQTTCONNECT: ?\\d,${number}\\b`),
    example: `+CMQTTCONNECT: 0,${number}`,
  })),
};

export const quectel: Client = {
  name: 'Quectel modem (AT+QMT)',
  signs: /\+QMT/,
  errors: [
    { ...noNetwork, pattern: /\+QMTOPEN: ?\d,(?:-1|3)\b/, example: '+QMTOPEN: 0,3' },
    { ...nameNotFound, pattern: /\+QMTOPEN: ?\d,4\b/, example: '+QMTOPEN: 0,4' },
    { ...cannotOpen, pattern: /\+QMTOPEN: ?\d,5\b/, example: '+QMTOPEN: 0,5' },
    ...([1, 2, 3, 4, 5] as const).map((code) => ({
      ...connack[code],
      pattern: new RegExp(`\\+QMTCONN: ?\\d,0,${code}\\b`),
      example: `+QMTCONN: 0,0,${code}`,
    })),
    { ...closedOnConnect, pattern: /\+QMTCONN: ?\d,2\b/, example: '+QMTCONN: 0,2' },
    { ...closedSomewhere, pattern: /\+QMTSTAT: ?\d,1\b/, example: '+QMTSTAT: 0,1' },
    { ...pingSilent, pattern: /\+QMTSTAT: ?\d,2\b/, example: '+QMTSTAT: 0,2' },
    { ...noConnack, pattern: /\+QMTSTAT: ?\d,[34]\b/, example: '+QMTSTAT: 0,4' },
  ],
};

const beckhoffNumbers: readonly (readonly [number, Meaning])[] = [
  [17, unusableCertificate],
  [20, unusableCertificate],
  [23, untrusted],
  [25, handshakeFailed],
  [27, { means: 'Both sides share no version of TLS.', codes: ['tls/version-unsupported'] }],
  [38, dialTimedOut],
  [39, noRoute],
  [40, expired],
  [41, nameMismatch],
];

export const beckhoff: Client = {
  name: 'Beckhoff TwinCAT (TF6701)',
  signs: /FB_IotMqttClient|ETcIotMqttClientState|eConnectionState/,
  errors: beckhoffNumbers.map(
    ([number, meaning]): ClientError => ({
      ...meaning,
      pattern: new RegExp(`(?:eConnectionState|ETcIotMqttClientState)[^\\w-]{1,4}${number}\\b`),
      example: `eConnectionState = ${number}`,
    }),
  ),
};
