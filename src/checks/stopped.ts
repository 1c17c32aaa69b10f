// Why a wait ended early. Every wait in checks/ goes through `within`.

import type { FailureCode } from '../failure.ts';

/** The reason with which a rung's signal aborts. */
export class Stopped extends Error {
  readonly code: Extract<FailureCode, 'timeout' | 'deadline' | 'interrupted'>;
  constructor(code: Stopped['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Settles like `promise`, or rejects with the signal's reason, whichever is first. */
export function within<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
