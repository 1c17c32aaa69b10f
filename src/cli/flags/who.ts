// User name and password: where each comes from, for one target. Reads nothing but the
// environment; the files and stdin are ../credentials.ts's.

import type { Credentials, MqttVersion } from '../../target.ts';
import type { Variables } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import type { Userinfo } from '../userinfo.ts';
import { type FlagGroup, mqttString } from './flag.ts';

export interface WhoFlags {
  readonly username?: string;
  readonly password?: string;
  readonly passwordFile?: string;
  readonly passwordStdin?: boolean;
}

const unset = 'A shell variable that is not set leaves an empty value; leave the flag out.';

export const whoFlags: FlagGroup = {
  title: 'Who:',
  flags: [
    {
      flags: '-u, --username <name>',
      help: 'user name (or MQTT_DOCTOR_USERNAME)',
      parse: (typed) => mqttString('--username')(notEmpty(typed, 'The user name is empty.')),
    },
    {
      flags: '-P, --password <password>',
      help: 'password; other processes can see it, the ways below are safer (or MQTT_DOCTOR_PASSWORD)',
      parse: (typed) => mqttString('--password')(notEmpty(typed, 'The password is empty.')),
    },
    {
      flags: '--password-file <file>',
      help: 'file that holds the password; a line break at its end is not part of it',
    },
    {
      flags: '--password-stdin',
      help: 'read the password from standard input',
    },
  ],
};

export interface Who {
  readonly username: string | null;
  readonly passwordFrom: Credentials['passwordFrom'];
  /** null: none, or still to be read from a file or stdin. */
  readonly password: string | null;
}

/** What stands on the command line or in the URL goes before the environment. */
export function whoFor(
  flags: WhoFlags,
  userinfo: Userinfo | null,
  env: Variables,
  version: MqttVersion | null,
): Who {
  if (flags.username !== undefined && userinfo?.username) {
    throw new UsageError(
      'The user name is given twice, in the target and with --username.',
      'Leave one of them out.',
    );
  }
  const username = flags.username ?? userinfo?.username ?? (env.MQTT_DOCTOR_USERNAME || null);
  const who = { username, ...passwordOf(flags, userinfo, env) };
  // [MQTT-3.1.2-22] of 3.1.1; MQTT 5 lifted it.
  if (who.passwordFrom !== null && username === null && version !== null && version !== '5') {
    throw new UsageError(
      `MQTT ${version} allows no password without a user name.`,
      'Add --username, or leave --mqtt-version out.',
    );
  }
  return who;
}

function passwordOf(
  flags: WhoFlags,
  userinfo: Userinfo | null,
  env: Variables,
): Omit<Who, 'username'> {
  const inUrl = userinfo?.password ?? null;
  const given = [
    flags.password !== undefined && '--password',
    flags.passwordFile !== undefined && '--password-file',
    flags.passwordStdin && '--password-stdin',
    inUrl !== null && 'the target itself',
  ].filter((source) => typeof source === 'string');
  if (given.length > 1) {
    throw new UsageError(
      `The password is given more than once: ${given.join(' and ')}.`,
      'Leave all but one of them out.',
    );
  }
  if (flags.password !== undefined) return { passwordFrom: 'argument', password: flags.password };
  if (flags.passwordFile !== undefined) return { passwordFrom: 'file', password: null };
  if (flags.passwordStdin) return { passwordFrom: 'stdin', password: null };
  if (inUrl !== null) return { passwordFrom: 'url', password: inUrl };
  if (env.MQTT_DOCTOR_PASSWORD) {
    return { passwordFrom: 'environment', password: env.MQTT_DOCTOR_PASSWORD };
  }
  return { passwordFrom: null, password: null };
}

function notEmpty(typed: string, sentence: string): string {
  if (typed === '') throw new UsageError(sentence, unset);
  return typed;
}
