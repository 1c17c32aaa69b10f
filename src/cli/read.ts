// Reads files and stdin: never more than a limit, never longer than a signal allows (a
// named pipe or a terminal may never end).

/** Certificates, keys and passwords are far smaller. */
export const maxFileBytes = 1024 * 1024;

/** All bytes; null: there are more than `maxBytes`. Rejects with the signal's reason. */
export async function readAll(
  source: AsyncIterable<Uint8Array | string>,
  signal: AbortSignal,
  maxBytes = maxFileBytes,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const iterator = source[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
  for (;;) {
    const { done, value } = await Promise.race([iterator.next(), aborted]);
    if (done) return Buffer.concat(chunks);
    const chunk = typeof value === 'string' ? Buffer.from(value) : value;
    size += chunk.byteLength;
    if (size > maxBytes) {
      // Not awaited: whoever writes may never stop.
      void iterator.return?.();
      return null;
    }
    chunks.push(chunk);
  }
}
