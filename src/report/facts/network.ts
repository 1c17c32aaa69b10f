// The facts of `dns` and `tcp`, as shapes.

import type {
  Address,
  Dial,
  FactsOf,
  Greeting,
  LookupStatus,
  ResolverAnswer,
} from '../../facts.ts';
import { failureCode } from '../failure-shape.ts';
import {
  type Fields,
  list,
  nullable,
  number,
  numberAmong,
  object,
  oneOf,
  optional,
  type Shape,
  text,
} from '../shape.ts';
import { answer, ended } from './answer.ts';

const family = numberAmong<4 | 6>(4, 6);

const lookupStatus = oneOf<LookupStatus>({
  ok: true,
  'no-data': true,
  nxdomain: true,
  'server-failure': true,
  refused: true,
  timeout: true,
  unreachable: true,
  malformed: true,
  'cname-loop': true,
});

export const dns: Fields<FactsOf['dns']> = {
  name: text,
  addresses: list(object<Address>({ address: text, family })),
  source: oneOf({ system: true, resolver: true, literal: true }),
  systemError: nullable(text),
  hostsFile: list(text),
  resolver: nullable(
    object<ResolverAnswer>({
      server: text,
      a: lookupStatus,
      aaaa: lookupStatus,
      chain: list(object({ name: text, to: text, ttlS: number })),
      addresses: list(object({ address: text, family, ttlS: number })),
      ms: number,
    }),
  ),
};

const dialled: Shape<Dial['result']> = (value, place) =>
  value === 'connected' || value === 'pending' ? value : failureCode(value, place);

export const tcp: Fields<FactsOf['tcp']> = {
  port: number,
  dials: list(
    object<Dial>({ address: text, family, result: dialled, ms: number, raw: nullable(text) }),
  ),
  address: nullable(text),
  local: nullable(text),
  ownAddresses: optional(list(text)),
  greeting: optional(
    object<Greeting>({ listenedMs: number, answer: nullable(answer), ended: nullable(ended) }),
  ),
};
