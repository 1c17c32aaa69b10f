// What the command line asks for, target by target. Reads no file; sends nothing.

import { type Who, type WhoFlags, whoFor } from './flags/who.ts';
import type { Variables } from './io.ts';
import { type Aim, aimFor, type TargetFlags } from './settings.ts';
import { parseTarget } from './target.ts';
import { UsageError } from './usage-error.ts';

export interface Plan extends Aim {
  readonly who: Who;
}

/** Throws UsageError; with several targets it says which one is meant. */
export function planAll(
  typed: readonly string[],
  flags: TargetFlags & WhoFlags,
  env: Variables,
): readonly Plan[] {
  return typed.map((text, i) => {
    try {
      return plan(text, flags, env);
    } catch (error) {
      if (!(error instanceof UsageError) || typed.length === 1) throw error;
      throw new UsageError(`target ${i + 1} of ${typed.length}: ${error.message}`, error.hint);
    }
  });
}

function plan(text: string, flags: TargetFlags & WhoFlags, env: Variables): Plan {
  const place = parseTarget(text);
  const who = whoFor(flags, place.userinfo, env, flags.mqttVersion ?? null);
  return { ...aimFor(place, who, flags), who };
}
