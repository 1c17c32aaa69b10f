// Every rule of the layer tcp, one line each.

import type { Rule } from '../rule.ts';
import closedAtOnce from './closed-at-once.ts';
import ipv6Broken from './ipv6-broken.ts';
import localhostInContainer from './localhost-in-container.ts';
import loopbackOnly from './loopback-only.ts';
import otherPortOpen from './other-port-open.ts';
import refused from './refused.ts';
import reset from './reset.ts';
import slow from './slow.ts';
import someAddressesDead from './some-addresses-dead.ts';
import timeout from './timeout.ts';
import unreachable from './unreachable.ts';

export const tcpRules: readonly Rule[] = [
  closedAtOnce,
  ipv6Broken,
  localhostInContainer,
  loopbackOnly,
  otherPortOpen,
  refused,
  reset,
  slow,
  someAddressesDead,
  timeout,
  unreachable,
];
