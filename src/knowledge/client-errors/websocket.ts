// What is printed where MQTT travels inside of WebSocket and the way there is barred.

import type { Client } from './client-error.ts';
import { websocketRefused } from './meanings.ts';

export const webSocket: Client = {
  name: 'WebSocket (Node.js, Paho, browsers)',
  errors: [
    {
      ...websocketRefused,
      pattern: /unexpected (?:server )?response(?: code)?: \d{3}/i,
      example: 'Unexpected server response: 403',
    },
    {
      ...websocketRefused,
      pattern: /connection not upgraded|WebSocket handshake error|websocket: bad handshake/i,
      example: 'WebSocket handshake error, connection not upgraded',
    },
    {
      means: 'The server closed the connection while WebSocket was asked for.',
      codes: ['protocol/raw-mqtt-port', 'websocket/upgrade-refused', 'protocol/other-service'],
      settles: 'The port may be one for direct MQTT, or a proxy in between passes no WebSocket.',
      pattern: /socket hang up/i,
      example: 'Error: socket hang up',
    },
    {
      means: 'The server did not confirm the subprotocol "mqtt".',
      codes: ['websocket/subprotocol-refused'],
      settles: 'The port may serve WebSocket for something else, or the path is wrong.',
      pattern: /Sec-WebSocket-Protocol.{0,12} header but no response/i,
      example:
        "Error during WebSocket handshake: Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received",
    },
    {
      means: 'The WebSocket ended without a word; browsers say so to every failed connection.',
      codes: [],
      settles:
        'The browser hides the reason: name, port, certificate, path. Check the same host outside of it.',
      weight: 'broad',
      pattern: /\b(?:close|closed|code)[ ,=:]{1,3}(?:code[ =:]{1,3})?1006\b/i,
      example: 'WebSocket closed, code: 1006',
    },
    {
      means: 'A page loaded over https may use wss:// only.',
      codes: [],
      settles: 'Use the TLS port for WebSocket of the broker.',
      pattern: /mixed content|insecure WebSocket endpoint|The operation is insecure/i,
      example:
        'Mixed Content: The page was loaded over HTTPS, but attempted to connect to the insecure WebSocket endpoint',
    },
    {
      means: 'What answers is a web server.',
      codes: ['protocol/http'],
      settles: 'For WebSocket the status says why: 404 the path, 401 or 403 rights or token.',
      weight: 'broad',
      pattern: /^HTTP\/1\.[01] [45]\d\d\b/,
      example: 'HTTP/1.1 403 Forbidden',
    },
    {
      means: 'AWS IoT refuses the WebSocket: clock, region, rights or session token.',
      codes: [],
      pattern: /x-amzn-ErrorType.{0,4}ForbiddenException|\bForbiddenException\b/,
      example: 'x-amzn-ErrorType: ForbiddenException',
    },
  ],
};
