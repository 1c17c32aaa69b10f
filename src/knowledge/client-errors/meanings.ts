// What the same fault means in every client, said once.

import type { Meaning } from './client-error.ts';

export const nameNotFound: Meaning = {
  means: 'The name of the broker cannot be turned into an address.',
  codes: ['dns/nxdomain', 'dns/local-name', 'dns/no-address', 'dns/timeout'],
  settles:
    'A typing error, a scheme or port in the host field, and a name that only another network knows all look the same here.',
};

export const resolverSilent: Meaning = {
  means: 'The name server does not answer, or says that it cannot.',
  codes: ['dns/timeout', 'dns/server-failure', 'dns/local-name'],
};

export const refused: Meaning = {
  means: 'The machine is there, and nothing accepts connections on this port.',
  codes: ['tcp/refused', 'tcp/loopback-only', 'tcp/localhost-in-container', 'tcp/other-port-open'],
  settles:
    'On the machine of the broker, "ss -ltnp" shows what listens where. A refusal with a reason behind it (Connection Refused: ...) is another thing: there the broker has answered.',
};

export const dialTimedOut: Meaning = {
  means: 'The request to connect gets no answer: something drops the packets.',
  codes: ['tcp/timeout', 'tcp/ipv6-broken', 'tcp/some-addresses-dead'],
  settles: 'If it works from another network, such as a phone hotspot, this network blocks it.',
};

export const noRoute: Meaning = {
  means: 'This machine, or a router, knows no way to the address.',
  codes: ['tcp/unreachable', 'tcp/ipv6-broken'],
};

export const cannotOpen: Meaning = {
  means:
    'The connection could not be opened; the name, the port and TLS can all be behind this message.',
  codes: [
    'tcp/refused',
    'tcp/timeout',
    'dns/nxdomain',
    'tls/unknown-ca',
    'tls/sni-required',
    'tls/clock-wrong',
  ],
  settles: 'A check goes through name, port and TLS one by one and says where it stops.',
};

export const reset: Meaning = {
  means: 'The other side tore the connection down; the moment at which it did so decides.',
  codes: [
    'protocol/tls-port',
    'tls/closed-in-handshake',
    'protocol/plaintext-port',
    'tls/sni-required',
    'connect/closed',
    'tls/client-cert-required',
  ],
  settles:
    'During the handshake it is TLS, the server name (SNI) or a port without TLS; after CONNECT it is a policy, or plain MQTT on a TLS port.',
};

export const untrusted: Meaning = {
  means: 'No authority that the client trusts vouches for the certificate of the server.',
  codes: [
    'tls/unknown-ca',
    'tls/missing-intermediate',
    'tls/wrong-ca',
    'tls/self-signed',
    'tls/intercepted',
  ],
  settles:
    'A missing CA file, a wrong one, and a server that leaves out its intermediate certificate give the same words. Only the certificates on the wire tell them apart.',
};

export const nameMismatch: Meaning = {
  means: 'The certificate of the server is for other names than the one used to connect.',
  codes: ['tls/hostname-mismatch', 'tls/address-as-name', 'tls/sni-required'],
};

export const expired: Meaning = {
  means: 'A certificate of the server is past its last day, or the clock of the client is ahead.',
  codes: ['tls/expired', 'tls/clock-wrong'],
};

export const notYetValid: Meaning = {
  means: 'By the clock of the client, the certificate of the server is not valid yet.',
  codes: ['tls/not-yet-valid', 'tls/clock-wrong'],
  settles: 'On a device it is nearly always the clock: without NTP it stands at 1970.',
};

export const wrongDate: Meaning = {
  means: 'A certificate has expired or is not valid yet, by the clock of the client.',
  codes: ['tls/expired', 'tls/clock-wrong', 'tls/not-yet-valid'],
  settles: 'Look at the clock of the device first.',
};

export const anyTls: Meaning = {
  means: 'Something about TLS failed: trust, name, date, version, or a port without TLS.',
  codes: [
    'tls/unknown-ca',
    'protocol/plaintext-port',
    'tls/hostname-mismatch',
    'tls/expired',
    'tls/sni-required',
    'tls/version-unsupported',
    'tls/client-cert-required',
  ],
  settles: 'The client says no more than that; a check, or openssl s_client, does.',
};

export const handshakeCut: Meaning = {
  means: 'The server ended the connection in the middle of the handshake, without a reason.',
  codes: [
    'tls/closed-in-handshake',
    'protocol/plaintext-port',
    'tls/sni-required',
    'tls/client-cert-required',
    'tcp/closed-at-once',
  ],
  settles:
    'A client that connects by IP address sends no server name: --no-sni shows what it gets.',
};

export const handshakeStalled: Meaning = {
  means: 'The TLS handshake did not come to an end in time.',
  codes: ['tls/timeout', 'protocol/silent', 'tls/mtu-black-hole'],
};

