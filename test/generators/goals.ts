import fc from "fast-check";
import type { PlainGoalsPlan } from "../oracle/goals.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { plans, type PlanKnobs } from "./plans.js";
import { amounts } from "./written.js";

/** Metrics that a plan of another one says enough for, whatever else it draws. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  customers: [],
  "net-new-customers": ["customers"],
  revenue: ["customers"],
  "gross-profit": ["customers", "revenue"],
  commission: ["customers", "revenue"],
  "new-mrr": ["customers"],
  "new-arr": ["customers"],
  "net-new-mrr": ["customers", "new-mrr"],
  "net-new-arr": ["customers", "new-arr"],
  "ending-mrr": ["customers", "new-mrr", "net-new-mrr"],
  "ending-arr": ["customers", "new-arr", "net-new-arr"],
  "lifetime-value": ["customers"],
};

/** Plans with two to four goals over one period, in any order. */
export function goalsPlans(knobs: PlanKnobs = {}): fc.Arbitrary<PlainGoalsPlan> {
  const metrics = Object.keys(BESIDE).filter((metric) => BESIDE[metric]?.length !== 0);
  const drawn = plans({ ...knobs, metrics: metrics as NonNullable<PlanKnobs["metrics"]> });
  return drawn.chain((plan) => {
    const others = BESIDE[plan.goal.metric] ?? [];
    return fc
      .tuple(
        fc.subarray([...others], { minLength: 1 }),
        fc.array(amounts(0, 500_000), { minLength: 4 }),
        fc.nat(),
      )
      .map(([chosen, sizes, turn]) => withGoals(plan, chosen, sizes, turn));
  });
}

function withGoals(
  { goal, ...rest }: PlainPlan,
  others: readonly string[],
  sizes: readonly PlainPlan["goal"]["amount"][],
  turn: number,
): PlainGoalsPlan {
  const { period, profile, chance, ...own } = goal;
  const beside = others.map((metric, place) => ({
    metric,
    amount: metric === "customers" ? place + (turn % 500) : (sizes[place] ?? 0),
  }));
  const all = [own, ...beside];
  const first = turn % all.length;
  const [head, ...tail] = [...all.slice(first), ...all.slice(0, first)];
  const once = { period, ...(profile && { profile }), ...(chance !== undefined && { chance }) };
  return { ...rest, goals: [{ ...(head ?? own), ...once }, ...tail] };
}
