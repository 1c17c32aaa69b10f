// A time span as people read it: `0.4 ms`, `212 ms`, `12.3 s`.

export function duration(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 1) return `${Math.round(ms)} ms`;
  return ms < 0.05 ? '0 ms' : `${ms.toFixed(1)} ms`;
}
