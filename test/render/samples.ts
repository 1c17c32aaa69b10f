// Reports to look at, of every outcome: `node .build/test/render/show.js [columns] [flags]`.

import type { Report } from '../../src/report.ts';
import {
  facts,
  failedAt,
  finding,
  healthy,
  host,
  leaf,
  reportOf,
  target,
  trial,
} from './fixtures.ts';

const lb = 'lb-7.eu-central-1.example-cloud.com';
const threeDials = ['192.0.2.10', '192.0.2.11', '192.0.2.12'].map((address, i) => ({
  address,
  family: 4 as const,
  result: 'connected' as const,
  ms: 47.6 + i,
  raw: null,
}));
const below = {
  dns: {
    status: 'ok' as const,
    facts: {
      ...facts.dns,
      addresses: threeDials.map(({ address, family }) => ({ address, family })),
      resolver: {
        server: '192.0.2.53:53',
        a: 'ok' as const,
        aaaa: 'no-data' as const,
        chain: [{ name: host, to: lb, ttlS: 60 }],
        addresses: threeDials.map(({ address, family }) => ({ address, family, ttlS: 60 })),
        ms: 11,
      },
    },
    ms: 12.2,
  },
  tcp: {
    status: 'ok' as const,
    facts: { ...facts.tcp, dials: threeDials, address: '192.0.2.10' },
    ms: 48.3,
  },
};
const closedInHello = {
  ...failedAt(
    'tls',
    'closed',
    { ...facts.tls, version: null, chain: [], verification: null, serverHello: false, bytesIn: 0 },
    { raw: 'Client network socket disconnected before secure TLS connection was established' },
  ),
  ...below,
};

