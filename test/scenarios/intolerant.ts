// What cannot stand newer clients: it resets every connection whose first message offers TLS 1.3,
// and passes on the others.

import { connect } from 'node:net';
import { helloIsDecided, readClientHello } from '../lab/client-hello.ts';
import type { Service } from '../lab/service.ts';

const tls13 = 0x0304;

export function intolerant(port: number): Service {
  return {
    accept: async (stream, { wire }) => {
      const hello = readClientHello(await wire.first(helloIsDecided));
      if (hello?.versions.includes(tls13)) return wire.reset();
      const behind = connect(port, '127.0.0.1');
      behind.on('error', () => stream.destroy());
      stream.on('close', () => behind.destroy());
      stream.pipe(behind).pipe(stream);
    },
  };
}
