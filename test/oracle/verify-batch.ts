/** One processor's part of the comparison: a process of its own, started by verify.ts with a seed and a count. */
import fc from "fast-check";
import { solve } from "../../src/solve/solve.js";
import { parsePlan } from "../../src/plan/parse.js";
import { earningPlans, plans, plansAtTheLimit } from "../generators/plans.js";
import { compare } from "./compare.js";
import type { PlainPlan } from "./plain-plan.js";

/** What a part of the comparison found. */
export interface Findings {
  readonly plans: number;
  readonly tooLarge: number;
  readonly infeasible: number;
  readonly mismatches: readonly { readonly plan: PlainPlan; readonly differences: readonly string[] }[];
}

/** Mostly small plans without dates, some of every kind, and some with counts about 2^53. */
const mixed = fc.oneof(
  { weight: 12, arbitrary: plans({ period: "undated", stages: 3, depth: 1 }) },
  { weight: 4, arbitrary: plans({ period: "undated", stages: 3, depth: 1, size: "huge" }) },
  { weight: 2, arbitrary: plansAtTheLimit() },
  { weight: 2, arbitrary: plans({ zeroRates: true, available: true, short: true }) },
  { weight: 6, arbitrary: plans({ period: "undated", stages: 4, depth: 2, entries: true, returns: true }) },
  { weight: 1, arbitrary: plans({ entries: true, returns: true, costs: true, short: true, stages: 3 }) },
  {
    weight: 1,
    arbitrary: plans({ entries: true, returns: true, zeroRates: true, available: true, short: true }),
  },
  { weight: 1, arbitrary: plans({ every: true, period: "dated", units: false, short: true, stages: 3 }) },
  { weight: 1, arbitrary: plans({ profile: true, period: "dated", units: false, short: true, stages: 3 }) },
  { weight: 1, arbitrary: earningPlans({ short: true, stages: 3, depth: 1, zeroRates: true }) },
  { weight: 1, arbitrary: earningPlans({ profile: true, units: false, stages: 3, depth: 1 }) },
);

const [seed = 0, count = 0] = process.argv.slice(2).map(Number);
const BATCH = 1000;
const found = { plans: 0, tooLarge: 0, infeasible: 0, mismatches: [] as Findings["mismatches"][number][] };
for (let done = 0; done < count; done += BATCH) {
  for (const plan of fc.sample(mixed, {
    numRuns: Math.min(BATCH, count - done),
    seed: seed * 1_000_003 + done,
  })) {
    const { outcome, differences } = compare(plan, (data) => solve(parsePlan(data)));
    found.plans++;
    if (outcome === "too large") found.tooLarge++;
    if (outcome === "infeasible") found.infeasible++;
    if (differences.length > 0 && found.mismatches.length < 20) found.mismatches.push({ plan, differences });
  }
}
process.send?.(found satisfies Findings);
