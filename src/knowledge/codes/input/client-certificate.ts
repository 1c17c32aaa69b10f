// The client's own certificate, as it was given.

import type { Explanation } from '../../explanation.ts';

export const clientCertificate: readonly Explanation[] = [
  {
    code: 'input/cert-unreadable',
    severity: 'error',
    summary: 'The client certificate cannot be read',
    means:
      'Some brokers want clients to show a certificate (mutual TLS). The file given for it could not be read, or holds something else, so there is nothing to show.',
    causes: [
      'the path is wrong, or this user may not read the file',
      'certificate and key were given the wrong way round',
      'the file is a PKCS#12 archive (.p12, .pfx) or a Java keystore',
      'the text was damaged by copying: a line is missing, or line breaks were lost',
    ],
    remedies: [
      {
        text: 'See what OpenSSL makes of the file.',
        command: 'openssl x509 -in client.crt -noout -subject -issuer -dates',
      },
      {
        text: 'Take the certificate out of an archive.',
        command: 'openssl pkcs12 -in client.p12 -nokeys -out client.crt',
      },
    ],
  },
  {
    code: 'input/cert-wrong-kind',
    severity: 'error',
    summary: "A CA's certificate given as the client's own",
    means:
      "The first certificate in the file belongs to an authority (CA). Authorities issue certificates; a client signs in with one that was issued to it. TLS libraries take the first one of a file for the client's own.",
    causes: [
      'the CA file was given for the client certificate',
      'the file holds a chain in the wrong order, the authority first',
    ],
    remedies: [
      { text: 'Give the certificate that was issued to this client, often called client.crt.' },
      {
        text: "In a file with several, put the client's own first and its issuers behind it.",
        command: 'openssl x509 -in client.crt -noout -subject -ext basicConstraints',
      },
    ],
  },
  {
    code: 'input/client-cert-expired',
    severity: 'error',
    summary: 'The client certificate has expired',
    means:
      'Every certificate ends on a day that stands in it, and servers refuse one that is past it. This one is. A wrong clock on this machine can make a good one look expired.',
    causes: [
      'nobody renewed it: certificates of devices are often made once, for a year or ten',
      'it was renewed, and the client still has the old file',
      'the clock of this machine is ahead',
    ],
    remedies: [
      { text: 'Have it renewed by whoever issued it, and give the new file to the client.' },
      {
        text: 'See its dates, and the clock.',
        command: 'openssl x509 -in client.crt -noout -dates; date -u',
      },
    ],
  },
  {
    code: 'input/client-cert-not-yet-valid',
    severity: 'error',
    summary: 'The client certificate is not valid yet',
    means:
      'A certificate also has a first day, and by the clock of this machine that day is still to come. Either the clock here is behind, or the one of the issuer was ahead.',
    causes: [
      'the clock of this machine is behind; devices without a battery for it start in 1970',
      'the certificate was made on a machine whose clock was ahead, or in another time zone',
    ],
    remedies: [
      {
        text: 'Compare the clock of this machine with another one, and set it.',
        command: 'date -u',
      },
      { text: 'If the clock is right, have the certificate issued again.' },
    ],
  },
  {
    code: 'input/client-cert-purpose',
    severity: 'warning',
    summary: 'The client certificate is not for signing in',
    means:
      'A certificate can say what it may be used for. This one leaves out signing in as a client, so servers that look at it refuse it. Some do not look, so it may still work.',
    causes: [
      'a server certificate is used for the client as well',
      'the certificate was made with a template for servers or for mail',
    ],
    remedies: [
      {
        text: 'Have one issued with keyUsage=digitalSignature and extendedKeyUsage=clientAuth.',
      },
      {
        text: 'See what this one is made for.',
        command: 'openssl x509 -in client.crt -noout -ext keyUsage,extendedKeyUsage',
      },
    ],
  },
];
