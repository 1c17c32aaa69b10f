// The findings: the cause in full, what follows from it in one line each, the others short.

import type { CheckId } from '../../evidence.ts';
import type { Finding } from '../../finding.ts';
import type { Report } from '../../report.ts';
import { glyphsOf, severitySigns } from '../glyphs.ts';
import type { Look } from '../look.ts';
import { blank, type Line, paragraph, styled } from '../page.ts';
import { quotesOf } from '../quotes.ts';
import { codeLines } from './code-lines.ts';
import { numbered, remedyLines } from './remedies.ts';

/** The evidence for the cause; where there is none, what was said where the climb ended. */
export function seen(report: Report, look: Look): Line[] {
  const cause = causeOf(report);
  const where = cause?.check ?? stoppedAt(report);
  const quotes = where === undefined ? [] : quotesOf(report, where);
  const lines = [
    ...(cause === null ? [] : paragraph(['  '], cause.detail, look)),
    ...quotes.flatMap((quote) => paragraph(['  '], quote, look, 'faint')),
    ...(cause === null ? [] : followers(report, cause, '  ', look)),
  ];
  return lines.length === 0 ? [] : [['  ', styled('strong', 'What was seen')], ...lines];
}

/** Being interrupted is nothing that was seen. */
function stoppedAt({ checks }: Report): CheckId | undefined {
  return checks.find(({ failure }) => failure !== undefined && failure.code !== 'interrupted')?.id;
}

export function toDo(report: Report, look: Look): Line[] {
  const remedies = causeOf(report)?.remedies ?? [];
  if (remedies.length === 0) return [];
  return [['  ', styled('strong', 'What to do')], ...numbered(remedies, look)];
}

export function otherFindings(report: Report, look: Look): Line[] {
  const cause = causeOf(report);
  const others = report.findings.filter((finding) => {
    return finding !== cause && explainerOf(report, finding) === undefined;
  });
  if (others.length === 0) return [];
  const works = report.verdict.outcome === 'degraded';
  const lines = others.map((finding) => short(report, finding, look));
  return [
    ['  ', styled('strong', works ? 'What to look at' : 'Also seen')],
    ...lines.flatMap((group, i) => (i === 0 ? group : [blank, ...group])),
  ];
}

function short(report: Report, finding: Finding, look: Look): Line[] {
  const [sign, style] = severitySigns[finding.severity];
  const remedies = look.verbose ? finding.remedies : finding.remedies.slice(0, 1);
  return [
    ...paragraph(['  ', styled(style, glyphsOf(look)[sign]), ' '], finding.title, look),
    ...codeLines('    ', finding, look),
    ...paragraph(['    '], finding.detail, look),
    ...remedies.flatMap((remedy) => remedyLines(remedy, ['    → '], look)),
    ...followers(report, finding, '    ', look),
  ];
}

function followers(report: Report, finding: Finding, indent: string, look: Look): Line[] {
  return report.findings
    .filter((one) => explainerOf(report, one) === finding)
    .flatMap(({ code, title }) =>
      paragraph([indent], `Follows from it: ${code} ${title}`, look, 'faint'),
    );
}

function causeOf({ verdict, findings }: Report): Finding | null {
  return verdict.cause === null ? null : (findings[0] ?? null);
}

/** The finding under which this one is folded: the end of its chain. A ring is folded nowhere. */
function explainerOf(report: Report, finding: Finding): Finding | undefined {
  const seen = [finding];
  for (let at = finding; ; ) {
    const up = directExplainerOf(report, at);
    if (up === undefined) return at === finding ? undefined : at;
    if (seen.includes(up)) return undefined;
    seen.push(up);
    at = up;
  }
}

/** The cause has none. */
function directExplainerOf(report: Report, finding: Finding): Finding | undefined {
  if (finding.explainedBy === undefined || finding === causeOf(report)) return undefined;
  return report.findings.find(({ code }) => code === finding.explainedBy);
}
