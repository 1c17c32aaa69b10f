// The facts of `connect` and `pubsub`, as shapes.

import type { Connack, Disconnect, FactsOf, Property } from '../../facts.ts';
import { mqttVersion, qos } from '../mqtt-shape.ts';
import {
  type Fields,
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  record,
  type Shape,
  text,
} from '../shape.ts';
import { answer, ended } from './answer.ts';

const property: Shape<Property> = (value, place) => {
  if (typeof value === 'number') return number(value, place);
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? list(text)(value, place) : text(value, place);
};

const disconnect = object<Disconnect>({
  code: number,
  name: text,
  properties: record(property),
});

export const connect: Fields<FactsOf['connect']> = {
  version: mqttVersion,
  clientId: text,
  cleanStart: flag,
  keepAliveS: number,
  usernameSent: flag,
  passwordSent: flag,
  willSent: flag,
  inClear: flag,
  connack: nullable(
    object<Connack>({
      code: number,
      name: text,
      sessionPresent: flag,
      properties: record(property),
    }),
  ),
  authMethod: nullable(text),
  disconnect: nullable(disconnect),
  bytesIn: number,
  answer: nullable(answer),
  ended: nullable(ended),
};

export const pubsub: Fields<FactsOf['pubsub']> = {
  topic: text,
  qos,
  retain: flag,
  payloadBytes: number,
  suback: nullable(object({ code: number, name: text, reason: nullable(text) })),
  acknowledgement: nullable(
    object({
      packet: oneOf({ PUBACK: true, PUBREC: true }),
      code: number,
      name: text,
      reason: nullable(text),
    }),
  ),
  sent: number,
  acknowledged: number,
  received: number,
  duplicates: number,
  altered: number,
  echoQos: nullable(qos),
  latencyMs: list(number),
  latency: nullable(object({ minMs: number, medianMs: number, p95Ms: number })),
  stage: oneOf({ subscribe: true, publish: true, echo: true, done: true }),
  alive: optional(flag),
  disconnect: nullable(disconnect),
  ended: nullable(ended),
};
