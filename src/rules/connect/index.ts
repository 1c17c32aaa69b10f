// The rules of CONNECT, in the order of the catalogue.

import type { Rule } from '../rule.ts';
import anonymousAllowed from './anonymous-allowed.ts';
import anonymousRefused from './anonymous-refused.ts';
import authMethod from './auth-method.ts';
import badCredentials from './bad-credentials.ts';
import banned from './banned.ts';
import clientIdNotAllowed from './client-id-not-allowed.ts';
import clientIdRejected from './client-id-rejected.ts';
import clientIdTaken from './client-id-taken.ts';
import closed from './closed.ts';
import credentialsInClear from './credentials-in-clear.ts';
import keepaliveRefused from './keepalive-refused.ts';
import malformedReply from './malformed-reply.ts';
import moved from './moved.ts';
import notAuthorized from './not-authorized.ts';
import packetTooLarge from './packet-too-large.ts';
import refused from './refused.ts';
import serverBusy from './server-busy.ts';
import serverUnavailable from './server-unavailable.ts';
import sessionRefused from './session-refused.ts';
import slow from './slow.ts';
import timeout from './timeout.ts';
import versionFallback from './version-fallback.ts';
import versionUnsupported from './version-unsupported.ts';
import willRefused from './will-refused.ts';

export const connectRules: readonly Rule[] = [
  badCredentials,
  notAuthorized,
  anonymousRefused,
  clientIdRejected,
  clientIdTaken,
  clientIdNotAllowed,
  versionUnsupported,
  serverUnavailable,
  serverBusy,
  banned,
  moved,
  authMethod,
  willRefused,
  sessionRefused,
  packetTooLarge,
  keepaliveRefused,
  refused,
  closed,
  timeout,
  malformedReply,
  versionFallback,
  anonymousAllowed,
  credentialsInClear,
  slow,
];
