// Which experiments are worth their connections, given what the main attempt met. Pure.

import type { PlannedTrial, Situation, TrialRule } from './trial.ts';

export interface Budget {
  readonly connections: number;
  /** Attempts that send the password or user name. */
  readonly authenticated: number;
}

/** In the order of `rules`, as many as the budget allows; `done` have run already. */
export function plan(
  rules: readonly TrialRule[],
  situation: Situation,
  budget: Budget,
  done: readonly string[],
): readonly PlannedTrial[] {
  const { usernameGiven, passwordGiven } = situation.target.mqtt;
  const secret = usernameGiven || passwordGiven;
  let { connections, authenticated } = budget;
  const planned: PlannedTrial[] = [];
  for (const trial of rules.flatMap((rule) => rule.plan(situation))) {
    const signsIn = secret && trial.credentials === 'same';
    if (done.includes(trial.id) || connections < 1 || (signsIn && authenticated < 1)) continue;
    connections -= 1;
    if (signsIn) authenticated -= 1;
    planned.push(trial);
  }
  return planned;
}
