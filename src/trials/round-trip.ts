// One setting of the round trip at a time.

import { type Attempt, factsOf, failureIn } from '../evidence.ts';
import type { RoundTripSettings, Target } from '../target.ts';
import { defineTrial, once, wordless } from './trial.ts';

function withRoundTrip(target: Target, roundTrip: Partial<RoundTripSettings>): Target {
  return { ...target, roundTrip: { ...target.roundTrip, ...roundTrip } };
}

/** Never beside a round trip that still waits: its facts are not there yet. */
function over(main: Attempt): boolean {
  return factsOf(main, 'pubsub').stage !== undefined;
}

function failed(main: Attempt): boolean {
  const failure = failureIn(main, 'pubsub');
  if (!over(main)) return false;
  return (
    wordless(failure) ||
    failure === 'disconnected' ||
    failure === 'not-delivered' ||
    failure === 'publish-refused' ||
    failure === 'subscribe-refused'
  );
}

function cut(main: Attempt): boolean {
  const failure = failureIn(main, 'pubsub');
  return over(main) && (wordless(failure) || failure === 'disconnected');
}

/** Codes of SUBACK, PUBACK and PUBREC that may be about the QoS. */
const vague = [128, 130, 131, 155];

function refusedVaguely(main: Attempt): boolean {
  const { suback, acknowledgement } = factsOf(main, 'pubsub');
  const code =
    failureIn(main, 'pubsub') === 'subscribe-refused' ? suback?.code : acknowledgement?.code;
  return vague.includes(code ?? 0);
}

export const topicFresh = defineTrial({
  id: 'topic-fresh',
  label: () => 'another topic',
  question: () => 'Does it work on another topic?',
  values: ({ target, main }) => once(!target.roundTrip.topicIsOurs && failed(main)),
  change: (target) =>
    withRoundTrip(target, { topic: freshTopic(target), topicIsOurs: true, retain: false }),
  setting: 'topic',
  from: ({ roundTrip }) => roundTrip.topic,
  upTo: 'pubsub',
  credentials: 'same',
});

/** Derived from the user's, so that planning stays pure; nobody else has this one. */
function freshTopic({ mqtt, roundTrip }: Target): string {
  const named = [...`${mqtt.clientId} ${roundTrip.topic}`];
  const sum = named.reduce((all, one) => (all * 31 + one.charCodeAt(0)) >>> 0, 7);
  return `mqtt-doctor/${sum.toString(16).padStart(8, '0')}/probe`;
}

export const qosLower = defineTrial({
  id: 'qos',
  label: (qos) => `QoS ${qos}`,
  question: (qos) => `Does it work with QoS ${qos}?`,
  values: ({ target, main }) => {
    if (!cut(main) && !refusedVaguely(main)) return [];
    return target.roundTrip.qos === 2 ? ['1'] : target.roundTrip.qos === 1 ? ['0'] : [];
  },
  change: (target, qos) => withRoundTrip(target, { qos: qos === '1' ? 1 : 0 }),
  setting: 'qos',
  from: ({ roundTrip }) => String(roundTrip.qos),
  upTo: 'pubsub',
  credentials: 'same',
});

export const retainNone = defineTrial({
  id: 'no-retain',
  label: () => 'no retain flag',
  question: () => 'Does it work without the retain flag?',
  values: ({ target, main }) => once(target.roundTrip.retain && failed(main)),
  change: (target) => withRoundTrip(target, { retain: false }),
  setting: 'retain',
  from: ({ roundTrip }) => String(roundTrip.retain),
  upTo: 'pubsub',
  credentials: 'same',
});

const smallBytes = 32;

export const payloadSmall = defineTrial({
  id: 'small-payload',
  label: () => 'a small message',
  question: () => 'Does it work with a small message?',
  values: ({ target, main }) =>
    once(
      target.roundTrip.payloadSize > 512 &&
        failed(main) &&
        factsOf(main, 'pubsub').stage !== 'subscribe',
    ),
  change: (target) => withRoundTrip(target, { payloadSize: smallBytes }),
  setting: 'payloadSize',
  from: ({ roundTrip }) => String(roundTrip.payloadSize),
  upTo: 'pubsub',
  credentials: 'same',
});
