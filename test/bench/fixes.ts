/**
 * How long the fixes of plans out of reach take, over generated plans: half, one in a hundred and the slowest, in processor time.
 * Run with `npx tsx test/bench/fixes.ts [plans] [seed]`; the promise is 0.3 seconds.
 */
import fc from "fast-check";
import type { Plan, PlanInput } from "../../src/plan/plan.js";
import { safeParsePlan } from "../../src/plan/parse.js";
import { PlanError } from "../../src/schema/plan-error.js";
import { solve } from "../../src/solve/solve.js";
import { plans } from "../generators/plans.js";
import { pick } from "../attack/mutate.js";
import { seededRandom } from "../oracle/journey-simulator.js";
import { timedPlans } from "../generators/timed-plans.js";

const [count = 2000, seed = 1] = process.argv.slice(2).map(Number);

/** What some work gives, and its processor time in seconds. */
function timed<T>(work: () => T): readonly [T, number] {
  const begun = process.cpuUsage();
  const given = work();
  const { user, system } = process.cpuUsage(begun);
  return [given, (user + system) / 1e6];
}

/** Stages with lags that teams work on, for too few people: the plan that an attack found to take 6.4 s has six, three and a year. */
function shortOfPeople(stages: number, teams: number, period: string, amount: number): PlanInput {
  const team = (index: number) => `team ${index % teams}`;
  return {
    goal: { metric: "customers", amount, period },
    funnel: Array.from({ length: stages }, (_, index) => ({
      stage: `stage ${index}`,
      rate: "60%",
      lag: { median: 5 + index, p90: 20 + index },
      activities: [{ name: `work ${index}`, owner: team(index), minutes: 45 }],
    })),
    teams: Object.fromEntries(
      Array.from({ length: teams }, (_, index) => [team(index), { headcount: 2, minutesPerDay: 300 }]),
    ),
  };
}

const YEAR = shortOfPeople(6, 3, "2026", 5000);
const random = seededRandom(seed);
const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
/** Ordinary plans out of reach: too few people for the goal, too few units to begin with, or lags that outlast the period. */
const ordinary = Array.from({ length: count }, (): PlanInput => {
  const plan = shortOfPeople(
    whole(2, 7),
    whole(1, 3),
    pick(random, ["2026", "2026-H1", "2026-Q2", "2026-05"]),
    whole(50, 5000),
  );
  if (random() < 0.5) return plan;
  const [first, ...rest] = plan.funnel;
  if (first === undefined) return plan;
  return {
    ...plan,
    funnel: [
      { ...first, ...(random() < 0.5 ? { available: whole(10, 200) } : { lag: whole(60, 400) }) },
      ...rest,
    ],
  };
});
const drawn = fc.sample(
  fc.oneof(plans({ lags: true, costs: true, open: true }), timedPlans(), plans({ period: "dated" })),
  { seed, numRuns: count },
);

/** Whether a plan is out of reach; one that is refused, because its counts are too large, is not. */
function isOutOfReach(plan: Plan): boolean {
  try {
    return solve(plan, { chance: false }).status === "infeasible";
  } catch (error) {
    if (error instanceof PlanError) return false;
    throw error;
  }
}

const times: { readonly plan: unknown; readonly took: number }[] = [];
for (const plan of [YEAR, ...ordinary, ...drawn]) {
  const parsed = safeParsePlan(plan);
  if (!parsed.success) continue;
  const [isOut, took] = timed(() => isOutOfReach(parsed.data));
  if (isOut) times.push({ plan, took });
}
times.sort((one, other) => one.took - other.took);
const at = (share: number) =>
  times[Math.min(times.length - 1, Math.floor(share * times.length))]?.took ?? NaN;
const shown = (value: number) => `${(value * 1000).toFixed(1)} ms`;
console.log(
  `${times.length} plans out of reach: half within ${shown(at(0.5))}, 99% within ${shown(at(0.99))}, the slowest ${shown(at(1))}`,
);
const year = times.find(({ plan }) => plan === YEAR);
console.log(
  `six stages with lags, three teams, one year: ${year === undefined ? "is reached" : shown(year.took)}`,
);
if (process.argv.includes("--slowest"))
  for (const { plan, took } of times.slice(-3)) console.log(took, JSON.stringify(plan));
