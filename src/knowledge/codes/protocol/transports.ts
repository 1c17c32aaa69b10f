// MQTT is there, in another wrapping than the client's.

import type { Explanation } from '../../explanation.ts';

export const transports: readonly Explanation[] = [
  {
    code: 'protocol/plaintext-port',
    severity: 'error',
    summary: 'TLS sent to a port without TLS',
    means:
      'The client begins with TLS, and the broker on this port speaks MQTT without it. It cannot make sense of the first message and hangs up.',
    looksLike: 'The handshake is cut or answered in plain MQTT; without TLS the port answers.',
    causes: [
      'the client uses TLS on port 1883, which is the plain one by custom',
      'the TLS settings stand in another listener of the broker than the one for this port',
    ],
    remedies: [
      {
        text: 'Use the TLS port of the broker, usually 8883.',
        command: 'mqtt-doctor check mqtts://HOST:8883',
      },
      {
        text: 'If it has none, set up a TLS listener; only inside a trusted network turn TLS off in the client.',
      },
    ],
  },
  {
    code: 'protocol/tls-port',
    severity: 'error',
    summary: 'Plain MQTT sent to a TLS port',
    means:
      'The client speaks MQTT without TLS, and this port wants TLS. The broker hangs up, or answers with a TLS alert that the client cannot read. Clients call it "connection lost" or "connection reset".',
    causes: [
      'the address begins with mqtt:// or tcp:// and the port is 8883',
      'no CA file was given: mosquitto_pub and others stay plain without one, except on port 8883',
      'the switch for TLS in the client is off',
    ],
    remedies: [
      {
        text: 'Turn TLS on in the client (mqtts://, ssl://, a CA file), or use the plain port.',
        command: 'mqtt-doctor check mqtts://HOST:PORT',
      },
    ],
  },
  {
    code: 'protocol/websocket-port',
    severity: 'error',
    summary: 'Direct MQTT sent to a WebSocket port',
    means:
      'MQTT can be spoken directly or inside WebSocket, as browsers do, and the two have ports of their own. The client speaks it directly, and this port expects WebSocket.',
    causes: [
      'the port is one for WebSocket: 8083, 8084, 9001, 443, 80 by custom',
      'the address begins with mqtt:// instead of ws:// or wss://',
    ],
    remedies: [
      {
        text: 'Use the MQTT port: usually 8883 with TLS, 1883 without.',
        command: 'mqtt-doctor check HOST',
      },
      { text: 'Or let the client use WebSocket (ws:// or wss://, with the path, often /mqtt).' },
    ],
  },
  {
    code: 'protocol/raw-mqtt-port',
    severity: 'error',
    summary: 'WebSocket sent to a direct MQTT port',
    means:
      'The client asks for WebSocket, and the broker on this port speaks MQTT without it. It takes the request for a broken packet and hangs up.',
    looksLike: 'The request gets no answer; asked in MQTT directly, the port answers.',
    causes: [
      'a web page was given port 1883 or 8883 instead of that of the WebSocket listener',
      'the broker has a WebSocket listener, and this is not its port',
    ],
    remedies: [
      {
        text: 'Use mqtt:// or mqtts:// where the client is no browser.',
        command: 'mqtt-doctor check HOST:PORT',
      },
      {
        text: 'A browser needs the port of the WebSocket listener: often 8083, 8084 with TLS, 9001 or 443.',
      },
    ],
  },
];