export const notTls: Meaning = {
  means: 'What answered is not TLS: the port speaks in plain text.',
  codes: [
    'protocol/http',
    'protocol/plaintext-port',
    'protocol/websocket-port',
    'protocol/other-service',
  ],
  settles:
    'A web server or WebSocket port answers something readable; plain MQTT brokers mostly just hang up.',
};

export const notMqtt: Meaning = {
  means: 'What answered is not MQTT: another service, or another port of the broker.',
  codes: [
    'protocol/http',
    'protocol/websocket-port',
    'protocol/tls-port',
    'protocol/other-service',
    'connect/malformed-reply',
  ],
  settles: 'A check reads the first bytes and names what answers.',
};

export const closedOnConnect: Meaning = {
  means: 'The broker ended the connection without answering CONNECT.',
  codes: [
    'connect/closed',
    'protocol/tls-port',
    'connect/client-id-not-allowed',
    'tls/client-cert-required',
    'tcp/closed-at-once',
    'connect/version-unsupported',
  ],
  settles:
    'With MQTT 5 some brokers give a reason where they only hang up in 3.1.1; the log of the broker always knows.',
};

export const closedSomewhere: Meaning = {
  means: 'The other side closed the connection; the client does not say at what moment.',
  codes: [
    'connect/closed',
    'connect/client-id-taken',
    'protocol/tls-port',
    'tls/client-cert-required',
    'pubsub/dropped-on-publish',
    'pubsub/dropped-on-subscribe',
  ],
  settles:
    'Before the client was let in: a policy, the client id, a port that wants TLS, a client certificate. After that: another client with the same id, or a topic that is not allowed.',
};

export const lostLater: Meaning = {
  means: 'The connection stood, and then it broke.',
  codes: ['connect/client-id-taken', 'pubsub/dropped-on-publish', 'pubsub/dropped-on-subscribe'],
  settles:
    'Look in the log of the broker for "already connected" or a denied topic. A weak radio, or a program that does not serve its connection in time, looks the same.',
};

export const noConnack: Meaning = {
  means: 'CONNECT got no answer in time.',
  codes: [
    'connect/timeout',
    'protocol/silent',
    'alpn/required',
    'connect/closed',
    'protocol/http',
    'protocol/websocket-port',
  ],
  settles:
    'Some clients do not notice that the broker hangs up and report it as a time-out; port 443 of AWS IoT wants a protocol name (ALPN).',
};

export const anyTimeout: Meaning = {
  means: 'Something took too long: opening the connection, TLS, or the answer to CONNECT.',
  codes: ['tcp/timeout', 'protocol/silent', 'tls/timeout', 'connect/timeout', 'alpn/required'],
  settles: 'A check goes through them one by one and says which it is.',
};

export const pingSilent: Meaning = {
  means: 'The connection stood, and the broker, or the way to it, fell silent for too long.',
  codes: [],
  settles:
    'Something in between forgets idle connections (NAT, load balancer): a keep-alive of 30 to 60 s helps. A program that does not serve its connection in time looks the same.',
};

export const subscriptionRefused: Meaning = {
  means: 'The broker does not grant the subscription.',
  codes: ['pubsub/subscribe-denied', 'pubsub/qos-unsupported'],
  settles: 'With MQTT 5 the code tells missing rights from a topic that is not valid.',
};

export const publishRefused: Meaning = {
  means: 'The broker does not accept the message.',
  codes: ['pubsub/publish-denied', 'pubsub/payload-too-large', 'pubsub/retain-unsupported'],
};

export const tooLarge: Meaning = {
  means: 'The packet is larger than the broker allows.',
  codes: ['pubsub/payload-too-large', 'connect/packet-too-large'],
};

export const unusableCertificate: Meaning = {
  means: 'A certificate or key that was given to the client cannot be used.',
  codes: [
    'input/ca-unreadable',
    'input/cert-unreadable',
    'input/key-unreadable',
    'input/key-mismatch',
    'input/key-encrypted',
  ],
  settles: 'Give the same files to a check: it reads them before it sends anything.',
};

export const notConnected: Meaning = {
  means: 'Something was asked of the client while it was not connected.',
  codes: [],
  settles: 'It is a consequence: the first error above this line says why.',
};

export const insideClient: Meaning = {
  means: 'The fault is inside the client program, before anything is sent.',
  codes: [],
  settles: 'No check from outside sees it; look at how the client is set up and called.',
};

export const outOfMemory: Meaning = {
  means: 'The device has too little memory for it.',
  codes: ['tls/embedded-unfriendly'],
  settles:
    'TLS needs tens of kilobytes; fewer and smaller certificates help. Otherwise the fault is inside the client.',
};

export const websocketRefused: Meaning = {
  means: 'The server did not agree to speak WebSocket.',
  codes: [],
  settles:
    'The HTTP status says why: 400 the subprotocol "mqtt" is missing, 401 or 403 signature, token or rights, 404 the path, 426 not WebSocket, 5xx no broker behind the proxy.',
};
