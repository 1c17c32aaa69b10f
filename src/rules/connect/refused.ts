// The broker refuses CONNECT with a code that names no reason, or none that fits a CONNECT.

import { checkAgain } from '../commands.ts';
import { otherVersions, ruledOut } from '../proof.ts';
import { refusal, said } from '../refusal.ts';
import { defineRule, facts } from '../rule.ts';
import { dismissal } from './dismissal.ts';

/** Codes that a finding of their own is about. */
const named = [
  1, 2, 3, 4, 5, 132, 133, 134, 135, 136, 137, 138, 139, 140, 142, 149, 150, 151, 156, 157, 159,
];
/** These are about the will, where there is one. */
const aboutTheWill = [144, 153, 154, 155];

const meanings: Readonly<Record<number, string>> = {
  128: 'The code stands for any reason that the broker does not want to name.',
  129: 'It could not read the packet.',
  130: 'It takes the packet to be against the rules of MQTT.',
  131: 'It has a rule of its own that the client breaks.',
};

export default defineRule({
  code: 'connect/refused',
  check: 'connect',
  severity: 'error',
  side: 'unclear',
  when: (c) => {
    const answer = refusal(c);
    if (!answer || dismissal(c) || named.includes(answer.code)) return null;
    return c.target.mqtt.will && aboutTheWill.includes(answer.code) ? null : answer;
  },
  say: (answer, c) => {
    const { version = '5' } = facts(c, 'connect');
    const other = version === '5' ? '3.1.1' : '5';
    return {
      title: 'The broker refuses this client and does not say why.',
      detail: [
        `It answers CONNECT with ${said(answer)}.`,
        meanings[answer.code] ?? 'No version of MQTT gives this code a meaning here.',
        ...(c.trials.length > 0 ? ['No single change of the settings that was tried helps.'] : []),
      ].join(' '),
      remedies: [
        { text: 'Look into the log of the broker at this moment: it knows why.' },
        ...(otherVersions.some((id) => ruledOut(c, id))
          ? []
          : [
              {
                text: `Try MQTT ${other}: the answer may be another.`,
                command: checkAgain(c.target, '-V', other),
              },
            ]),
        ...(c.target.mqtt.clientIdIsOurs
          ? [
              {
                text: "Use the client's own id, if the broker has a rule for ids; that may throw a client off which is connected with it.",
                command: checkAgain(c.target, '-i', 'ID'),
              },
            ]
          : []),
      ],
    };
  },
});
