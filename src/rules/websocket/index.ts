// Every rule of the layer websocket, one line each.

import type { Rule } from '../rule.ts';
import forbidden from './forbidden.ts';
import originRejected from './origin-rejected.ts';
import redirected from './redirected.ts';
import subprotocolRefused from './subprotocol-refused.ts';
import unauthorized from './unauthorized.ts';
import upgradeRefused from './upgrade-refused.ts';
import wrongPath from './wrong-path.ts';

export const webSocketRules: readonly Rule[] = [
  wrongPath,
  unauthorized,
  forbidden,
  upgradeRefused,
  redirected,
  subprotocolRefused,
  originRejected,
];
