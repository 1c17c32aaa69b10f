// Every rule, a line for each layer, in the order of the ladder.

import { alpnRules } from './alpn/index.ts';
import { connectRules } from './connect/index.ts';
import { dnsRules } from './dns/index.ts';
import { inputRules } from './input/index.ts';
import { protocolRules } from './protocol/index.ts';
import { pubsubRules } from './pubsub/index.ts';
import type { Rule } from './rule.ts';
import { tcpRules } from './tcp/index.ts';
import { tlsRules } from './tls/index.ts';
import { webSocketRules } from './websocket/index.ts';

export const rules: readonly Rule[] = [
  ...inputRules,
  ...dnsRules,
  ...tcpRules,
  ...tlsRules,
  ...alpnRules,
  ...protocolRules,
  ...webSocketRules,
  ...connectRules,
  ...pubsubRules,
];
