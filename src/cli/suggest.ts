// The known name that a mistyped one was probably meant to be.

/** At most two edits away (insert, delete, replace, swap of neighbours), and mostly alike. */
export function closest(typed: string, known: readonly string[]): string | null {
  let best: { readonly name: string; readonly edits: number } | null = null;
  for (const name of known) {
    const edits = editsBetween(typed, name);
    const alike = edits <= 2 && edits < Math.max(typed.length, name.length) * 0.4;
    if (alike && (best === null || edits < best.edits)) best = { name, edits };
  }
  return best?.name ?? null;
}

/** Damerau–Levenshtein distance in its "optimal string alignment" form. */
function editsBetween(a: string, b: string): number {
  // Lengths this far apart cannot be two edits from each other; it also bounds the table.
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + same,
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}
