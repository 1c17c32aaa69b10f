// Every check, in the order of the ladder.

import type { CheckId } from '../evidence.ts';
import alpn from './alpn.ts';
import type { Check } from './check.ts';
import connect from './connect.ts';
import dns from './dns.ts';
import input from './input.ts';
import pubsub from './pubsub.ts';
import tcp from './tcp.ts';
import tls from './tls.ts';
import websocket from './websocket.ts';

export const checks = { input, dns, tcp, tls, alpn, websocket, connect, pubsub } satisfies {
  [Id in CheckId]: Check<Id>;
};
