/** One processor's part of the comparison: a process of its own, started by verify.ts with a seed, a count and which plans. */
import fc from "fast-check";
import { solve } from "../../src/solve/solve.js";
import { parsePlan } from "../../src/plan/parse.js";
import { goalsPlans } from "../generators/goals.js";
import { earningPlans, plans, plansAtTheLimit } from "../generators/plans.js";
import { compare } from "./compare.js";
import type { Comparison } from "./compare.js";
import { compareGoals } from "./goals.js";
import type { PlainGoalsPlan } from "./goals.js";
import type { PlainPlan } from "./plain-plan.js";

/** What a part of the comparison found. */
export interface Findings {
  readonly plans: number;
  readonly tooLarge: number;
  readonly infeasible: number;
  /** Infeasible ones for a rate of 0 or a win that adds nothing. */
  readonly refused: number;
  readonly mismatches: readonly {
    readonly plan: PlainPlan | PlainGoalsPlan;
    readonly differences: readonly string[];
  }[];
}

/** Mostly small plans without dates, some of every kind, and some with counts about 2^53. */
const all = fc.oneof(
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
  { weight: 1, arbitrary: plans({ profile: true, units: false, period: "dated", short: true, stages: 3 }) },
  { weight: 1, arbitrary: earningPlans({ short: true, stages: 3, depth: 1, zeroRates: true }) },
  { weight: 1, arbitrary: earningPlans({ profile: true, units: false, stages: 3, depth: 1 }) },
);

const MOVED_BY_RENEWALS = [
  ...(["net-new-customers", "net-new-mrr", "net-new-arr"] as const),
  ...(["ending-mrr", "ending-arr"] as const),
];

/** Whatever plans have learned to say beyond one goal of one period, mixed with each other. */
const beside = {
  named: true,
  dues: true,
  quotas: true,
  costs: true,
  budgets: true,
  stages: 3,
  depth: 1,
} as const;
const ways = { entries: true, returns: true } as const;
const parts = fc.oneof(
  { weight: 3, arbitrary: plans({ ...beside, ...ways, period: "dated" }) },
  {
    weight: 2,
    arbitrary: plans({ ...beside, ...ways, profile: true, units: false, period: "dated", available: true }),
  },
  { weight: 2, arbitrary: plans({ ...beside, every: true, entries: true, units: false, period: "dated" }) },
  { weight: 2, arbitrary: plans({ ...beside, ...ways, metrics: ["profit"] }) },
  {
    weight: 1,
    arbitrary: plans({
      ...beside,
      ...ways,
      metrics: ["profit"],
      profile: true,
      units: false,
      period: "dated",
    }),
  },
  { weight: 2, arbitrary: plans({ ...beside, metrics: MOVED_BY_RENEWALS, period: "dated" }) },
  { weight: 2, arbitrary: earningPlans({ ...beside, ...ways, short: true }) },
  { weight: 1, arbitrary: earningPlans({ ...beside, profile: true, units: false, short: true }) },
  { weight: 2, arbitrary: goalsPlans({ ...beside, ...ways, quotas: false, available: true }) },
  {
    weight: 1,
    arbitrary: goalsPlans({
      ...beside,
      ...ways,
      quotas: false,
      profile: true,
      units: false,
      period: "dated",
    }),
  },
);

const [seed = 0, count = 0] = process.argv.slice(2).map(Number);
const mixed: fc.Arbitrary<PlainPlan | PlainGoalsPlan> = process.argv[4] === "parts" ? parts : all;
const BATCH = 1000;
/** Chances and ways out, which the oracle does not know, take most of the time: only some plans are solved with them. */
const IN_FULL = 20;
const found = {
  plans: 0,
  tooLarge: 0,
  infeasible: 0,
  refused: 0,
  mismatches: [] as Findings["mismatches"][number][],
};
for (let done = 0; done < count; done += BATCH) {
  for (const plan of fc.sample(mixed, {
    numRuns: Math.min(BATCH, count - done),
    seed: seed * 1_000_003 + done,
  })) {
    const isInFull = found.plans++ % IN_FULL === 0;
    const { outcome, differences } = compared(plan, isInFull);
    if (outcome === "too large") found.tooLarge++;
    if (outcome === "infeasible") found.infeasible++;
    if (outcome === "refused") found.refused++;
    if (differences.length > 0 && found.mismatches.length < 20) found.mismatches.push({ plan, differences });
  }
}
process.send?.(found satisfies Findings);

function compared(plan: PlainPlan | PlainGoalsPlan, isInFull: boolean): Comparison {
  const solved = (data: unknown) => solve(parsePlan(data), { chance: isInFull, fixes: isInFull });
  return "goals" in plan ? compareGoals(plan, solved) : compare(plan, solved);
}
