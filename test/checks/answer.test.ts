import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameAnswer } from '../../src/checks/answer.ts';
import type { Answer, Service } from '../../src/evidence.ts';

type Row = [what: string, bytes: string, service: Service, stated?: Partial<Answer>];

const page = 'Content-Type: text/html\r\n\r\n<html></html>';

/** One character for each byte. */
const rows: Row[] = [
  // MQTT
  ['CONNACK of 3.1.1', '\x20\x02\x00\x05', 'mqtt'],
  ['CONNACK of 3.1.1 with a code that the standard does not have', '\x20\x02\x00\x09', 'mqtt'],
  ['CONNACK of 5', '\x20\x03\x00\x87\x00', 'mqtt'],
  ['CONNACK of 5 with properties', '\x20\x09\x01\x00\x06\x22\x00\x0a\x21\x00\x14', 'mqtt'],
  ['DISCONNECT of 5', '\xe0\x02\x82\x00', 'mqtt'],
  ['DISCONNECT of 5 with a reason alone', '\xe0\x01\x8d', 'mqtt'],
  ['AUTH of 5', '\xf0\x0a\x18\x08\x15\x00\x05PLAIN', 'mqtt'],
  ['PUBLISH before CONNACK', '\x30\x09\x00\x03a/bhello!', 'mqtt'],
  // TLS
  ['a fatal alert', '\x15\x03\x03\x00\x02\x02\x28', 'tls', { tlsAlert: 40 }],
  ['an alert of TLS 1.0', '\x15\x03\x01\x00\x02\x02\x46', 'tls', { tlsAlert: 70 }],
  ['a ServerHello', '\x16\x03\x03\x00\x7a\x02\x00\x00\x76\x03\x03', 'tls'],
  // HTTP and WebSocket
  [
    'nginx',
    `HTTP/1.1 400 Bad Request\r\nServer: nginx/1.24.0\r\n${page}`,
    'http',
    { httpStatus: 400, product: 'nginx/1.24.0' },
  ],
  [
    'a header in lower case',
    'HTTP/1.1 404 Not Found\r\nserver: awselb/2.0\r\n\r\n',
    'http',
    { httpStatus: 404, product: 'awselb/2.0' },
  ],
  ['no reason phrase', 'HTTP/1.0 502\r\n\r\n', 'http', { httpStatus: 502 }],
  [
    'a body that talks of WebSockets',
    'HTTP/1.1 400 Bad Request\r\n\r\nSec-WebSocket-Key: missing',
    'http',
    { httpStatus: 400 },
  ],
  [
    'an upgrade to HTTP/2 offered',
    'HTTP/1.1 426 Upgrade Required\r\nUpgrade: h2c\r\n\r\n',
    'http',
    { httpStatus: 426 },
  ],
  ['a page without a head', '<html>\r\n<head><title>400 Bad Request</title></head>', 'http'],
  ['a page with a doctype', '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html>', 'http'],
  [
    'an HTTP/2 server',
    '\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0\x80\0\x04\0\x01\0\0\0\x05\0\xff\xff\xff',
    'http',
  ],
  [
    'an accepted WebSocket',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    'websocket',
    { httpStatus: 101 },
  ],
  [
    'a refused WebSocket',
    'HTTP/1.1 426 Upgrade Required\r\nContent-Length: 16\r\n\r\nUpgrade Required',
    'websocket',
    { httpStatus: 426 },
  ],
  [
    'a WebSocket of another version',
    'HTTP/1.1 400 Bad Request\r\nSec-WebSocket-Version: 13, 8\r\n\r\n',
    'websocket',
    { httpStatus: 400 },
  ],
  // Lines of text
  [
    'OpenSSH',
    'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u2\r\n',
    'ssh',
    { product: 'OpenSSH_9.2p1 Debian-2+deb12u2' },
  ],
  ['Dropbear', 'SSH-2.0-dropbear_2022.83\r\n\0\0\x01', 'ssh', { product: 'dropbear_2022.83' }],
  [
    'Postfix',
    '220 mail.example.com ESMTP Postfix (Debian/GNU)\r\n',
    'smtp',
    { product: 'Postfix' },
  ],
  [
    'Exim',
    '220 mx.example.com ESMTP Exim 4.96 Tue, 02 Jan 2024 10:00:00 +0000\r\n',
    'smtp',
    { product: 'Exim 4.96' },
  ],
  ['a mail server that is called ftp', '220 ftp.example.com ESMTP ready\r\n', 'smtp'],
  ['a mail server that refuses', '554 mx1.example.com ESMTP not accepting connections\r\n', 'smtp'],
  ['vsftpd', '220 (vsFTPd 3.0.5)\r\n', 'ftp', { product: 'vsFTPd 3.0.5' }],
  [
    'ProFTPD',
    '220 ProFTPD 1.3.8 Server (Debian) [::ffff:192.0.2.1]\r\n',
    'ftp',
    { product: 'ProFTPD 1.3.8' },
  ],
  [
    'Pure-FTPd',
    '220---------- Welcome to Pure-FTPd [privsep] [TLS] ----------\r\n220-You are user number 1 of 50 allowed.\r\n',
    'ftp',
    { product: 'Pure-FTPd' },
  ],
  [
    'FileZilla',
    '220-FileZilla Server 1.8.0\r\n220 Please visit https://filezilla-project.org/\r\n',
    'ftp',
    { product: 'FileZilla Server 1.8.0' },
  ],
  ['IIS', '220 Microsoft FTP Service\r\n', 'ftp', { product: 'Microsoft FTP Service' }],
  ['an FTP server that is called smtp', '220 smtp.example.com FTP server ready.\r\n', 'ftp'],
  ['Dovecot POP3', '+OK Dovecot ready.\r\n', 'pop3', { product: 'Dovecot' }],
  [
    'Gmail POP3',
    '+OK Gpop ready for requests from 192.0.2.1 ab12\r\n',
    'pop3',
    { product: 'Gpop' },
  ],
  [
    'Dovecot IMAP',
    '* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE] Dovecot ready.\r\n',
    'imap',
    { product: 'Dovecot' },
  ],
  ['an IMAP server that refuses', '* BYE Too many connections\r\n', 'imap'],
  [
    'Redis to bytes it does not know',
    "-ERR unknown command '\x10', with args beginning with: \r\n",
    'redis',
  ],
  ['Redis to a broken request', '-ERR Protocol error: invalid bulk length\r\n', 'redis'],
  [
    'Redis in protected mode',
    '-DENIED Redis is running in protected mode because protected mode is enabled\r\n',
    'redis',
  ],
  ['Redis with a password', '-NOAUTH Authentication required.\r\n', 'redis'],
  [
    'NATS',
    'INFO {"server_id":"NA","server_name":"n1","version":"2.10.7","proto":1,"go":"go1.21"} \r\n',
    'nats',
    { product: '2.10.7' },
  ],
  ['VNC', 'RFB 003.008\n', 'vnc', { product: '003.008' }],
  [
    'RTSP',
    'RTSP/1.0 400 Bad Request\r\nServer: GStreamer RTSP server\r\n\r\n',
    'rtsp',
    { product: 'GStreamer RTSP server' },
  ],
  [
    'ActiveMQ STOMP',
    'ERROR\ncontent-type:text/plain\nmessage:Unknown STOMP action\n\nbody\0',
    'stomp',
  ],
  [
    'RabbitMQ STOMP',
    'ERROR\nmessage:Invalid frame\nserver:RabbitMQ/3.12.1\n\n\0',
    'stomp',
    { product: 'RabbitMQ/3.12.1' },
  ],
  ['memcached', 'ERROR\r\n', 'memcached'],
  ['memcached, twice', 'ERROR\r\nERROR\r\n', 'memcached'],
  ['memcached to a long line', 'CLIENT_ERROR line format\r\n', 'memcached'],
  // Binary frames
  ['RabbitMQ', 'AMQP\x00\x00\x09\x01', 'amqp', { product: '0-9-1' }],
  ['AMQP 1.0', 'AMQP\x00\x01\x00\x00', 'amqp', { product: '1.0' }],
  ['AMQP 1.0 with SASL', 'AMQP\x03\x01\x00\x00', 'amqp', { product: '1.0' }],
  ['AMQP 0-10', 'AMQP\x01\x01\x00\x0a', 'amqp'],
  ['MySQL', 'J\0\0\0\x0a8.0.36\0\x08\0\0\0', 'mysql', { product: '8.0.36' }],
  [
    'MariaDB',
    'n\0\0\0\x0a5.5.5-10.11.6-MariaDB-0+deb12u1\0\x1f',
    'mysql',
    { product: '5.5.5-10.11.6-MariaDB-0+deb12u1' },
  ],
  [
    'MariaDB to a stranger',
    "F\0\0\x01\xff\x6a\x04Host '192.0.2.1' is not allowed to connect to this MariaDB server",
    'mysql',
    { product: 'MariaDB' },
  ],
  ['MySQL with no room', '\x17\0\0\0\xff\x10\x04Too many connections', 'mysql'],
  ['MySQL X Protocol', '\x05\0\0\0\x0b\x08\x05\x1a\0', 'mysql'],
  [
    'PostgreSQL',
    'E\0\0\0\x8aSFATAL\0VFATAL\0C08P01\0Munsupported frontend protocol\0\0',
    'postgresql',
  ],
  ['PostgreSQL in German', 'E\0\0\0\x8aSSCHWERWIEGEND\0VFATAL\0C0A000\0Mnein\0\0', 'postgresql'],
  [
    'PostgreSQL of protocol 2',
    'EFATAL:  unsupported frontend protocol 4096.1025\n\0',
    'postgresql',
  ],
  [
    'ActiveMQ',
    '\0\0\x01\x4c\x01ActiveMQ\0\0\0\x0c\x01\0\0\0\x0fProviderVersion\x09\0\x065.18.3',
    'openwire',
    { product: '5.18.3' },
  ],
  ['telnet', '\xff\xfd\x18\xff\xfd\x20\xff\xfd\x23\xff\xfd\x27', 'telnet'],
  ['telnet of a small device', '\xff\xfb\x01\xff\xfb\x03login: ', 'telnet'],
  // Too little to say
  ['one byte', 'N', 'unknown'],
  ['PostgreSQL that has no TLS', 'S', 'unknown'],
  ['a 220 that says nothing', '220 welcome\r\n', 'unknown'],
  ['a 220 that says both', '220 FTP and SMTP gateway\r\n', 'unknown'],
  ['a bare +OK', '+OK\r\n', 'unknown'],
  ['a -ERR of POP3', '-ERR [SYS/TEMP] try again\r\n', 'unknown'],
  ['an error of nobody', 'ERROR\n', 'unknown'],
  ['an error in words', 'ERROR: bad request\r\n', 'unknown'],
  ['half a CONNACK', '\x20\x02\x00', 'unknown'],
  ['reserved flags in CONNACK', '\x20\x02\x02\x00', 'unknown'],
  ['a 3.1.1 client echoed', '\x10\x0c\x00\x04MQTT\x04\x02\x00\x3c\x00\x00', 'unknown'],
  ['our ClientHello echoed', '\x16\x03\x01\x00\x10\x01\x00\x00\x0c\x03\x03', 'unknown'],
  ['digits that look like a PUBLISH', '000 hello', 'unknown'],
  [
    'an error packet of a code that MySQL does not have',
    '\x17\0\0\0\xff\x10\0Too many connections',
    'unknown',
  ],
  ['zeros', '\0\0\0\0\0\0\0\0\0\0', 'unknown'],
  ['a line of text', 'hello world\r\n', 'unknown'],
];

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

