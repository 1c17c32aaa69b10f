// Another client holds, or takes, the same client id. Said on the broker's word (142), or where
// a client that was let in is cut off, and with a fresh id is not.

import { flipped, otherVersions } from '../proof.ts';
import { refusedWith } from '../refusal.ts';
import type { Judgement } from '../rule.ts';
import { type Case, defineRule, facts, failureOf, succeeded } from '../rule.ts';

const takenOver = 142;

export default defineRule({
  code: 'connect/client-id-taken',
  check: 'connect',
  severity: 'error',
  side: 'client',
  explains: ['pubsub/dropped-on-subscribe', 'pubsub/dropped-on-publish'],
  when: (c) => {
    const { clientId, clientIdIsOurs: anyId } = c.target.mqtt;
    if (saidTakenOver(c)) return { clientId, anyId, said: true, certainty: 'observed' as const };
    const judgement = cutOff(c);
    return judgement && { clientId, anyId, said: false, ...judgement };
  },
  say: ({ clientId, said, anyId }) => ({
    title: anyId
      ? "Another client takes the place of this one, although its client id is nobody else's."
      : `Another client uses the client id "${clientId}" as well.`,
    detail: anyId
      ? `The broker ends the connection with DISCONNECT ${takenOver}, session taken over. The id "${clientId}" was made for this check, so the broker goes by something else: it gives every account, or every certificate, one session only, and another client has just signed in with it.`
      : said
        ? `The broker ends the connection with DISCONNECT ${takenOver}, session taken over: another client has connected with this id in the meantime. A broker keeps only one of them, so the two throw each other off.`
        : 'The broker lets the client in and then cuts it off; with a fresh client id, and everything else the same, the connection lasts. That is what happens when another client with the same id connects: a broker keeps only one of them, so the two throw each other off.',
    remedies: [
      ...(anyId
        ? [
            {
              text: 'Give every client an account or certificate of its own, or let the broker tell clients apart by their ids (Mosquitto: "use_username_as_clientid false").',
            },
          ]
        : [
            {
              text: 'Give every client an id of its own: one per device and per process, for example with the serial number or the process id in it.',
            },
          ]),
      {
        text: 'Find the other one in the log or the list of clients of the broker: copies of a program, a second instance in a container, an old device.',
      },
      ...(anyId
        ? []
        : [
            {
              text: 'Leave --client-id out here: a check with the id of a real client throws that client off.',
            },
          ]),
    ],
  }),
});

function saidTakenOver(c: Case): boolean {
  if (refusedWith(c, takenOver)) return true;
  return (
    failureOf(c, 'pubsub') === 'disconnected' && facts(c, 'pubsub').disconnect?.code === takenOver
  );
}

/** Brokers without MQTT 5, and some with it, cut the older client off without a word. */
function cutOff(c: Case): Judgement | null {
  const { clientIdIsOurs, cleanStart } = c.target.mqtt;
  const failure = failureOf(c, 'pubsub');
  if (clientIdIsOurs || !succeeded(c, 'connect')) return null;
  if (failure !== 'closed' && failure !== 'reset') return null;
  if (!flipped(c, 'client-id-fresh', ...otherVersions)) return null;
  // What a kept session holds for this id goes away with the id, too.
  return { certainty: cleanStart ? 'proven' : 'likely' };
}
