// The rules of the round trip, in the order of the catalogue.

import type { Rule } from '../rule.ts';
import droppedOnPublish from './dropped-on-publish.ts';
import droppedOnSubscribe from './dropped-on-subscribe.ts';
import duplicate from './duplicate.ts';
import malformedReply from './malformed-reply.ts';
import notDelivered from './not-delivered.ts';
import payloadAltered from './payload-altered.ts';
import payloadTooLarge from './payload-too-large.ts';
import publishDenied from './publish-denied.ts';
import qosDowngraded from './qos-downgraded.ts';
import qosUnsupported from './qos-unsupported.ts';
import retainUnsupported from './retain-unsupported.ts';
import slow from './slow.ts';
import subscribeDenied from './subscribe-denied.ts';
import unanswered from './unanswered.ts';

export const pubsubRules: readonly Rule[] = [
  subscribeDenied,
  publishDenied,
  notDelivered,
  droppedOnPublish,
  droppedOnSubscribe,
  unanswered,
  malformedReply,
  qosUnsupported,
  retainUnsupported,
  payloadTooLarge,
  payloadAltered,
  qosDowngraded,
  duplicate,
  slow,
];
