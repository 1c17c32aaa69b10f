// Every trial, in the order in which they get the connections that a run may make: first
// those that tell apart the common faults.

import { alpnNone, alpnOffered } from './alpn.ts';
import { noClientCertificate } from './client-certificate.ts';
import {
  again,
  cleanSession,
  clientIdFresh,
  keepAliveShort,
  mqttVersion,
  noCredentials,
  oldestVersion,
  willNone,
} from './connect.ts';
import { greeting, proxyHeader } from './opening.ts';
import { loopback, otherPort } from './ports.ts';
import { resolver } from './resolver.ts';
import { payloadSmall, qosLower, retainNone, topicFresh } from './round-trip.ts';
import { certificateName, sniAlias, sniHost, sniNone, sniSent } from './sni.ts';
import { oldCiphers, tlsVersion } from './tls-version.ts';
import { direct, plain, tls, webSocket } from './transport.ts';
import type { TrialRule } from './trial.ts';
import { chainCompleted, trustOs, trustSystem, unverified } from './trust.ts';
import { origin, originNone, path, subprotocol } from './web-socket.ts';

export const trials: readonly TrialRule[] = [
  resolver,
  sniSent,
  plain,
  tls,
  greeting,
  proxyHeader,
  webSocket,
  direct,
  path,
  subprotocol,
  origin,
  originNone,
  sniNone,
  sniAlias,
  sniHost,
  chainCompleted,
  trustSystem,
  trustOs,
  certificateName,
  unverified,
  noClientCertificate,
  alpnNone,
  alpnOffered,
  oldCiphers,
  tlsVersion,
  clientIdFresh,
  willNone,
  keepAliveShort,
  cleanSession,
  mqttVersion,
  again,
  oldestVersion,
  noCredentials,
  topicFresh,
  qosLower,
  retainNone,
  payloadSmall,
  loopback,
  otherPort,
];
