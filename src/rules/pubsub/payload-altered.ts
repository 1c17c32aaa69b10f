// What comes back is not what was sent.

import { defineRule, facts, failureOf } from '../rule.ts';

export default defineRule({
  code: 'pubsub/payload-altered',
  check: 'pubsub',
  severity: 'error',
  side: 'server',
  when: (c) => {
    if (failureOf(c, 'pubsub') !== 'payload-altered') return null;
    const { topic, payloadBytes = 0, altered = 0 } = facts(c, 'pubsub');
    return { topic: topic ?? c.target.roundTrip.topic, payloadBytes, altered };
  },
  say: ({ topic, payloadBytes }, { target }) => ({
    title: `The message that comes back on "${topic}" has other bytes than the one that was sent.`,
    detail: `${payloadBytes} bytes went out. Something rewrites messages on this topic: a rule, plug-in or schema of the broker, or a program that subscribes and publishes to it${
      target.roundTrip.topicIsOurs ? ', although no other client knows this topic' : ''
    }.`,
    remedies: [
      {
        text: 'On the broker, look for rules, plug-ins and bridges that transform messages on this topic: conversion, compression, encryption, enrichment.',
      },
      { text: 'Compare what goes out with what arrives, in the transcript of --verbose.' },
    ],
  }),
});