export const samples: Readonly<Record<string, Report>> = {
  healthy: reportOf(),

  'tls with trials': reportOf(
    {
      outcomes: closedInHello,
      target: {
        ...target,
        tls: target.tls && { ...target.tls, serverName: null, serverNameFrom: 'none' },
      },
      trials: [
        trial(
          'address',
          { label: 'address 192.0.2.11', setting: 'address', from: '192.0.2.10', to: '192.0.2.11' },
          closedInHello,
          false,
        ),
        trial(
          'tls-1.2',
          { label: 'TLS version 1.2 only', setting: 'TLS version', from: null, to: '1.2 only' },
          closedInHello,
          false,
        ),
        trial(
          'sni-sent',
          { label: 'server name (SNI) host', setting: 'server name (SNI)', from: null, to: host },
          { ...healthy, ...below },
          true,
        ),
      ],
    },
    [
      finding({
        code: 'tls/sni-required',
        check: 'tls',
        certainty: 'proven',
        side: 'client',
        title: 'The server closes the connection unless its name is sent (SNI).',
        detail: `Without the server's name in the hello the server hangs up; with "${host}" in it the handshake completes and CONNECT is answered.`,
        remedies: [
          {
            text: 'Give the TLS layer of your client the host name (SNI). Connecting by IP address, or a TLS option that turns the name off, leaves it out.',
            command: `mqtt-doctor check mqtts://${host} -u USER --password-file F --ca /etc/ssl/certs/example-ca.pem`,
          },
          {
            text: 'lwmqtt and PubSubClient on ESP32: client.setServer() with the name, not the IP.',
            link: 'https://docs.example.com/tls#sni',
          },
        ],
      }),
      finding({
        code: 'tls/closed-in-handshake',
        check: 'tls',
        title: 'The server closes the connection during the TLS handshake.',
        explainedBy: 'tls/sni-required',
      }),
      finding({
        code: 'input/secret-on-command-line',
        check: 'input',
        severity: 'warning',
        side: 'client',
        title: 'The password stands on the command line, where other processes can read it.',
        detail: 'It came from -P.',
        remedies: [
          { text: 'Put it into a file.', command: `mqtt-doctor check ${host} --password-file F` },
        ],
      }),
    ],
  ),

  dns: reportOf(
    {
      outcomes: failedAt(
        'dns',
        'name-not-found',
        {
          ...facts.dns,
          addresses: [],
          systemError: 'ENOTFOUND',
          resolver: {
            ...(facts.dns.resolver ?? none()),
            a: 'nxdomain',
            aaaa: 'nxdomain',
            addresses: [],
          },
        },
        { raw: `getaddrinfo ENOTFOUND ${host}`, ms: 9.4 },
      ),
    },
    [
      finding({
        code: 'dns/nxdomain',
        check: 'dns',
        side: 'client',
        title: `The name ${host} does not exist.`,
        detail:
          'The name server 192.0.2.53 says NXDOMAIN for A and AAAA, and this system says ENOTFOUND.',
        remedies: [
          {
            text: 'Compare the name letter by letter with the one your provider shows.',
            command: `dig ${host}`,
          },
        ],
      }),
    ],
  ),

  timeout: reportOf(
    {
      outcomes: failedAt(
        'tcp',
        'timeout',
        {
          port: 8883,
          dials: [
            {
              address: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
              family: 6,
              result: 'pending',
              ms: 5000,
              raw: null,
            },
          ],
        },
        { raw: 'no answer within 5000 ms', ms: 5000.4 },
      ),
    },
    [
      finding({
        code: 'tcp/timeout',
        check: 'tcp',
        certainty: 'likely',
        side: 'network',
        title: `Packets to port 8883 of ${host} are lost: nothing answers.`,
        detail:
          'No answer to a SYN came within 5000 ms, neither acceptance nor refusal. A firewall that drops packets looks like this.',
        remedies: [
          { text: 'Ask for outgoing TCP to port 8883 to be allowed.' },
          { text: 'Try from another network.' },
        ],
      }),
    ],
  ),

  inconclusive: reportOf({
    outcomes: failedAt(
      'connect',
      'connack-refused',
      {
        ...facts.connect,
        connack: {
          code: 131,
          name: 'implementation specific error',
          sessionPresent: false,
          properties: { reasonString: 'see ticket 7' },
        },
      },
      { raw: 'Connection refused: Implementation specific error', ms: 22 },
    ),
  }),

  degraded: reportOf(
    {
      outcomes: {
        ...healthy,
        tls: {
          status: 'ok',
          facts: { ...facts.tls, chain: [{ ...leaf, notAfter: '2026-02-05T12:00:00.000Z' }] },
          ms: 44,
        },
      },
    },
    [
      finding({
        code: 'tls/expires-soon',
        check: 'tls',
        severity: 'warning',
        title: "The server's certificate runs out in 5 days.",
        detail:
          'It is good until 2026-02-05 12:00 UTC. From then on clients that verify it cannot connect.',
        remedies: [{ text: 'Renew it on the server.' }],
      }),
      finding({
        code: 'dns/slow',
        check: 'dns',
        severity: 'warning',
        side: 'network',
        title: 'Looking up the name takes 1.4 s.',
        detail: 'A client that has no cache pays this at every connection.',
        remedies: [
          {
            text: 'Ask another resolver and compare.',
            command: `mqtt-doctor check ${host} --resolver 192.0.2.53`,
          },
        ],
      }),
    ],
  ),

  crashed: reportOf({
    outcomes: {
      ...failedAt('alpn', 'timeout', {}),
      alpn: {
        status: 'crashed',
        message: "Cannot read properties of undefined (reading 'length')",
        ms: 0.2,
      },
    },
  }),

  interrupted: reportOf({
    interrupted: true,
    outcomes: failedAt('connect', 'interrupted', facts.connect, { raw: 'interrupted', ms: 1200 }),
  }),

  'long and wide': reportOf({
    target: { ...target, url: `mqtts://${'geräte-'.repeat(6)}端末.例え.example.com:8883` },
    outcomes: {
      ...healthy,
      dns: {
        status: 'ok',
        facts: {
          ...facts.dns,
          name: `${'a-very-long-device-name-'.repeat(3)}${host}`,
          resolver: {
            ...(facts.dns.resolver ?? none()),
            chain: [{ name: host, to: `端末管理${'x'.repeat(60)}.cloud.example.net`, ttlS: 60 }],
          },
        },
        ms: 12_345,
      },
      alpn: { status: 'ok', facts: { offered: ['x-amzn-mqtt-ca', 'mqtt'], selected: null }, ms: 0 },
    },
  }),
};

function none(): never {
  throw new Error('the fixture has a resolver');
}
