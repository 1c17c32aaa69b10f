// `npm run grade`: every scenario, what was expected, what came out, and the score, which a
// whole run writes into the README.
// Options: --random, --parallel N, --only TEXT, --json.

import { argv, exit, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { writePart } from '../readme.ts';
import { allScenarios, type NamedScenario } from './all.ts';
import { type Graded, runScenario } from './run.ts';
import { readmeTable, scoreOf, table } from './score.ts';

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    random: { type: 'boolean', default: false },
    parallel: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

const chosen = (await allScenarios()).filter(({ id }) => id.includes(values.only));
const order = values.random ? shuffled(chosen) : chosen;
const graded = await inParallel(order, Number(values.parallel));
const score = scoreOf(graded);
stdout.write(`\n${table(graded)}\n\n${score.line}\n`);
if (values.only === '') writePart('score', `${readmeTable(graded)}\n\n${score.line}`);
exit(score.passes ? 0 : 1);

async function inParallel(
  all: readonly NamedScenario[],
  lanes: number,
): Promise<readonly Graded[]> {
  const queue = [...all];
  const done: Graded[] = [];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const one = await runScenario(next.id, next.scenario);
      done.push(one);
      print(one);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

function print({ id, scenario, mark, got, certainty, ms }: Graded): void {
  const expected = scenario.expect ?? 'healthy';
  const sure = certainty ? ` (${certainty})` : '';
  const what = mark === 'right' ? `${got}${sure}` : `expected ${expected}, got ${got}${sure}`;
  stdout.write(
    `${mark === 'right' ? 'ok  ' : 'FAIL'} ${id.padEnd(48)} ${what}  ${Math.round(ms)} ms\n`,
  );
}

function shuffled<T>(all: readonly T[]): readonly T[] {
  const key = new Map(all.map((one) => [one, Math.random()]));
  return all.toSorted((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0));
}
