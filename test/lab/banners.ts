// Services that are no MQTT broker: those that speak first, and those that answer anything
// with their own kind of error. What they say is copied from how the protocols begin.

import { hangUp, type Service } from './service.ts';

/** `first`: said at once. `reply`: said to the first bytes, whatever they are. */
export interface Banner {
  readonly first?: string;
  readonly reply?: string;
}

export const banners = {
  ssh: {
    first: 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n',
    reply: 'Invalid SSH identification string.\r\n',
  },
  smtp: {
    first: '220 mail.example.test ESMTP Postfix\r\n',
    reply: '502 5.5.2 Error: command not recognized\r\n',
  },
  ftp: { first: '220 (vsFTPd 3.0.3)\r\n', reply: '530 Please login with USER and PASS.\r\n' },
  pop3: { first: '+OK Dovecot ready.\r\n', reply: '-ERR Unknown command.\r\n' },
  imap: {
    first: '* OK [CAPABILITY IMAP4rev1] Dovecot ready.\r\n',
    reply: '* BAD Error in IMAP command.\r\n',
  },
  nats: {
    first: 'INFO {"server_id":"NLAB","version":"2.10.7","port":4222,"max_payload":1048576}\r\n',
    reply: "-ERR 'Unknown Protocol Operation'\r\n",
  },
  mysql: { first: 'J\0\0\0\n8.0.36\0\b\0\0\0abcdefgh\0' },
  vnc: { first: 'RFB 003.008\n' },
  telnet: { first: '\xff\xfd\x18\xff\xfd\x20\xff\xfd\x23\xff\xfd\x27' },
  amqp: { reply: 'AMQP\0\0\x09\x01' },
  redis: { reply: '-ERR unknown command, with args beginning with: \r\n' },
  memcached: { reply: 'ERROR\r\n' },
  stomp: { reply: 'ERROR\nmessage:Unknown STOMP action\n\n\0' },
  rtsp: { reply: 'RTSP/1.0 400 Bad Request\r\n\r\n' },
} as const satisfies Record<string, Banner>;

/** @param then what follows the reply; default `close` */
export function says(
  banner: keyof typeof banners | Banner,
  then: 'close' | 'stay' = 'close',
): Service {
  const { first, reply }: Banner = typeof banner === 'string' ? banners[banner] : banner;
  return {
    accept(stream) {
      if (first !== undefined) stream.write(first, 'latin1');
      stream.once('data', () => {
        if (reply !== undefined) stream.write(reply, 'latin1');
        if (then === 'close') hangUp(stream);
        else stream.resume();
      });
    },
  };
}

export interface HttpAnswer {
  /** Default 400, which is what web servers say to a CONNECT packet. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A web server: answers the first bytes, HTTP or not, and closes. */
export function answersHttp(answer: HttpAnswer = {}): Service {
  return says({ reply: httpAnswer(answer) });
}

export function httpAnswer({ status = 400, headers = {}, body = '' }: HttpAnswer): string {
  const all = {
    Server: 'nginx',
    Date: new Date().toUTCString(),
    'Content-Type': 'text/html',
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${reasons[status] ?? 'Status'}\r\n${lines.join('')}\r\n${body}`;
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  301: 'Moved Permanently',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  426: 'Upgrade Required',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};
