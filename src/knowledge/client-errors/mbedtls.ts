// mbedTLS by its numbers, hexadecimal or decimal (ESP-IDF, Arduino-ESP32, Zephyr, MicroPython).
// Some changed their meaning between 2.x and 3.x.

import type { Client, ClientError, Meaning } from './client-error.ts';
import {
  anyTimeout,
  anyTls,
  closedOnConnect,
  expired,
  handshakeCut,
  nameMismatch,
  nameNotFound,
  notTls,
  notYetValid,
  outOfMemory,
  refused,
  untrusted,
  unusableCertificate,
} from './meanings.ts';

interface Numbered extends Meaning {
  /** Hexadecimal digits of the negated number. */
  readonly hex: string;
  readonly name: string;
  /** The words of its own for the number. */
  readonly text?: string;
  readonly weight?: 'broad';
  readonly rare?: true;
}

const numbers: readonly Numbered[] = [
  { hex: '0044', name: 'NET_CONNECT_FAILED', ...refused },
  {
    hex: '004C',
    name: 'NET_RECV_FAILED',
    ...handshakeCut,
    means: 'Nothing more could be read: the server has torn the connection down.',
  },
  {
    hex: '0050',
    name: 'NET_CONN_RESET',
    text: 'NET - Connection was reset by peer',
    ...handshakeCut,
    means: 'The server tore the connection down, mostly in the handshake.',
  },
  { hex: '0052', name: 'NET_UNKNOWN_HOST', ...nameNotFound },
  { hex: '2180', name: 'X509_INVALID_FORMAT', ...unusableCertificate },
  {
    hex: '2700',
    name: 'X509_CERT_VERIFY_FAILED',
    text: 'X509 - Certificate verification failed',
    ...untrusted,
    means: 'The client does not accept the certificate of the server: authority, name or date.',
    codes: [
      'tls/unknown-ca',
      'tls/wrong-ca',
      'tls/clock-wrong',
      'tls/hostname-mismatch',
      'tls/missing-intermediate',
      'tls/expired',
    ],
    settles:
      'The verify flags say which: 0x01 expired, 0x04 name, 0x08 authority, 0x200 not valid yet. A clock that was not set by NTP fails with a certificate that a check finds good.',
  },
  { hex: '2780', name: 'X509_CERT_UNKNOWN_FORMAT', ...unusableCertificate },
  { hex: '2900', name: 'X509_FILE_IO_ERROR', ...unusableCertificate },
  {
    hex: '5D80',
    name: 'SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME',
    rare: true,
    means: 'No host name was set, so the certificate cannot be checked and no name (SNI) is sent.',
    codes: ['tls/sni-required', 'tls/address-as-name'],
  },
  { hex: '6800', name: 'SSL_TIMEOUT', ...anyTimeout },
  {
    hex: '6E00',
    name: 'SSL_HANDSHAKE_FAILURE',
    means: 'Client and server have no cipher, or other parameters, in common.',
    codes: ['tls/cipher-mismatch', 'tls/version-unsupported'],
  },
  {
    hex: '6E80',
    name: 'SSL_BAD_PROTOCOL_VERSION',
    means: 'Client and server share no version of TLS.',
    codes: ['tls/version-unsupported'],
  },
  {
    hex: '7080',
    name: 'SSL_FEATURE_UNAVAILABLE',
    means: 'The server wants something that was left out when the firmware was built.',
    codes: ['tls/cipher-mismatch', 'tls/version-unsupported'],
  },
  {
    hex: '7200',
    name: 'SSL_INVALID_RECORD',
    text: 'SSL - An invalid SSL record was received',
    ...notTls,
    means: 'What came is not TLS, or a record is larger than the buffer of the device.',
    codes: ['protocol/http', 'protocol/plaintext-port', 'tls/embedded-unfriendly'],
  },
  {
    hex: '7280',
    name: 'SSL_CONN_EOF',
    text: 'SSL - The connection indicated an EOF',
    ...handshakeCut,
  },
  {
    hex: '7300',
    name: 'SSL_DECODE_ERROR',
    means:
      'A message of the handshake cannot be read (in 2.x: the server chose an unknown cipher).',
    codes: ['tls/cipher-mismatch'],
  },
  {
    hex: '7380',
    name: 'SSL_NO_CIPHER_CHOSEN',
    means: 'Client and server have no cipher in common.',
    codes: ['tls/cipher-mismatch'],
  },
  {
    hex: '7580',
    name: 'SSL_NO_APPLICATION_PROTOCOL',
    means: 'No protocol name (ALPN) was agreed; in 2.x: the client has no certificate to show.',
    codes: ['alpn/rejected', 'alpn/required', 'tls/client-cert-required'],
  },
  {
    hex: '7600',
    name: 'SSL_PRIVATE_KEY_REQUIRED',
    means: 'A certificate was set without its key.',
    codes: ['input/key-unreadable', 'tls/client-cert-required'],
  },
  {
    hex: '7680',
    name: 'SSL_CA_CHAIN_REQUIRED',
    means: 'The client verifies, and was given no authority to verify with.',
    codes: ['input/ca-unreadable', 'tls/unknown-ca'],
  },
  {
    hex: '7780',
    name: 'SSL_FATAL_ALERT_MESSAGE',
    text: 'SSL - A fatal alert message was received',
    ...anyTls,
    means: 'The server refused the handshake with an alert; its number is in the debug log only.',
    codes: [
      'tls/client-cert-required',
      'tls/sni-required',
      'tls/sni-unknown',
      'tls/cipher-mismatch',
      'tls/client-cert-unknown-ca',
      'tls/version-unsupported',
      'alpn/rejected',
    ],
    settles:
      'A check reads the number of the alert; --no-sni shows what a client gets that connects by address.',
  },
  {
    hex: '7800',
    name: 'SSL_UNRECOGNIZED_NAME',
    means: 'The server does not know the name sent (SNI); in 2.x: a check of the handshake failed.',
    codes: ['tls/sni-unknown', 'tls/sni-required'],
  },
  {
    hex: '7880',
    name: 'SSL_PEER_CLOSE_NOTIFY',
    ...closedOnConnect,
    means:
      'The server ended TLS in an orderly way; after CONNECT that is a refusal without a word.',
  },
  {
    hex: '7980',
    name: 'SSL_BAD_HS_SERVER_HELLO',
    means: 'The server chose a version or cipher that the client does not have.',
    codes: ['tls/version-unsupported', 'tls/cipher-mismatch'],
  },
  { hex: '7A00', name: 'SSL_BAD_CERTIFICATE', ...untrusted, weight: 'broad' },
  { hex: '7F00', name: 'SSL_ALLOC_FAILED', ...outOfMemory },
];

