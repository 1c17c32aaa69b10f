// TLS alerts by their number (RFC 8446 §6), and how OpenSSL, Java and Go spell them.

import type { Client, ClientError, Meaning } from './client-error.ts';
import { spelled } from './patterns.ts';

interface Alert extends Meaning {
  readonly number: number;
  /** After "alert" in OpenSSL; in RFC 8446, and Java, with underscores. */
  readonly name: string;
  /** What OpenSSL prints in full. */
  readonly openssl: string;
  /** What Go prints; absent: the name. */
  readonly go?: string;
  readonly rare?: true;
}

const otherDirection =
  'Such an alert in the log of a broker means the opposite: there the client does not accept the certificate of the broker.';

const rejected: Pick<Meaning, 'codes' | 'settles'> = {
  codes: ['tls/client-cert-rejected', 'tls/client-cert-required', 'tls/unknown-ca'],
  settles: otherDirection,
};

export const alerts: readonly Alert[] = [
  {
    number: 40,
    name: 'handshake failure',
    openssl: 'sslv3 alert handshake failure',
    means:
      'The server refuses the handshake: a client certificate is missing, no cipher is acceptable, or it misses the server name (SNI).',
    codes: ['tls/client-cert-required', 'tls/cipher-mismatch', 'tls/sni-required'],
    settles: '"sslv3" is only the name of the alert and says nothing about the version.',
  },
  {
    number: 42,
    name: 'bad certificate',
    openssl: 'sslv3 alert bad certificate',
    means: 'The other side does not accept the certificate it was shown.',
    ...rejected,
  },
  {
    number: 43,
    name: 'unsupported certificate',
    openssl: 'sslv3 alert unsupported certificate',
    means: 'The other side has no use for this kind of certificate.',
    codes: ['tls/client-cert-rejected', 'tls/wrong-purpose', 'input/client-cert-purpose'],
    settles: otherDirection,
  },
  {
    number: 44,
    name: 'certificate revoked',
    openssl: 'sslv3 alert certificate revoked',
    go: 'revoked certificate',
    means: 'The certificate of the client has been revoked.',
    codes: ['tls/client-cert-rejected', 'tls/revoked'],
    settles: otherDirection,
  },
  {
    number: 45,
    name: 'certificate expired',
    openssl: 'sslv3 alert certificate expired',
    go: 'expired certificate',
    means: 'The certificate of the client has expired, by the clock of the other side.',
    codes: ['tls/client-cert-rejected', 'input/client-cert-expired', 'tls/expired'],
    settles: otherDirection,
  },
  {
    number: 46,
    name: 'certificate unknown',
    openssl: 'sslv3 alert certificate unknown',
    go: 'unknown certificate',
    means: 'The other side does not accept the certificate, and does not say why.',
    ...rejected,
  },
  {
    number: 48,
    name: 'unknown ca',
    openssl: 'tlsv1 alert unknown ca',
    go: 'unknown certificate authority',
    means: 'The other side does not know the authority behind the certificate it was shown.',
    codes: ['tls/client-cert-unknown-ca', 'tls/unknown-ca', 'tls/wrong-ca'],
    settles: `In the log of a client it is about the certificate of the client. ${otherDirection}`,
  },
  {
    number: 49,
    name: 'access denied',
    openssl: 'tlsv1 alert access denied',
    means: 'The certificate is valid and has no right to connect.',
    codes: ['tls/client-cert-rejected', 'tls/sni-unknown', 'tls/sni-required'],
  },
  {
    number: 51,
    name: 'decrypt error',
    openssl: 'tlsv1 alert decrypt error',
    go: 'error decrypting message',
    means: 'A signature does not check: the key does not belong to the certificate.',
    codes: ['tls/client-cert-rejected', 'input/key-mismatch'],
  },
  {
    number: 70,
    name: 'protocol version',
    openssl: 'tlsv1 alert protocol version',
    go: 'protocol version not supported',
    means: 'Client and server share no version of TLS.',
    codes: ['tls/version-unsupported'],
  },
  {
    number: 71,
    name: 'insufficient security',
    openssl: 'tlsv1 alert insufficient security',
    means: 'The server wants stronger ciphers than the client offers.',
    codes: ['tls/cipher-mismatch'],
  },
  {
    number: 80,
    name: 'internal error',
    rare: true,
    openssl: 'tlsv1 alert internal error',
    means: 'The server has a fault of its own; some front ends say it to a name they do not know.',
    codes: ['tls/sni-unknown', 'tls/sni-required'],
  },
  {
    number: 109,
    name: 'missing extension',
    rare: true,
    openssl: 'tlsv13 alert missing extension',
    means: 'Something is missing in the first message of the client, the server name for example.',
    codes: ['tls/sni-required'],
  },
  {
    number: 112,
    name: 'unrecognized name',
    openssl: 'tlsv1 unrecognized name',
    means: 'The server does not know the name that the client sent (SNI), or misses it.',
    codes: ['tls/sni-unknown', 'tls/sni-required'],
  },
  {
    number: 116,
    name: 'certificate required',
    openssl: 'tlsv13 alert certificate required',
    means: 'The server wants a certificate from the client and got none.',
    codes: ['tls/client-cert-required'],
  },
  {
    number: 120,
    name: 'no application protocol',
    openssl: 'tlsv1 alert no application protocol',
    means: 'The server knows none of the protocol names that the client offers (ALPN).',
    codes: ['alpn/rejected', 'alpn/wrong-name', 'alpn/required'],
  },
];

export const opensslAlerts: Client = {
  name: 'OpenSSL (Node.js, Python, mosquitto)',
  errors: alerts.map((alert) => {
    const { number, name, openssl } = alert;
    const words = openssl.includes('alert') ? `alert ${name}` : name;
    const pattern = new RegExp(`${spelled(words)}|alert number ${number}\\b`, 'i');
    return { ...meaningOf(alert), pattern, example: openssl };
  }),
};

export const javaAlerts: Client = {
  name: 'Java',
  errors: alerts.map((alert) => {
    const name = alert.name.replaceAll(' ', '_');
    const example = `Received fatal alert: ${name}`;
    return { ...meaningOf(alert), pattern: new RegExp(`fatal alert: ${name}\\b`, 'i'), example };
  }),
};

export const goAlerts: Client = {
  name: 'Go',
  errors: alerts.map((alert): ClientError => {
    const words = alert.go ?? alert.name;
    const pattern = new RegExp(`remote error: tls: ${words}(?! authority)`, 'i');
    return { ...meaningOf(alert), pattern, example: `remote error: tls: ${words}` };
  }),
};

export function meaningOf({
  means,
  codes,
  settles,
  rare,
}: Alert): Omit<ClientError, 'pattern' | 'example'> {
  return { means, codes, ...(settles && { settles }), ...(rare && { rare }) };
}
