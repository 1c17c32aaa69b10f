// Errors of the operating system and of name lookups, as the runtimes pass them on.

import type { Client } from './client-error.ts';
import { dialTimedOut, nameNotFound, noRoute, refused, reset, resolverSilent } from './meanings.ts';

export const operatingSystem: Client = {
  name: 'Node.js, Python, Java, Go',
  errors: [
    {
      ...nameNotFound,
      pattern:
        /ENOTFOUND|name or service not known|nodename nor servname|UnknownHostException|no such host|name does not resolve|\[?errno (?:-2|8|11001)\b|gaierror/i,
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
