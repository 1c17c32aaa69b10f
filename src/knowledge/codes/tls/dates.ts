// Certificates and the clock.

import type { Explanation } from '../../explanation.ts';

export const dates: readonly Explanation[] = [
  {
    code: 'tls/expired',
    severity: 'error',
    summary: 'A certificate is past its last day',
    means:
      "A certificate ends on a day that stands in it, and clients refuse it from then on. The server's own has ended, or one between it and the authority, or the authority in the client's CA file.",
    causes: [
      'the certificate was not renewed',
      'it was renewed, and the broker was not reloaded: it still shows the old one',
      'the root in the CA file of the client has ended, while the server shows a new chain',
      'the clock of the client is ahead',
    ],
    remedies: [
      { text: 'Renew the certificate, and reload or restart the broker so that it uses it.' },
      {
        text: 'See the dates that the server shows right now.',
        command:
          'openssl s_client -connect HOST:8883 -servername HOST </dev/null | openssl x509 -noout -dates',
      },
      { text: 'If the CA file has ended, get the present one.' },
    ],
  },
  {
    code: 'tls/not-yet-valid',
    severity: 'error',
    summary: 'A certificate counts only from a later day',
    means:
      'A certificate also has a first day. By the clock of the client, that of the server is still to come. Mostly it is the clock of the client that is behind.',
    causes: [
      'the client has no right time: devices without a battery for their clock start in 1970',
      'the certificate was made on a machine whose clock is ahead',
    ],
    remedies: [
      { text: 'Set the clock of the client (NTP) before it connects.', command: 'date -u' },
      { text: 'If the clock is right, make the certificate anew.' },
    ],
  },
  {
    code: 'tls/clock-wrong',
    severity: 'error',
    summary: 'The clock of the client is wrong',
    means:
      'Certificates are held against the clock of the client. A clock that is far off makes good ones look expired or not yet valid, all of them at once.',
    causes: [
      'a device starts in 1970, or at the date of its firmware, until it has asked for the time',
      'a virtual machine was suspended',
      'the battery of the clock is empty',
    ],
    remedies: [
      {
        text: 'Set the clock from the network (NTP) before connecting with TLS.',
        command: 'timedatectl set-ntp true',
      },
      { text: 'On a device, wait for the time before the first connection.' },
    ],
  },
  {
    code: 'tls/expires-soon',
    severity: 'warning',
    summary: 'The server certificate ends within days',
    means:
      'The certificate is good today and ends soon. Authorities that renew by themselves do it weeks before, so most likely the renewal has failed.',
    causes: [
      'the renewal failed, or is done by hand',
      'it was renewed, and the broker has not been reloaded',
    ],
    remedies: [{ text: 'Renew it, reload the broker, and see why it was not renewed by itself.' }],
  },
];
