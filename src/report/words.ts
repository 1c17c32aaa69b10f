// The rungs and the failure vocabulary in plain words. It says what happened, never why.

import type { CheckId } from '../evidence.ts';
import type { FailureCode } from '../failure.ts';

/** `${fails} fails: …` and `Interrupted ${during}`. */
export const rungWords = {
  input: { fails: 'Reading what was given', during: 'while reading what was given' },
  dns: { fails: 'Looking up the name', during: 'while looking up the name' },
  tcp: { fails: 'Opening the connection', during: 'while opening the connection' },
  tls: { fails: 'The TLS handshake', during: 'during the TLS handshake' },
  alpn: { fails: 'Agreeing on a protocol (ALPN)', during: 'while agreeing on a protocol (ALPN)' },
  websocket: {
    fails: 'The WebSocket handshake',
    during: 'during the WebSocket handshake',
  },
  connect: { fails: 'Signing in (CONNECT)', during: 'while signing in (CONNECT)' },
  pubsub: {
    fails: 'The round trip of a message',
    during: 'during the round trip of a message',
  },
} satisfies Record<CheckId, { fails: string; during: string }>;

export const failureWords: Readonly<Record<FailureCode, string>> = {
  deadline: 'the time for the whole run is over',
  interrupted: 'it is interrupted',
  'unusable-input': 'what was given cannot be used',
  'name-not-found': 'the name does not exist (NXDOMAIN)',
  'no-address': 'the name exists, without an address',
  'resolver-error': 'the name server answers with an error',
  'resolver-silent': 'no name server answers',
  refused: 'the connection is refused',
  unreachable: 'there is no route to the address',
  timeout: 'nothing comes back in time',
  reset: 'the other side resets the connection',
  closed: 'the other side closes the connection',
  'local-limit': 'this machine has no socket, port or permission for it',
  'tls-alert': 'the server ends the handshake with an alert',
  'tls-untrusted': 'the certificate does not verify',
  'tls-name-mismatch': 'the certificate is for another name',
  'tls-not-spoken': 'the answer is not TLS',
  'tls-no-common-ground': 'there is no common TLS version, cipher or key',
  'tls-broken': 'the TLS answer makes no sense',
  'alpn-not-selected': 'the server selects none of the protocols offered',
  'upgrade-refused': 'the server does not switch to WebSocket',
  'not-websocket': 'the answer is not WebSocket',
  'subprotocol-not-agreed': 'the server does not agree to MQTT as the subprotocol',
  'connack-refused': 'the broker refuses (CONNACK)',
  'auth-requested': 'the broker asks for another way of signing in (AUTH)',
  'not-mqtt': 'the answer is not MQTT',
  malformed: 'the answer is not well-formed MQTT',
  flood: 'more bytes come than any honest answer has',
  'subscribe-refused': 'the subscription is refused',
  'publish-refused': 'the message is refused',
  disconnected: 'the broker disconnects',
  'not-delivered': 'the message is accepted and never comes back',
  'payload-altered': 'the message comes back changed',
};
