// What other clients print for a finding: the way back from a code to their words.

import type { FindingCode } from '../finding.ts';
import { clients } from './client-errors/index.ts';

export interface Printed {
  readonly client: string;
  readonly line: string;
}

const mostLines = 10;
/** Behind the fifth place a code is one possibility among many. */
const lowestPlace = 5;

/** One line for each client, those first for whom the code is the likeliest. */
export function printedFor(code: FindingCode): readonly Printed[] {
  const lines = clients.flatMap((client) => {
    const fitting = client.errors.flatMap(({ codes, example, weight, rare }) => {
      const place = codes.indexOf(code);
      const penalty = weight === undefined ? 0 : 1;
      return rare || place === -1 || place >= lowestPlace
        ? []
        : [{ example, rank: place + penalty }];
    });
    const [best] = fitting.toSorted((a, b) => a.rank - b.rank);
    return best ? [{ client: client.name, line: best.example, rank: best.rank }] : [];
  });
  const best = lines.toSorted((a, b) => a.rank - b.rank);
  return best
    .filter(({ client }, i) => best.findIndex((one) => one.client === client) === i)
    .slice(0, mostLines)
    .map(({ client, line }) => ({ client, line }));
}
