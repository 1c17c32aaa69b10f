// What can go wrong on the wire, as one closed vocabulary. `raw` is shown to people and
// never matched; rules read `code`. Filled in src/checks/failures.ts and nowhere else.

export type FailureCode =
  // stopped by us
  | 'deadline' // the whole run's time is over
  | 'interrupted' // Ctrl-C
  // input: what was given cannot be used
  | 'unusable-input'
  // dns
  | 'name-not-found' // NXDOMAIN
  | 'no-address' // the name exists, without A or AAAA
  | 'resolver-error' // SERVFAIL, REFUSED, FORMERR...
  | 'resolver-silent' // no name server answered in time
  // tcp, and any rung above it
  | 'refused' // RST to our SYN
  | 'unreachable' // no route, host or network unreachable, prohibited
  | 'timeout' // nothing came in time
  | 'reset' // RST after the connection stood
  | 'closed' // FIN, an orderly close by the peer
  | 'local-limit' // no socket, port or permission on this machine
  // tls
  | 'tls-alert' // the server sent an alert: see facts.alert
  | 'tls-untrusted' // the certificate did not verify: see facts.verification
  | 'tls-name-mismatch' // it verified, for another name
  | 'tls-not-spoken' // the answer is not TLS: see facts.answer
  | 'tls-no-common-ground' // our side found no acceptable version, cipher or key
  | 'tls-broken' // a TLS answer that makes no sense
  // alpn
  | 'alpn-not-selected'
  // websocket
  | 'upgrade-refused' // the answer is HTTP, and no 101: see facts.status
  | 'not-websocket' // the answer is not HTTP, or a 101 that makes no sense: see facts.answer
  | 'subprotocol-not-agreed' // 101, with another subprotocol than offered, or none: see facts.chosen
  // connect
  | 'connack-refused' // see facts.connack
  | 'auth-requested' // AUTH instead of CONNACK (MQTT 5)
  | 'not-mqtt' // the answer is not MQTT: see facts.answer
  | 'malformed' // the answer starts like MQTT and is not well-formed
  | 'flood' // more bytes than any honest answer has
  // pubsub
  | 'subscribe-refused' // see facts.suback
  | 'publish-refused' // see facts.acknowledgement
  | 'disconnected' // DISCONNECT from the server (MQTT 5): see facts.disconnect
  | 'not-delivered' // acknowledged, never came back
  | 'payload-altered'; // something else came back

export interface Failure {
  readonly code: FailureCode;
  /** The words of the library or the operating system, without secrets; for people only. */
  readonly raw: string;
}
