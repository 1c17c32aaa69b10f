// One setting of CONNECT at a time. Same channel, so credentials may go; how often, the plan
// limits.

import { type Attempt, factsOf, failureIn } from '../evidence.ts';
import type { MqttSettings, MqttVersion, Target } from '../target.ts';
import { defineTrial, once, type Situation, wordless } from './trial.ts';

function withMqtt(target: Target, mqtt: Partial<MqttSettings>): Target {
  return { ...target, mqtt: { ...target.mqtt, ...mqtt } };
}

/** The broker ended CONNECT without a reason, or lets it hang. */
function hungUp(main: Attempt): boolean {
  const failure = failureIn(main, 'connect');
  return wordless(failure) || failure === 'disconnected';
}

/**
 * A broker that is slow to answer may still let the main attempt in: two at a time under one
 * client id would throw each other off. While it waits, its facts are not there yet.
 */
function idIsFree({ target, main }: Situation): boolean {
  return target.mqtt.clientIdIsOurs || factsOf(main, 'connect').version !== undefined;
}

/** CONNACK codes, 3.x and 5, that may mean something else than they say. */
function refusedWith(main: Attempt, codes: readonly number[]): boolean {
  const { connack } = factsOf(main, 'connect');
  return failureIn(main, 'connect') === 'connack-refused' && codes.includes(connack?.code ?? -1);
}

const idRefused = [2, 133];
const notAuthorised = [5, 135];
const vague = [1, 3, 128, 129, 130, 131, 136];
const quotaExceeded = 151;

/** Signing in was accepted, and then the broker hung up: another client may hold the id, or rights are missing. */
function cutAfterwards(main: Attempt): boolean {
  const failure = failureIn(main, 'pubsub');
  const over = factsOf(main, 'pubsub').stage !== undefined;
  return over && (wordless(failure) || failure === 'disconnected');
}

const versions: readonly MqttVersion[] = ['3.1.1', '5', '3.1'];

/** What a broker does that does not speak the version. */
function versionInDoubt(main: Attempt): boolean {
  const garbled = failureIn(main, 'connect') === 'malformed';
  return hungUp(main) || garbled || refusedWith(main, [132, ...vague]);
}

/** The run itself has asked in them already. */
function versionsAsked({ target, main }: Situation): readonly MqttVersion[] {
  if (main.changed?.setting === 'mqttVersion') return ['5', '3.1.1'];
  return [target.mqtt.version ?? factsOf(main, 'connect').version ?? '5'];
}

function versionTrial(
  among: readonly MqttVersion[],
  worthIt: (s: Situation) => boolean = () => true,
) {
  return defineTrial({
    id: 'mqtt',
    label: (version) => `MQTT ${version}`,
    question: (version) => `Does it work with MQTT ${version}?`,
    values: (s) =>
      idIsFree(s) && versionInDoubt(s.main) && worthIt(s)
        ? among.filter((one) => !versionsAsked(s).includes(one))
        : [],
    change: (target, version) =>
      withMqtt(target, { version: versions.find((one) => one === version) ?? null }),
    setting: 'mqttVersion',
    from: ({ mqtt }) => mqtt.version ?? '5',
    upTo: 'pubsub',
    credentials: 'same',
  });
}

export const mqttVersion = versionTrial(['3.1.1', '5']);
/** Apart, for it is the least likely one. */
export const oldestVersion = versionTrial(['3.1'], ({ target, main }) => {
  // Under the user's id trials wait for each other, and each of them as long as silence lasts.
  return target.mqtt.clientIdIsOurs || failureIn(main, 'connect') !== 'timeout';
});

export const clientIdFresh = defineTrial({
  id: 'client-id-fresh',
  label: () => 'another client id',
  question: () => 'Does it work with another client id?',
  values: ({ target, main }) =>
    once(
      !target.mqtt.clientIdIsOurs &&
        (hungUp(main) ||
          cutAfterwards(main) ||
          refusedWith(main, [...idRefused, ...notAuthorised, ...vague])),
    ),
  change: (target) => withMqtt(target, freshId(target)),
  setting: 'clientId',
  from: ({ mqtt }) => mqtt.clientId,
  upTo: 'pubsub',
  credentials: 'same',
});

