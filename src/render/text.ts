// A report for people at a terminal: the verdict first, then what it rests on. It drops no
// finding; `quiet` is the verdict line alone.

import type { Report } from '../report.ts';
import type { Look, Renderer } from './look.ts';
import { blank, type Line, print, readable } from './page.ts';
import { closing } from './text/closing.ts';
import { detail } from './text/detail.ts';
import { otherFindings, seen, toDo } from './text/findings.ts';
import { environment, settings, transcript } from './text/run.ts';
import { rungs } from './text/rungs.ts';
import { trials } from './text/trials.ts';
import { quietVerdict, target, verdict } from './text/verdict.ts';

export const text: Renderer = (reports, given) => {
  const look = readable(given);
  if (look.quiet) {
    const several = reports.length > 1;
    return print(
      reports.map((report) => quietVerdict(report, several, look)),
      look,
    );
  }
  const pages = reports.map((report) => page(report, look));
  return print(joined(pages, [blank, blank]), look);
};

function page(report: Report, look: Look): Line[] {
  const always = [verdict, target, rungs, trials, seen, toDo, otherFindings, closing];
  const more = [detail, transcript, settings, environment];
  const sections = look.verbose ? [...always, ...more] : always;
  const filled = sections
    .map((section) => section(report, look))
    .filter(({ length }) => length > 0);
  return joined(filled, [blank]);
}

function joined(groups: readonly (readonly Line[])[], between: readonly Line[]): Line[] {
  return groups.flatMap((group, i) => (i === 0 ? [...group] : [...between, ...group]));
}
