// The broker sends the client elsewhere (MQTT 5 §4.11).

import { refusedWith, said } from '../refusal.ts';
import { type Case, defineRule, facts } from '../rule.ts';
import { quote } from '../shell.ts';

const forGood = 157;

export default defineRule({
  code: 'connect/moved',
  check: 'connect',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const answer = refusedWith(c, 156, forGood);
    return answer && { ...answer, reference: referenceIn(c) };
  },
  say: ({ reference, ...answer }, { target }) => {
    const place = reference === null ? null : firstPlace(reference);
    return {
      title: `The broker sends the client to another server${answer.code === forGood ? ' for good' : ''}.`,
      detail: `It answers CONNECT with ${said(answer)}, ${
        reference === null ? 'without saying where to go' : `and names: ${reference.slice(0, 200)}`
      }. Few clients follow by themselves.`,
      remedies: [
        place === null
          ? { text: 'Ask whoever runs the broker for its present host name and port.' }
          : {
              text: 'If that is a server of the same owner, give the client its name and port.',
              command: `mqtt-doctor check ${quote(`${target.transport}://${place}`)}`,
            },
      ],
    };
  },
});

function referenceIn(c: Case): string | null {
  const { connack, disconnect } = facts(c, 'connect');
  const { serverReference } = (connack ?? disconnect)?.properties ?? {};
  return typeof serverReference === 'string' && serverReference !== '' ? serverReference : null;
}

/** One or more `host[:port]` with spaces between (MQTT 5 §4.11); null: the first is something else. */
function firstPlace(reference: string): string | null {
  return /^(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?(?=\s|$)/i.exec(reference)?.[0] ?? null;
}
