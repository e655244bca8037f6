import type { CompiledPlan } from "../model/compile.js";
import { valueAt, type Change } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import { type Fix, sayFix, type FixData, type FixKind } from "../words/fixes.js";
import { planFormat } from "../words/plan-format.js";
import { leastStep } from "./step-search.js";

/** A plan that cannot be met, with the judge of its changes. */
export interface FixSearch {
  readonly compiled: CompiledPlan;
  /** Whether a change, alone, would do. */
  readonly tries: (change: Change) => boolean;
}

/** Says a change that is known to do. */
export function buildFix({ compiled: { plan } }: FixSearch, path: Path, to: unknown, kind: FixKind): Fix {
  const data: FixData = { ...kind, path, from: valueAt(plan, path) ?? null, to };
  return { ...data, text: sayFix(data, planFormat(plan)) };
}

/** Says a change if it would do. */
export function fixIfEnough(search: FixSearch, path: Path, to: unknown, kind: FixKind): Fix[] {
  return search.tries({ path, to }) ? [buildFix(search, path, to, kind)] : [];
}

/**
 * The least change of one number that would do, none if even the greatest would not. Whole steps above `low` up to `high`
 * (included) are tried; `write` makes of a step what the plan would say, and `kind` says which number it is.
 */
export function leastFix(
  search: FixSearch,
  path: Path,
  [low, high]: readonly [number, number],
  write: (step: number) => unknown,
  kind: FixKind,
): Fix[] {
  const step = leastStep(low, high, (tried) => search.tries({ path, to: write(tried) }));
  if (step === undefined) return [];
  const to = write(step);
  return [buildFix(search, path, to, kind)];
}
