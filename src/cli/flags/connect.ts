// What CONNECT carries, credentials aside.

import { randomBytes } from 'node:crypto';
import type { MqttSettings, MqttVersion, Qos, Will } from '../../target.ts';
import { UsageError } from '../usage-error.ts';
import { type FlagGroup, mqttString, oneOf, wholeNumber } from './flag.ts';
import type { Who } from './who.ts';

export interface ConnectFlags {
  readonly clientId?: string;
  readonly mqttVersion?: MqttVersion;
  readonly keepalive?: number;
  readonly clean: boolean;
  readonly willTopic?: string;
  readonly willPayload?: string;
  readonly willQos?: Qos;
  readonly willRetain?: boolean;
}

/** Other tools' spellings are understood too: mosquitto's names, protocol levels. */
const versions = {
  '3.1': '3.1',
  '3': '3.1',
  '31': '3.1',
  mqttv31: '3.1',
  '3.1.1': '3.1.1',
  '4': '3.1.1',
  '311': '3.1.1',
  mqttv311: '3.1.1',
  '5': '5',
  '5.0': '5',
  mqttv5: '5',
} as const satisfies Record<string, MqttVersion>;

export const connectFlags: FlagGroup = {
  title: 'Connect:',
  flags: [
    {
      flags: '-i, --client-id <id>',
      help: "client id; a device's own id throws that device off (default: a random one)",
      parse: mqttString('--client-id'),
    },
    {
      flags: '-V, --mqtt-version <version>',
      help: '3.1, 3.1.1 or 5 (default: 5, then 3.1.1 where the broker does not speak 5)',
      parse: oneOf<MqttVersion>('--mqtt-version', versions, '3.1, 3.1.1 or 5'),
    },
    {
      flags: '-k, --keepalive <seconds>',
      help: 'keep-alive; 0 turns it off (default: 60)',
      parse: wholeNumber('--keepalive', 0, 65_535),
    },
    {
      flags: '--no-clean',
      help: 'resume the session of --client-id instead of a clean start',
    },
    { flags: '--will-topic <topic>', help: 'topic of a will' },
    {
      flags: '--will-payload <text>',
      help: 'its payload (default: empty)',
      parse: mqttString('--will-payload'),
    },
    {
      flags: '--will-qos <qos>',
      help: 'its QoS: 0, 1 or 2 (default: 0)',
      parse: wholeNumber('--will-qos', 0, 2),
    },
    { flags: '--will-retain', help: 'have the broker retain it' },
  ],
};

export function mqttSettings(flags: ConnectFlags, who: Who): MqttSettings {
  if (!flags.clean && !flags.clientId) {
    throw new UsageError(
      '--no-clean needs --client-id.',
      'A session belongs to a client id, and one with a random id would stay behind.',
    );
  }
  return {
    version: flags.mqttVersion ?? null,
    // At most 23 characters: all that a server of 3.1 or 3.1.1 must take [MQTT-3.1.3-5].
    clientId: flags.clientId ?? `mqtt-doctor-${randomBytes(4).toString('hex')}`,
    clientIdIsOurs: flags.clientId === undefined,
    cleanStart: flags.clean,
    keepAliveS: flags.keepalive ?? 60,
    usernameGiven: who.username !== null,
    passwordGiven: who.passwordFrom !== null,
    will: will(flags),
  };
}

function will(flags: ConnectFlags): Will | null {
  const { willTopic, willPayload, willQos, willRetain } = flags;
  if (willTopic !== undefined) {
    return {
      topic: willTopic,
      payload: willPayload ?? '',
      qos: willQos ?? 0,
      retain: willRetain ?? false,
    };
  }
  if (willPayload === undefined && willQos === undefined && !willRetain) return null;
  throw new UsageError('A will needs a topic.', 'Add --will-topic TOPIC.');
}
