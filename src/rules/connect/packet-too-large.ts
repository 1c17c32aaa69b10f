// CONNECT itself is larger than the broker takes.

import { refusedWith, said } from '../refusal.ts';
import { defineRule, facts } from '../rule.ts';

export default defineRule({
  code: 'connect/packet-too-large',
  check: 'connect',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const answer = refusedWith(c, 149);
    const sent = c.main.transcript.find(({ packet }) => packet === 'CONNECT');
    return answer && { ...answer, bytes: sent?.bytes ?? null };
  },
  say: ({ bytes, ...answer }, c) => {
    const { will } = c.target.mqtt;
    const { passwordSent } = facts(c, 'connect');
    return {
      title: 'CONNECT is larger than the broker allows.',
      detail: `${bytes ? `It has ${bytes} bytes, and the` : 'The'} broker answers with ${said(answer)}. What can be long in a CONNECT: ${[
        'the client id',
        'the user name',
        ...(passwordSent ? ['the password, where it is a token'] : []),
        ...(will ? ['the payload of the will'] : []),
      ].join(', ')}.`,
      remedies: [
        ...(will ? [{ text: 'Make the will shorter.' }] : []),
        ...(passwordSent
          ? [{ text: 'If the password is a token (JWT), have one issued with fewer claims.' }]
          : []),
        { text: 'Or raise the largest packet size in the settings of the broker.' },
      ],
    };
  },
});
