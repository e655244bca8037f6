import { parseExact, encodeExact } from "../../src/number/exact-string.js";
import { add, multiply, ratio, ZERO, type Ratio } from "../../src/number/ratio.js";
import type { PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { compileDatedPlan } from "../../src/track/dated.js";

/** A day of the plan's work, from its first to its last. */
export function dayWithin(plan: PlanInput, share: number): number {
  const { period, workFrom } = compileDatedPlan(plan);
  const first = workFrom ?? period.first;
  return first + Math.floor(share * (period.last - first));
}

/** What was expected, with every count and every win more or less than that. */
export function strayed(snapshot: Snapshot, factors: readonly number[]): Snapshot {
  let next = 0;
  const exact = (text: string): Ratio => parseExact(text) ?? ZERO;
  const factor = (): Ratio => ratio(factors[next++ % factors.length] ?? 1, 2);
  const entered = Object.entries(snapshot.entered ?? {}).map(([stage, rows]) => [
    stage,
    Array.isArray(rows)
      ? rows.map(({ on, count }: { on: string; count: string }) => ({
          on,
          count: encodeExact(multiply(exact(count), factor())),
        }))
      : rows,
  ]);
  return {
    asOf: snapshot.asOf,
    entered: Object.fromEntries(entered) as NonNullable<Snapshot["entered"]>,
    won: encodeExact(add(multiply(exact(snapshot.won as string), factor()), factor())),
    churned: factors[0] ?? 1,
  };
}
