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
export function buildFix({ compiled: { written } }: FixSearch, path: Path, to: unknown, kind: FixKind): Fix {
  const data: FixData = { ...kind, path, from: valueAt(written, path) ?? null, to };
  return { ...data, text: sayFix(data, planFormat(written)) };
}

/** Says a change if it would do. */
export function fixIfEnough(search: FixSearch, path: Path, to: unknown, kind: FixKind): Fix[] {
  return search.tries({ path, to }) ? [buildFix(search, path, to, kind)] : [];
}

/** Whole steps above the first up to the second (included). */
type Steps = readonly [low: number, high: number];

/**
 * The least change of one number that would do, none if even the greatest would not; `write` makes of a step what the plan
 * would say, and `kind` says which number it is. Most numbers are not what is in the way, so the greatest is tried first.
 */
export function leastFix(
  search: FixSearch,
  path: Path,
  steps: Steps,
  write: (step: number) => unknown,
  kind: FixKind,
): Fix[] {
  const [low, high] = steps;
  return high > low && search.tries({ path, to: write(high) })
    ? leastNearFix(search, path, steps, write, kind)
    : [];
}

/** The same for numbers of which the greatest is dear to try (ten more years), or too much of a good thing. */
export function leastNearFix(
  search: FixSearch,
  path: Path,
  [low, high]: Steps,
  write: (step: number) => unknown,
  kind: FixKind,
): Fix[] {
  const step = leastStep(low, high, (tried) => search.tries({ path, to: write(tried) }));
  if (step === undefined) return [];
  const to = write(step);
  return [buildFix(search, path, to, kind)];
}
