// A topic breaks the rules of MQTT, whatever the broker.

import { checkAgain } from '../commands.ts';
import { defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

export default defineRule({
  code: 'input/topic-invalid',
  check: 'input',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const { problems, topicProblem } = facts(c, 'input');
    if (!topicProblem || !problems?.includes('topic-invalid')) return null;
    const ofWill = c.target.mqtt.will?.topic === topicProblem.topic;
    return {
      ...topicProblem,
      of: ofWill ? ('will' as const) : ('round trip' as const),
    };
  },
  say: ({ topic, problem, of }, { target }) => {
    const wild = /[#+]/.test(topic) && of === 'round trip' && target.roundTrip.publish;
    return {
      title: `The ${of === 'will' ? 'topic of the will' : 'topic'} "${shortened(topic)}" cannot be used: ${problem}.`,
      detail:
        'MQTT forbids it, and brokers end the connection over it, mostly without a word. Nothing was sent.',
      remedies: [
        of === 'will' || target.roundTrip.publish
          ? { text: 'Give a plain topic: levels between slashes, without # and +.' }
          : { text: 'Let each + stand alone between slashes, and # alone at the end.' },
        ...(wild
          ? [
              {
                text: 'To subscribe only, which wildcards are for, leave the publishing out.',
                command: checkAgain(target, '-t', quote(topic), '--no-publish'),
              },
            ]
          : []),
      ],
    };
  },
});

function shortened(topic: string): string {
  return topic.length > 60 ? `${topic.slice(0, 59)}…` : topic;
}
