// Lines pasted from another client's output → what they say and which findings fit. Pure; the
// text is hostile and bounded here, and secrets in it are masked.

import type { FindingCode } from '../finding.ts';
import type { Client, ClientError } from './client-errors/client-error.ts';
import { clients } from './client-errors/index.ts';
import { maskSecrets } from './mask.ts';

export interface Recognised {
  /** The first line that says it, masked, at most `longestLine` characters. */
  readonly line: string;
  /** Whose words they are; several print the same. */
  readonly clients: readonly string[];
  readonly means: string;
  readonly settles: string | null;
  readonly codes: readonly FindingCode[];
}

export interface Recognition {
  /** The ones that say most, in the order of the text; empty: nothing is known. */
  readonly found: readonly Recognised[];
  /** Over all of `found`, best first. */
  readonly codes: readonly FindingCode[];
  /** Other clients that print the same number for something else. */
  readonly otherwise: readonly { readonly client: string; readonly means: string }[];
}

const longestLine = 500;
const mostLines = 2000;
const mostFound = 3;
const mostCodes = 6;

interface Match {
  readonly line: string;
  readonly client: Client;
  readonly error: ClientError;
}

/** Longer lines are cut; of longer texts the end counts, where errors stand. */
export function recognise(text: string): Recognition {
  const lines = linesOf(text);
  const matches = lines.flatMap(matchesIn);
  const signed = clients.filter(({ signs }) => signs && lines.some((line) => signs.test(line)));
  const numbers = matches.filter(({ error }) => error.weight === 'number');
  const known = numbers.filter(({ client }) => signed.includes(client));
  const distinct = matches.filter(({ error }) => error.weight === undefined);
  const broad = matches.filter(({ error }) => error.weight === 'broad');

  const strong = inOrderOf(lines, [...distinct, ...known]);
  if (strong.length > 0) return recognition(merged(strong), []);
  // A number that says something about the broker is worth more than one that does not.
  const byWorth = numbers.toSorted((a, b) => Number(saysNothing(a)) - Number(saysNothing(b)));
  const [guess, ...others] = merged(byWorth);
  return recognition([...(guess ? [guess] : []), ...merged(broad)], others);
}

function matchesIn(line: string): Match[] {
  return clients.flatMap((client) =>
    client.errors
      .filter(({ pattern }) => pattern.test(line))
      .map((error) => ({ line, client, error })),
  );
}

function recognition(found: readonly Recognised[], others: readonly Recognised[]): Recognition {
  const best = found.slice(0, mostFound);
  return {
    found: best,
    codes: ranked(best),
    otherwise: others.map(({ clients, means }) => ({ client: clients.join(', '), means })),
  };
}

function saysNothing({ error }: Match): boolean {
  return error.codes.length === 0;
}

/** The same meaning is said once, with all who say it. */
function merged(matches: readonly Match[]): readonly Recognised[] {
  const groups = new Map<string, Match[]>();
  for (const match of matches) {
    const key = match.error.means;
    groups.set(key, [...(groups.get(key) ?? []), match]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { means, settles = null, codes } = first.error;
    const names = new Set(group.map(({ client }) => client.name));
    return [{ line: maskSecrets(first.line), clients: [...names], means, settles, codes }];
  });
}

function inOrderOf(lines: readonly string[], matches: readonly Match[]): readonly Match[] {
  const place = new Map(lines.map((line, i) => [line, i]));
  return matches.toSorted((a, b) => (place.get(a.line) ?? 0) - (place.get(b.line) ?? 0));
}

/** A code counts more the earlier it stands, and where several lines point to it. */
function ranked(found: readonly Recognised[]): readonly FindingCode[] {
  const scores = new Map<FindingCode, number>();
  for (const [i, { codes }] of found.entries()) {
    for (const [j, code] of codes.entries()) {
      scores.set(code, (scores.get(code) ?? 0) + 1 / (1 + i / 2) / (1 + j));
    }
  }
  return [...scores]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostCodes)
    .map(([code]) => code);
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).slice(-mostLines);
  // Colours, as ESP-IDF and others print them.
  const plain = lines.map((line) => line.slice(0, longestLine).replace(/\x1b\[[0-9;]{0,20}m/g, ''));
  return [...new Set(plain.map((line) => line.trim()).filter((line) => line !== ''))];
}
