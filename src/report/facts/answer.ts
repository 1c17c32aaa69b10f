// What the other side said where it was not what was asked for, and how it ended, as shapes.

import type { Answer, Ended, Service } from '../../facts.ts';
import { nullable, number, object, oneOf, text } from '../shape.ts';

const service = oneOf<Service>({
  mqtt: true,
  tls: true,
  http: true,
  ssh: true,
  smtp: true,
  ftp: true,
  pop3: true,
  imap: true,
  amqp: true,
  redis: true,
  nats: true,
  mysql: true,
  postgresql: true,
  vnc: true,
  rtsp: true,
  openwire: true,
  stomp: true,
  memcached: true,
  telnet: true,
  websocket: true,
  unknown: true,
});

export const ended = object<Ended>({ how: oneOf({ closed: true, reset: true }), afterMs: number });

export const answer = object<Answer>({
  service,
  sample: text,
  httpStatus: nullable(number),
  product: nullable(text),
  tlsAlert: nullable(number),
});
