// What answered, where it was not what was asked for.

import type { Answer, Service } from '../evidence.ts';

const names: Readonly<Record<Service, string>> = {
  mqtt: 'plain MQTT answers',
  tls: 'TLS answers',
  http: 'a web server answers',
  websocket: 'a WebSocket server answers',
  ssh: 'an SSH server answers',
  smtp: 'a mail server (SMTP) answers',
  ftp: 'an FTP server answers',
  pop3: 'a mail server (POP3) answers',
  imap: 'a mail server (IMAP) answers',
  amqp: 'an AMQP broker answers',
  redis: 'Redis answers',
  nats: 'a NATS server answers',
  mysql: 'MySQL answers',
  postgresql: 'PostgreSQL answers',
  vnc: 'a VNC server answers',
  rtsp: 'an RTSP server answers',
  openwire: 'an OpenWire broker answers',
  stomp: 'a STOMP broker answers',
  memcached: 'memcached answers',
  telnet: 'a Telnet server answers',
  unknown: 'something unknown answers',
};

/** `a web server answers (400, nginx/1.24)` */
export function answerWords({ service, httpStatus, product }: Answer): string {
  const more = [httpStatus, product].filter((one) => one !== null).join(', ');
  const words = names[service] ?? names.unknown;
  return more === '' ? words : `${words} (${more})`;
}
