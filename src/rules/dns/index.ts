// Every rule of the layer dns, one line each.

import type { Rule } from '../rule.ts';
import hostsFileOverride from './hosts-file-override.ts';
import localName from './local-name.ts';
import noAddress from './no-address.ts';
import nxdomain from './nxdomain.ts';
import privateAddress from './private-address.ts';
import resolversDisagree from './resolvers-disagree.ts';
import serverFailure from './server-failure.ts';
import sinkhole from './sinkhole.ts';
import slow from './slow.ts';
import timeout from './timeout.ts';

export const dnsRules: readonly Rule[] = [
  hostsFileOverride,
  localName,
  noAddress,
  nxdomain,
  privateAddress,
  resolversDisagree,
  serverFailure,
  sinkhole,
  slow,
  timeout,
];