/** Derived from the user's, so that planning stays pure: what matters is that it is another one. */
function freshId({ mqtt }: Target): Partial<MqttSettings> {
  const sum = [...mqtt.clientId].reduce((all, one) => (all * 31 + one.charCodeAt(0)) >>> 0, 7);
  const clientId = `mqtt-doctor-${sum.toString(16).padStart(8, '0')}`;
  return { clientId, clientIdIsOurs: true };
}

const commonKeepAliveS = { least: 30, most: 60 };

export const keepAliveShort = defineTrial({
  id: 'short-keepalive',
  label: () => 'keep-alive of 30 s',
  question: () => `Does it work with a keep-alive of ${commonKeepAliveS.least} s?`,
  values: (s) => {
    const { main, target } = s;
    const { keepAliveS } = target.mqtt;
    const unusual = keepAliveS < commonKeepAliveS.least || keepAliveS > commonKeepAliveS.most;
    return once(
      unusual && idIsFree(s) && (hungUp(main) || refusedWith(main, [...idRefused, ...vague])),
    );
  },
  change: (target) => withMqtt(target, { keepAliveS: commonKeepAliveS.least }),
  setting: 'keepAliveS',
  from: ({ mqtt }) => String(mqtt.keepAliveS),
  upTo: 'connect',
  credentials: 'same',
});

export const willNone = defineTrial({
  id: 'no-will',
  label: () => 'no last will',
  question: () => 'Does it work without the last will?',
  values: (s) =>
    once(
      s.target.mqtt.will !== null &&
        idIsFree(s) &&
        (hungUp(s.main) || refusedWith(s.main, [...notAuthorised, ...vague, 144, 153, 154, 155])),
    ),
  change: (target) => withMqtt(target, { will: null }),
  setting: 'will',
  from: ({ mqtt }) => mqtt.will?.topic ?? null,
  upTo: 'connect',
  credentials: 'same',
});

export const cleanSession = defineTrial({
  id: 'clean-session',
  label: () => 'a clean session',
  question: () => 'Does it work with a clean session?',
  values: ({ target, main }) =>
    once(
      !target.mqtt.cleanStart &&
        (hungUp(main) ||
          refusedWith(main, [...idRefused, ...notAuthorised, ...vague, quotaExceeded])),
    ),
  // Never under the user's own id: a clean session would empty that of the real device. The
  // trial with a fresh id alone is the control.
  change: (target) =>
    withMqtt(target, {
      cleanStart: true,
      ...(target.mqtt.clientIdIsOurs ? {} : freshId(target)),
    }),
  setting: 'cleanStart',
  from: ({ mqtt }) => String(mqtt.cleanStart),
  upTo: 'connect',
  credentials: 'same',
});

export const noCredentials = defineTrial({
  id: 'no-credentials',
  label: () => 'no user name and password',
  question: () => 'Does the broker let in who gives no user name?',
  values: (s) =>
    once(signsIn(s) && (hungUp(s.main) || refusedWith(s.main, [4, 134, ...notAuthorised]))),
  change: (target) => withMqtt(target, { usernameGiven: false, passwordGiven: false }),
  setting: 'credentials',
  from: () => 'given',
  upTo: 'connect',
  credentials: 'certificate',
});

function signsIn({ target: { mqtt } }: Situation): boolean {
  return mqtt.usernameGiven || mqtt.passwordGiven;
}

/** The control: what comes and goes by itself is no matter of settings. */
export const again = defineTrial({
  id: 'again',
  label: () => 'the same once more',
  question: () => 'Does it work the second time, with nothing changed?',
  // Where no version is named, the run has asked twice already; silence has had time enough.
  values: ({ target, main }) =>
    once(target.mqtt.version !== null && hungUp(main) && failureIn(main, 'connect') !== 'timeout'),
  change: (target) => target,
  setting: 'nothing',
  from: () => null,
  upTo: 'connect',
  credentials: 'same',
});
