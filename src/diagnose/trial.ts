import { valueAt, type Change } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import type { Fix } from "./fix.js";
import { sayFix, type FixData, type FixKind } from "../words/fixes.js";
import { planFormat } from "../words/plan-format.js";
import type { Prepared } from "../schedule/prepared.js";
import { leastStep } from "./step-search.js";

/** A model with the judge of its changes: `tries` says whether one of them, alone, would do. */
export interface Trial extends Prepared {
  readonly tries: (change: Change) => boolean;
}

/** Says a change that is known to do. */
export function buildFix({ plan }: Trial, path: Path, to: unknown, kind: FixKind): Fix {
  const data: FixData = { ...kind, path, from: valueAt(plan, path) ?? null, to };
  return { ...data, text: sayFix(data, planFormat(plan)) };
}

/** Says a change if it would do. */
export function fixIfEnough(model: Trial, path: Path, to: unknown, kind: FixKind): Fix[] {
  return model.tries({ path, to }) ? [buildFix(model, path, to, kind)] : [];
}

/**
 * The least change of one number that would do, none if even the greatest would not. Whole steps above `low` up to `high`
 * (included) are tried; `write` makes of a step what the plan would say, and `kind` says which number it is.
 */
export function leastFix(
  model: Trial,
  path: Path,
  [low, high]: readonly [number, number],
  write: (step: number) => unknown,
  kind: FixKind,
): Fix[] {
  const step = leastStep(low, high, (tried) => model.tries({ path, to: write(tried) }));
  if (step === undefined) return [];
  const to = write(step);
  return [buildFix(model, path, to, kind)];
}
