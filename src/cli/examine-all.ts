// Several targets, a few at a time, results in the order asked for.

/** More would make them measure each other. */
const together = 4;

/** What an abort left unbegun is left out. */
export async function examineAll<Plan, Evidence>(
  plans: readonly Plan[],
  signal: AbortSignal,
  examineOne: (plan: Plan, place: number) => Promise<Evidence>,
): Promise<readonly Evidence[]> {
  const results: (Evidence | null)[] = plans.map(() => null);
  const queue = plans.entries();
  const takeFromQueue = async () => {
    for (const [place, plan] of queue) {
      if (signal.aborted) return;
      results[place] = await examineOne(plan, place);
    }
  };
  await Promise.all(Array.from({ length: together }, takeFromQueue));
  return results.filter((result) => result !== null);
}
