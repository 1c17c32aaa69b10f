// A port that passes TLS on to a broker's TLS port, and leaves anything else to another service:
// what proxies and load balancers do that look at the first byte.

import { connect } from 'node:net';
import type { Service } from '../lab/service.ts';

const handshakeRecord = 22;

export function tlsOrElse(port: number, other: Service): Service {
  return {
    accept: async (stream, arrival) => {
      const [first] = await arrival.wire.first((bytes) => bytes.length > 0);
      if (first !== handshakeRecord) return other.accept(stream, arrival);
      const behind = connect(port, '127.0.0.1');
      behind.on('error', () => stream.destroy());
      stream.on('close', () => behind.destroy());
      stream.pipe(behind).pipe(stream);
    },
  };
}
