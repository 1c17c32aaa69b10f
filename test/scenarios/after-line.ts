// A server that reads whole lines before it looks at them, as many web servers do. A CONNECT
// packet has no line break, so it waits for ever.

import type { Service } from '../lab/service.ts';

export function afterLine(service: Service): Service {
  return {
    accept: (stream, arrival) => {
      const chunks: Buffer[] = [];
      const take = (chunk: Buffer) => {
        chunks.push(chunk);
        if (!chunk.includes('\n')) return;
        stream.off('data', take);
        stream.pause();
        stream.unshift(Buffer.concat(chunks));
        service.accept(stream, arrival);
        stream.resume();
      };
      stream.on('data', take);
    },
  };
}
