// Runs every rule on the evidence and puts the findings in order: the cause first.

import { checkIds, type Evidence } from '../evidence.ts';
import type { Certainty, Finding, FindingCode, Severity } from '../finding.ts';
import { rules as allRules } from './index.ts';
import { caseOf, type Rule } from './rule.ts';

const bySeverity: readonly Severity[] = ['error', 'warning', 'info'];
const byCertainty: readonly Certainty[] = ['proven', 'observed', 'likely'];

/**
 * Findings of saved or fresh evidence. Errors come first, by certainty and then from the
 * lowest rung up; what another finding explains carries its code and stands behind it.
 */
export function diagnose(
  evidence: Evidence,
  rules: readonly Rule[] = allRules,
): readonly Finding[] {
  const c = caseOf(evidence);
  const found = rules.flatMap((rule) => {
    const finding = rule.judge(c);
    return finding ? [{ finding, rule }] : [];
  });
  return found
    .map(({ finding }) => {
      const explainer = found.find(
        ({ rule }) => rule.code !== finding.code && rule.explains.includes(finding.code),
      );
      return explainer ? { ...finding, explainedBy: rootOf(explainer.rule.code, found) } : finding;
    })
    .sort((a, b) => rank(a) - rank(b));
}

/** Follows `explains` up, so that a chain of findings is folded under its first cause. */
function rootOf(
  code: FindingCode,
  found: readonly { readonly rule: Rule }[],
  seen: readonly FindingCode[] = [],
): FindingCode {
  const up = found.find(({ rule }) => rule.code !== code && rule.explains.includes(code));
  if (!up || seen.includes(up.rule.code)) return code;
  return rootOf(up.rule.code, found, [...seen, code]);
}

function rank(finding: Finding): number {
  return (
    bySeverity.indexOf(finding.severity) * 1000 +
    (finding.explainedBy ? 500 : 0) +
    byCertainty.indexOf(finding.certainty) * 100 +
    checkIds.indexOf(finding.check)
  );
}
