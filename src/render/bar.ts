// The time bar of a rung: how its time compares to the slowest rung's.

/** At most `cells` characters; where there are any, a time above zero has at least one. */
export function bar(ms: number, slowestMs: number, cells: number, unicode: boolean): string {
  if (!(ms > 0) || !(slowestMs > 0) || cells === 0) return '';
  const full = Math.round((Math.min(ms, slowestMs) / slowestMs) * cells);
  if (full === 0) return unicode ? '▏' : '#';
  return (unicode ? '▎' : '#').repeat(full);
}
