// The broker does not speak the version of MQTT that the client does.

import { factsOf } from '../../evidence.ts';
import type { MqttVersion } from '../../target.ts';
import { checkAgain } from '../commands.ts';
import { deepTrials } from '../deep.ts';
import { flipped, otherVersions, type Rival } from '../proof.ts';
import { refusal, refusedWith, said } from '../refusal.ts';
import { type Case, defineRule, facts, failureOf, trial } from '../rule.ts';

const versions: readonly MqttVersion[] = ['5', '3.1.1', '3.1'];

export default defineRule({
  code: 'connect/version-unsupported',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: [
    'connect/closed',
    'connect/timeout',
    'connect/malformed-reply',
    'connect/refused',
    'protocol/silent',
  ],
  when: (c) => {
    const version = facts(c, 'connect').version ?? c.target.mqtt.version ?? '5';
    const failure = failureOf(c, 'connect');
    if (failure === null) return deep(c);
    const code = refusal(c)?.code ?? null;
    const others = versions.filter((one) => one !== version);
    const works = others.find((one) => saysVersion(c) && flipped(c, id(one), ...otherVersions));
    const tried = trial(c, 'mqtt-3.1.1');
    const olderCode = tried ? (factsOf(tried.attempt, 'connect').connack?.code ?? null) : null;
    if (works) return { version, works, code, olderCode, certainty: 'proven' };
    const refused = refusedWith(c, 1, 132);
    const hungUp = failure === 'closed' || failure === 'reset';
    if (!refused && !(hungUp && olderCode === 1)) return null;
    // 1 is also some brokers' code for any fault of a CONNECT of version 3, and where 3.1.1 was
    // tried and fails as well, the version alone does not explain it.
    const sure = refused && !tried && (version === '5' || code === 132);
    return { version, works: null, code, olderCode, certainty: sure ? 'observed' : 'likely' };
  },
  say: ({ version, works, code, olderCode, certainty }, c) => {
    const answer = refusal(c);
    const { will } = c.target.mqtt;
    const triedBoth = version === '5' && trial(c, 'mqtt-3.1.1') !== null && works !== '3.1.1';
    const other = works ?? (version === '5' ? '3.1.1' : '5');
    const olderSays =
      olderCode === null ? 'it fails as well' : `the answer is CONNACK ${olderCode}`;
    return {
      title:
        triedBoth && works === null
          ? `The broker refuses MQTT ${version}, and 3.1.1 does not work either.`
          : `The broker does not accept MQTT ${version}${triedBoth ? ' or 3.1.1' : ''}${works ? `; ${works} works` : ''}.`,
      detail: [
        answer
          ? `It answers a CONNECT of MQTT ${version} with ${said(answer)}.`
          : code === null
            ? `A CONNECT of MQTT ${version} gets no CONNACK.`
            : `It answers a CONNECT of MQTT ${version} with CONNACK ${code}.`,
        ...(works ? [`The same CONNECT in MQTT ${works} is accepted.`] : []),
        ...(triedBoth ? [`With MQTT 3.1.1 ${olderSays}.`] : []),
        ...(certainty === 'likely' && (code === 1 || olderCode === 1)
          ? [
              `Code 1 stands for the version, but some brokers use it for anything they do not like in a CONNECT${will ? ', the will included' : ''}.`,
            ]
          : []),
      ].join(' '),
      remedies: [
        {
          text: `Set MQTT ${other} in the client (protocol ${level(other)}).`,
          command: checkAgain(c.target, '-V', other),
        },
        {
          text: `Or switch MQTT ${version} on for this listener of the broker, or update the broker.`,
        },
      ],
    };
  },
});

/** `--deep`: the other version, on a broker that works. */
function deep(c: Case) {
  const works = versions.find((one) => one === facts(c, 'connect').version);
  const other = deepTrials(c, 'mqtt').find(
    ({ trial: { attempt } }) => attempt.outcomes.connect.status === 'failed',
  );
  const version = versions.find((one) => one === other?.value);
  if (!works || !other || !version) return null;
  const code = factsOf(other.trial.attempt, 'connect').connack?.code ?? null;
  const found = { version, works, code, olderCode: null };
  return { ...found, severity: 'info' as const, certainty: 'proven' as const };
}

/** What a broker does that does not speak the version: codes that say so or nothing, or no CONNACK. */
function saysVersion(c: Case): boolean {
  return refusal(c) === null || refusedWith(c, 1, 128, 129, 130, 131, 132) !== null;
}

function id(version: MqttVersion): Rival {
  return `mqtt-${version}`;
}

/** As many clients call it in their settings. */
function level(version: MqttVersion): string {
  return { '3.1': 'level 3, "MQIsdp"', '3.1.1': 'level 4', '5': 'level 5' }[version];
}
