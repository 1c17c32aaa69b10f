// Opens a file named on the command line, also where it is a pipe: `<(command)`, mkfifo.

import { constants, createReadStream, openSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';

/** In chunks, until the signal aborts. Errors carry `code`: ENOENT, EACCES... */
export async function* openFile(path: string, signal: AbortSignal): AsyncIterable<Uint8Array> {
  const found = await stat(path);
  yield* addAbortSignal(signal, found.isFIFO() ? openPipe(path) : createReadStream(path));
}

/**
 * A thread of the pool that waits for a pipe cannot be called off, and `process.exit`
 * waits for that thread. Without blocking, the event loop does the waiting.
 */
function openPipe(path: string): Readable {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}
