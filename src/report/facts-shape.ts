// The facts of every check, as shapes. The compiler keeps them the same as the types.

import type { FactsOf } from '../facts.ts';
import { input } from './facts/input.ts';
import { connect, pubsub } from './facts/mqtt.ts';
import { dns, tcp } from './facts/network.ts';
import { alpn, tls } from './facts/tls.ts';
import { websocket } from './facts/websocket.ts';
import type { Fields } from './shape.ts';

export const factFields: { readonly [Id in keyof FactsOf]: Fields<FactsOf[Id]> } = {
  input,
  dns,
  tcp,
  tls,
  alpn,
  websocket,
  connect,
  pubsub,
};
