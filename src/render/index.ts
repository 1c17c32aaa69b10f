// Every output format, one line each.

import type { Report } from '../report.ts';
import { json } from './json.ts';
import type { Look, Renderer } from './look.ts';
import { text } from './text.ts';

export type { Look, Renderer } from './look.ts';

const renderers = { text, json } satisfies Readonly<Record<string, Renderer>>;

export type Format = keyof typeof renderers;
// The keys of the literal above are all that there is.
export const formats = Object.keys(renderers) as readonly Format[];

export function render(reports: readonly Report[], format: Format, look: Look): string {
  return renderers[format](reports, look);
}
