// A span of time in words, as long as a sentence needs it.

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** `12 days`, `1 hour`, `less than a minute`; rounded down. */
export function elapsed(ms: number): string {
  for (const [unit, size] of units) {
    const count = Math.floor(ms / size);
    if (count > 0) return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}

/** `2026-01-31 12:00 UTC` from ISO 8601 in UTC. */
export function minuteOf(iso: string): string {
  return `${iso.slice(0, iso.indexOf('T'))} ${iso.slice(iso.indexOf('T') + 1).slice(0, 5)} UTC`;
}
