// The catalogue: from a code, or something like one, to what is known about it.

import { type FindingCode, layerOf } from '../finding.ts';
import { explanations } from './codes/index.ts';
import type { Explanation } from './explanation.ts';

export { explanations };

const byCode = new Map<string, Explanation>(explanations.map((one) => [one.code, one]));

export function explanationOf(code: string): Explanation | null {
  return byCode.get(code.toLowerCase()) ?? null;
}

/** Codes whose name without the layer is this: `sni-required`, `timeout`. */
export function codesNamed(name: string): readonly FindingCode[] {
  const ending = `/${name.toLowerCase()}`;
  return explanations.map(({ code }) => code).filter((code) => code.endsWith(ending));
}

/** Those of a layer; empty: there is no such layer. */
export function codesOf(layer: string): readonly FindingCode[] {
  return explanations.map(({ code }) => code).filter((code) => layerOf(code) === layer);
}

const alike = 0.45;
const mostNearest = 3;

/** Those that a mistyped one may have meant, the nearest first; empty: it is like none. */
export function nearestCodes(typed: string): readonly FindingCode[] {
  return explanations
    .map(({ code }) => ({ code, likeness: likeness(typed.toLowerCase().slice(0, 100), code) }))
    .filter((one) => one.likeness >= alike)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostNearest)
    .map(({ code }) => code);
}

/** Pairs of neighbouring letters in common, from 0 to 1 (Dice's coefficient). */
function likeness(a: string, b: string): number {
  const ofA = pairs(a);
  const ofB = pairs(b);
  const common = [...ofA].filter((pair) => ofB.has(pair)).length;
  return (2 * common) / (ofA.size + ofB.size || 1);
}

function pairs(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.slice(1), (letter, i) => `${text[i]}${letter}`));
}
