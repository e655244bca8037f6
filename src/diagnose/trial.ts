import { valueAt, type Change } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import type { Fix } from "./fix.js";
import type { Prepared } from "../schedule/prepared.js";
import { leastStep } from "./step-search.js";

/** A model with the judge of its changes: `tries` says whether one of them, alone, would do. */
export interface Trial extends Prepared {
  readonly tries: (change: Change) => boolean;
}

/** Says a change that is known to do. */
export function buildFix({ plan }: Trial, path: Path, to: unknown, text: string): Fix {
  return { path, from: valueAt(plan, path) ?? null, to, text };
}

/** Says a change if it would do. */
export function fixIfEnough(model: Trial, path: Path, to: unknown, text: string): Fix[] {
  return model.tries({ path, to }) ? [buildFix(model, path, to, text)] : [];
}

/**
 * The least change of one number that would do, none if even the greatest would not. Whole steps above `low` up to `high`
 * (included) are tried; `write` makes of a step what the plan would say, and `say` the sentence of that.
 */
export function leastFix<To>(
  model: Trial,
  path: Path,
  [low, high]: readonly [number, number],
  write: (step: number) => To,
  say: (to: To) => string,
): Fix[] {
  const step = leastStep(low, high, (tried) => model.tries({ path, to: write(tried) }));
  if (step === undefined) return [];
  const to = write(step);
  return [buildFix(model, path, to, say(to))];
}
