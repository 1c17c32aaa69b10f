// The facts of `tls` and `alpn`, as shapes.

import type { Alert, FactsOf, Verification } from '../../facts.ts';
import {
  type Fields,
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
} from '../shape.ts';
import { answer, ended } from './answer.ts';
import { certificate } from './certificate.ts';

export const tls: Fields<FactsOf['tls']> = {
  serverNameSent: nullable(text),
  alpnOffered: list(text),
  alpnSelected: nullable(text),
  version: nullable(text),
  cipher: nullable(text),
  chain: list(certificate),
  chainFrom: nullable(oneOf({ wire: true, runtime: true })),
  verification: nullable(
    object<Verification>({ trusted: flag, code: nullable(text), name: text, nameMatches: flag }),
  ),
  alert: nullable(object<Alert>({ number, name: text, late: flag })),
  clientCertificate: object<FactsOf['tls']['clientCertificate']>({
    requested: nullable(flag),
    authorities: list(text),
    sent: flag,
    heard: optional(flag),
  }),
  serverHello: flag,
  bytesOut: number,
  bytesIn: number,
  answer: nullable(answer),
  ended: nullable(ended),
};

export const alpn: Fields<FactsOf['alpn']> = { offered: list(text), selected: nullable(text) };
