// What the TLS libraries say where the answer is no TLS, or the handshake is cut.

import type { Client } from './client-error.ts';
import { anyTls, expired, handshakeCut, notTls } from './meanings.ts';

export const handshakes: Client = {
  name: 'Node.js, Python, Java, Go',
  errors: [
    {
      ...notTls,
      pattern: /wrong[ _]version[ _]number|SERVER_HELLO:unknown[ _]protocol/i,
      example: '[SSL: WRONG_VERSION_NUMBER] wrong version number',
      settles:
        'A web server or WebSocket port answers something readable; plain MQTT brokers mostly just hang up. In the log of a broker it means that a client speaks plain MQTT to its TLS port.',
      codes: [...notTls.codes, 'protocol/tls-port'],
    },
    {
      means: 'Log of a broker: a client speaks plain MQTT to its TLS port.',
      codes: ['protocol/tls-port'],
      pattern: /(?:CLIENT_HELLO|CLNT_HELLO):(?:unknown[ _]protocol|wrong[ _]version)/i,
      example: 'SSL routines:SSL23_GET_CLIENT_HELLO:unknown protocol',
    },
    {
      ...notTls,
      pattern: /first record does not look like a TLS handshake/i,
      example: 'tls: first record does not look like a TLS handshake',
    },
    {
      ...notTls,
      pattern: /unsupported or unrecognized SSL message|not an SSL\/TLS record/i,
      example: 'javax.net.ssl.SSLException: Unsupported or unrecognized SSL message',
    },
    {
      ...notTls,
      pattern: /ssl routines:{1,2}.{0,40}(?:http[ _]request|packet[ _]length[ _]too[ _]long)/i,
      example: 'error:0A00009C:SSL routines::http request',
    },
    {
      ...handshakeCut,
      pattern: /unexpected[ _]eof[ _]while[ _]reading|EOF occurred in violation of protocol/i,
      example: 'ssl.SSLEOFError: EOF occurred in violation of protocol',
    },
    {
      ...handshakeCut,
      pattern: /Remote host (?:terminated|closed connection during) (?:the )?handshake/i,
      example: 'SSLHandshakeException: Remote host terminated the handshake',
    },
    {
      ...handshakeCut,
      pattern: /SSL peer shut down incorrectly/i,
      example: 'java.io.EOFException: SSL peer shut down incorrectly',
    },
    {
      ...handshakeCut,
      pattern: /disconnected before secure TLS connection was established/i,
      example: 'Client network socket disconnected before secure TLS connection was established',
    },
    {
      ...anyTls,
      weight: 'broad',
      pattern: /(?:TLS|SSL)[ _]?(?:\w{1,12}[ _])?(?:handshake|connect).{0,24}fail/i,
      example: 'SSL_connect failed to perform TLS handshake',
    },
    {
      ...expired,
      weight: 'broad',
      pattern: /certificate.{0,24}expired/i,
      example: 'The server certificate is expired',
    },
    {
      means: 'The server offers a version of TLS that the client does not take.',
      codes: ['tls/version-unsupported'],
      pattern:
        /unsupported[ _]protocol(?![ _]?ver)|no[ _]protocols[ _]available|version[ _]too[ _]low/i,
      example: '[SSL: UNSUPPORTED_PROTOCOL] unsupported protocol',
    },
    {
      means: 'Client and server have no cipher in common.',
      codes: ['tls/cipher-mismatch', 'tls/weak-certificate'],
      pattern: /no[ _](?:shared[ _]cipher|ciphers[ _]available|cipher[ _]match)/i,
      example: 'error:0A0000C1:SSL routines::no shared cipher',
    },
    {
      means: 'The client verifies nothing and no name is sent, because no host name was set.',
      codes: ['tls/sni-required', 'tls/hostname-mismatch'],
      rare: true,
      pattern: /check_hostname requires server_hostname|server_hostname cannot be an empty/i,
      example: 'ValueError: check_hostname requires server_hostname',
    },
  ],
};
