// Errors of the operating system and of name lookups, as the runtimes pass them on.

import type { Client } from './client-error.ts';
import { dialTimedOut, nameNotFound, noRoute, refused, reset, resolverSilent } from './meanings.ts';

export const operatingSystem: Client = {
  name: 'Node.js, Python, Java, Go',
  errors: [
    {
      means: 'The host field holds a whole address: a scheme, a port or a path belongs elsewhere.',
      codes: ['dns/nxdomain'],
      settles: 'Put the bare host name into the host field, and the port into its own.',
      pattern: /(?:ENOTFOUND|host lookup|resolve\b).{0,60}\b(?:mqtts?|wss?|https?|tcp|ssl):\/\//i,
      example: "Failed host lookup: 'wss://broker.example.com:8084/mqtt'",
    },
    {
      means: 'Names that end in .local are found by multicast (mDNS), which not everything speaks.',
      codes: ['dns/local-name'],
      settles: 'Use the IP address of the broker.',
      pattern: /(?:ENOTFOUND|EAI_AGAIN|lookup|resolve\b|bad address).{0,60}\.local\b/i,
      example: 'getaddrinfo ENOTFOUND homeassistant.local',
    },
    {
      ...nameNotFound,
      pattern:
        /ENOTFOUND|name or service not known|nodename nor servname|UnknownHostException|no such host|name does not resolve|\[?errno (?:-2|8|11001)\b|gaierror|failed host lookup|(?:could ?n[o']t|cannot|failed to) resolve\b|bad address '/i,
      example: 'getaddrinfo ENOTFOUND broker.example.com',
    },
    {
      ...resolverSilent,
      pattern:
        /EAI_AGAIN|temporary failure in name resolution|server misbehaving|try again later.{0,20}lookup/i,
      example: 'getaddrinfo EAI_AGAIN broker.example.com',
    },
    {
      ...refused,
      pattern: /ECONNREFUSED|connection refused(?![:,]| \()|errno 111\b|actively refused/i,
      example: 'connect ECONNREFUSED 127.0.0.1:1883',
    },
    {
      ...dialTimedOut,
      pattern:
        /ETIMEDOUT|i\/o timeout|errno 110\b|connect timed out|connection timed out|operation timed out|semaphore timeout/i,
      example: 'connect ETIMEDOUT 192.0.2.4:8883',
    },
    {
      ...noRoute,
      pattern:
        /EHOSTUNREACH|ENETUNREACH|no route to host|network is unreachable|errno (?:113|101)\b/i,
      example: 'connect EHOSTUNREACH 192.0.2.1:1883',
    },
    {
      ...reset,
      weight: 'broad',
      pattern: /ECONNRESET|connection reset|forcibly closed|errno 104\b/i,
      example: 'read ECONNRESET',
    },
    {
      means: 'The client wrote to a connection that the other side had closed already.',
      codes: ['connect/closed', 'connect/client-id-taken', 'protocol/tls-port'],
      settles: 'The real error stands above this line.',
      weight: 'broad',
      pattern: /EPIPE\b|broken pipe|errno 32\b/i,
      example: 'write EPIPE',
    },
  ],
};
