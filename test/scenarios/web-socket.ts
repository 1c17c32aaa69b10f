// The beginning of a WebSocket listener: it accepts a request to upgrade (RFC 6455 §4.2.2) and
// meets anything else in one of the ways that are seen.

import { createHash } from 'node:crypto';
import { answersHttp } from '../lab/banners.ts';
import { closesAfterFirstBytes, type Service, silent } from '../lab/service.ts';

const others = { http: answersHttp(), close: closesAfterFirstBytes, silent };

export function webSocket(whenNoRequest: keyof typeof others): Service {
  return {
    accept: (stream, arrival) =>
      void stream.once('data', (chunk: Buffer) => {
        const key = /^GET [\s\S]*\r\nSec-WebSocket-Key: (\S+)\r\n/i.exec(chunk.toString('latin1'));
        if (key?.[1]) return void stream.write(accepting(key[1]));
        // It reads what has been taken off once more.
        stream.pause();
        stream.unshift(chunk);
        others[whenNoRequest].accept(stream, arrival);
        stream.resume();
      }),
  };
}

function accepting(key: string): string {
  const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
  const accept = createHash('sha1').update(`${key}${guid}`).digest('base64');
  return [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${accept}`,
    'Sec-WebSocket-Protocol: mqtt',
    '\r\n',
  ].join('\r\n');
}