for (const [what, text, service, stated] of rows) {
  test(`${service}: ${what}`, () => {
    const answer = nameAnswer(bytesOf(text));
    assert.ok(answer);
    const { sample, ...named } = answer;
    assert.deepEqual(named, {
      service,
      httpStatus: null,
      product: null,
      tlsAlert: null,
      ...stated,
    });
    assert.ok(sample.length > 0);
  });
}

test('no bytes are no answer', () => {
  assert.equal(nameAnswer(Buffer.alloc(0)), null);
});

test('an answer that is cut is named rightly or not at all', () => {
  for (const [what, text, service] of rows) {
    for (let length = 1; length < text.length; length += 1) {
      const named = nameAnswer(bytesOf(text.slice(0, length)))?.service;
      // The header that tells a WebSocket listener comes after the status.
      const allowed = service === 'websocket' ? ['unknown', service, 'http'] : ['unknown', service];
      assert.ok(allowed.includes(named ?? ''), `${what}, ${length} bytes: ${named}`);
    }
  }
});

test('a sample keeps printable characters and line breaks, and spells out the rest', () => {
  const sampleOf = (text: string) => nameAnswer(bytesOf(text))?.sample;
  assert.equal(sampleOf('one\r\ntwo\nthree'), 'one\ntwo\nthree');
  assert.equal(sampleOf('\x1b[31m\t\r\x00\x7f\xe9'), '\\x1b[31m\\x09\\x0d\\x00\\x7f\\xe9');
});

test('a sample ends after 256 characters, never within an escape', () => {
  const sampleOf = (text: string) => nameAnswer(bytesOf(text))?.sample;
  assert.equal(sampleOf('a'.repeat(70_000)), 'a'.repeat(256));
  assert.equal(sampleOf(`aa${'\0'.repeat(100)}`), `aa${'\\x00'.repeat(63)}`);
});

test('a product is one short line without control characters', () => {
  const productOf = (text: string) => nameAnswer(bytesOf(text))?.product;
  const server = (name: string) => productOf(`HTTP/1.1 200 OK\r\nServer: ${name}\r\n\r\n`);
  assert.equal(server('\x1b]0;title\x07'), '\\x1b]0;title\\x07');
  assert.equal(server('x'.repeat(1000))?.length, 80);
  assert.equal(server('   '), null);
});

test('a Server line in the body is not the product', () => {
  const answer = nameAnswer(bytesOf('HTTP/1.1 200 OK\r\n\r\nServer: nobody\r\n'));
  assert.equal(answer?.product, null);
});
