// The message that goes there and back. A topic that cannot be used is a finding
// (input/topic-invalid), not a usage error.

import { randomBytes } from 'node:crypto';
import type { Qos, RoundTripSettings } from '../../target.ts';
import { type FlagGroup, wholeNumber } from './flag.ts';

export interface RoundTripFlags {
  readonly topic?: string;
  readonly qos?: Qos;
  readonly retain?: boolean;
  readonly payloadSize?: number;
  readonly count?: number;
  readonly publish: boolean;
  readonly subscribe: boolean;
}

export const roundTripFlags: FlagGroup = {
  title: 'Round trip:',
  flags: [
    {
      flags: '-t, --topic <topic>',
      help: 'where to publish and subscribe (default: a random one under mqtt-doctor/)',
    },
    {
      flags: '-q, --qos <qos>',
      help: '0, 1 or 2 (default: 1)',
      parse: wholeNumber('--qos', 0, 2),
    },
    { flags: '--retain', help: 'publish with the retain flag' },
    {
      flags: '--payload-size <bytes>',
      // MQTT itself ends at 256 MiB; a guest has no business sending that.
      help: 'size of each message, up to 1048576 (default: 32)',
      parse: wholeNumber('--payload-size', 0, 1_048_576),
    },
    {
      flags: '--count <number>',
      help: 'how many messages, up to 1000 (default: 1)',
      parse: wholeNumber('--count', 1, 1000),
    },
    { flags: '--no-publish', help: 'only subscribe' },
    { flags: '--no-subscribe', help: 'only publish' },
  ],
};

export function roundTripSettings(flags: RoundTripFlags): RoundTripSettings {
  return {
    topic: flags.topic ?? `mqtt-doctor/${randomBytes(6).toString('hex')}/probe`,
    topicIsOurs: flags.topic === undefined,
    qos: flags.qos ?? 1,
    retain: flags.retain ?? false,
    payloadSize: flags.payloadSize ?? 32,
    count: flags.count ?? 1,
    publish: flags.publish,
    subscribe: flags.subscribe,
  };
}