/** What the verify flags say in words. */
const verifyInfo: readonly ClientError[] = [
  {
    ...notYetValid,
    pattern: /certificate validity starts in the future/i,
    example: 'The certificate validity starts in the future',
  },
  {
    ...expired,
    pattern: /certificate validity has expired/i,
    example: 'The certificate validity has expired',
  },
  {
    ...nameMismatch,
    pattern: /certificate Common Name \(CN\) does not match/i,
    example: 'The certificate Common Name (CN) does not match with the expected CN',
  },
  {
    ...untrusted,
    pattern: /certificate is not correctly signed by the trusted CA/i,
    example: 'The certificate is not correctly signed by the trusted CA',
  },
];

export const mbedTls: Client = {
  name: 'mbedTLS (ESP32, Zephyr, MicroPython)',
  signs: /mbedtls|start_ssl_client|MBEDTLS_ERR/i,
  errors: [
    ...verifyInfo,
    ...numbers.map(({ hex, name, text, ...meaning }) => {
      const decimal = Number.parseInt(hex, 16);
      // Short decimal numbers stand for too many other things.
      const alternatives = [`-0x0{0,4}${hex.replace(/^0{1,4}/, '')}\\b`, `\\b(?:ERR_)?${name}\\b`];
      if (decimal >= 1000) alternatives.push(`\\b0x${hex}\\b`, `(?<![\\w.])-${decimal}\\b`);
      if (text !== undefined) alternatives.push(text);
      return {
        ...meaning,
        pattern: new RegExp(alternatives.join('|'), 'i'),
        example: `mbedtls_ssl_handshake returned -0x${hex}`,
      };
    }),
  ],
};
