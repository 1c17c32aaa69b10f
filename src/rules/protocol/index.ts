// Every rule of the layer protocol, one line each.

import type { Rule } from '../rule.ts';
import captivePortal from './captive-portal.ts';
import http from './http.ts';
import otherService from './other-service.ts';
import plaintextPort from './plaintext-port.ts';
import proxyHeaderExpected from './proxy-header-expected.ts';
import rawMqttPort from './raw-mqtt-port.ts';
import silent from './silent.ts';
import tlsPort from './tls-port.ts';
import websocketPort from './websocket-port.ts';

export const protocolRules: readonly Rule[] = [
  captivePortal,
  http,
  otherService,
  plaintextPort,
  proxyHeaderExpected,
  silent,
  tlsPort,
  websocketPort,
  rawMqttPort,
];
