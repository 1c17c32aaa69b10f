// The facts of `websocket`, as a shape.

import type { FactsOf, HttpHeader } from '../../facts.ts';
import { type Fields, flag, list, nullable, number, object, text } from '../shape.ts';
import { answer, ended } from './answer.ts';

export const websocket: Fields<FactsOf['websocket']> = {
  url: text,
  path: text,
  querySent: flag,
  headersSent: list(text),
  origin: nullable(text),
  offered: list(text),
  chosen: nullable(text),
  status: nullable(number),
  headers: list(object<HttpHeader>({ name: text, value: text })),
  location: nullable(text),
  body: nullable(text),
  bytesIn: number,
  answer: nullable(answer),
  ended: nullable(ended),
};
