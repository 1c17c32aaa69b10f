// Small pieces of sentences that several rules put together.

/** `a; b; or c`, for causes that look the same. */
export function either(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join('; ')}; or ${last}`;
}

/** How a connection ended, as what the broker does. */
export function endsIt(how: string | null): string {
  return how === 'reset' ? 'resets the connection' : 'closes the connection';
}

/** `reset` or `closed` as what the broker did. */
export function endedIt(how: string | null): string {
  return how === 'reset' ? 'reset the connection' : 'closed the connection';
}
