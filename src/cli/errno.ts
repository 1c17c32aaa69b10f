// The code of an operating system's error.

/** ENOENT, EACCES, EISDIR...; EIO where there is none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'EIO';
}
