// "Identifier rejected". Some brokers say the same to a keep-alive that they do not like.

import { checkAgain } from '../commands.ts';
import { flipped, otherVersions, ruledOut } from '../proof.ts';
import { refusedWith, said } from '../refusal.ts';
import { defineRule, facts, factsOf } from '../rule.ts';

/** What a server of 3.1 and 3.1.1 must take [MQTT-3.1.3-5]; 3.1 forbids more. */
const shortId = 23;
/** Brokers with an upper limit for the keep-alive have it at 60 s or above, in what was seen. */
const commonKeepAliveS = 60;

export default defineRule({
  code: 'connect/client-id-rejected',
  check: 'connect',
  severity: 'error',
  side: 'client',
  when: (c) => {
    const answer = refusedWith(c, 2, 133);
    if (!answer) return null;
    const { clientId, clientIdIsOurs, cleanStart, keepAliveS } = c.target.mqtt;
    // A fresh id in place of a fresh id changes nothing: if that helps, it was chance.
    const fresh = clientIdIsOurs ? null : flipped(c, 'client-id-fresh', ...otherVersions);
    const works = fresh ? (factsOf(fresh.attempt, 'connect').clientId ?? null) : null;
    const emptyAndKept = clientId === '' && !cleanStart;
    const oddKeepAlive = keepAliveS === 0 || keepAliveS > commonKeepAliveS;
    const keepAlive =
      !oddKeepAlive || fresh ? null : ruledOut(c, 'short-keepalive') ? 'fine' : 'odd';
    const certainty = fresh
      ? 'proven'
      : keepAlive === 'odd' && !emptyAndKept
        ? 'likely'
        : 'observed';
    return { ...answer, clientId, works, keepAliveS, keepAlive, emptyAndKept, certainty };
  },
  say: ({ clientId, works, keepAliveS, keepAlive, emptyAndKept, ...answer }, c) => {
    const { clientIdIsOurs } = c.target.mqtt;
    const { version } = facts(c, 'connect');
    const length = new TextEncoder().encode(clientId).length;
    return {
      title: emptyAndKept
        ? 'The broker refuses an empty client id together with a session that is to be kept.'
        : `The broker rejects the client id "${clientId}"${works === null ? '' : ' and takes another'}.`,
      detail: [
        `It answers CONNECT with ${said(answer)}.`,
        ...(emptyAndKept
          ? ['A session is kept under its client id, so without one it must refuse [MQTT-3.1.3-8].']
          : clientIdIsOurs
            ? ["The id is mqtt-doctor's own; brokers with a rule for ids take others only."]
            : [
                'Brokers do so where an id breaks a rule of theirs, is not registered, or (those that let nobody be thrown off) is in use.',
              ]),
        ...(works === null
          ? []
          : [`With the id "${works}", and everything else the same, it lets the client in.`]),
        ...(length > shortId
          ? [`It has ${length} bytes; MQTT ${version} lets brokers refuse more than ${shortId}.`]
          : []),
        ...(keepAlive === 'fine' ? ['A shorter keep-alive makes no difference.'] : []),
        ...(keepAlive === 'odd'
          ? [
              `Some brokers give the same answer to a keep-alive that is 0 or longer than they allow; here it is ${keepAliveS} s.`,
            ]
          : []),
      ].join(' '),
      remedies: [
        emptyAndKept
          ? { text: 'Give the client an id of its own, or let it start with a clean session.' }
          : {
              text: `Use a client id that the broker knows or allows: the prefix it asks for, the registered name, at most ${shortId} letters and digits.`,
              command: checkAgain(c.target, '-i', 'ID'),
            },
        ...(keepAlive === 'odd'
          ? [
              {
                text: 'See whether it is the keep-alive.',
                command: checkAgain(c.target, '-k', '30'),
              },
            ]
          : []),
        { text: 'Look into the log of the broker at this moment: it knows why.' },
      ],
    };
  },
});
