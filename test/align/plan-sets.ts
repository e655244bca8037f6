import fc from "fast-check";
import type { GoalPlan, TeamInput } from "../../src/plan/plan.js";

/** Plans over shared teams, and the teams. */
export interface PlanSet {
  readonly plans: readonly GoalPlan[];
  readonly teams: Readonly<Record<string, TeamInput>>;
}

const TEAMS = ["sales", "support", "marketing"] as const;
const PERIODS = ["2026-01-05/2026-01-30", "2026-01-12/2026-02-13", "2026-01-26/2026-02-20"] as const;

const teams: fc.Arbitrary<Record<string, TeamInput>> = fc.record({
  sales: fc.record({
    headcount: fc.integer({ min: 1, max: 3 }),
    minutesPerDay: fc.constantFrom(120, 240),
    maxPerDay: fc.constantFrom(undefined, { call: 6 }),
  }),
  support: fc.record({ headcount: fc.integer({ min: 1, max: 2 }), minutesPerDay: fc.constantFrom(120, 360) }),
  marketing: fc.constantFrom<TeamInput>(
    {
      minutesPerDay: 240,
      people: [{ name: "Mia" }, { name: "Max", starts: "2026-01-26", ramp: { months: ["50%"] } }],
    },
    { minutesPerDay: 180, people: [{ name: "Mia", absences: ["2026-01-12/2026-01-16"] }] },
  ),
});

function planNamed(name: string): fc.Arbitrary<GoalPlan> {
  return fc
    .record({
      amount: fc.integer({ min: 1, max: 40 }),
      period: fc.constantFrom(...PERIODS),
      rate: fc.constantFrom("20%", "50%", "100%"),
      owner: fc.constantFrom(...TEAMS),
      minutes: fc.constantFrom(5, 15, 40),
      winOwner: fc.constantFrom(...TEAMS),
      winMinutes: fc.constantFrom(0, 30, 90),
      lag: fc.constantFrom(undefined, 3, 7),
      need: fc.constantFrom(0, 0, 300, 900),
    })
    .map(({ amount, period, rate, owner, minutes, winOwner, winMinutes, lag, need }) => ({
      name,
      goal: { metric: "customers", amount, period },
      deal: { activities: [{ name: "onboarding", owner: winOwner, minutes: winMinutes }] },
      // A stage of its own name in each plan: rates of one stage that differ are another matter.
      funnel: [{ stage: `lead of ${name}`, rate, owner, lag, activities: [{ name: "call", minutes }] }],
      ...(need > 0 && {
        tasks: [{ name: "material", owner: "marketing", minutes: need, due: period.slice(11) }],
      }),
    }));
}

/** Two to four plans that share three teams, often too much for them. */
export const planSets: fc.Arbitrary<PlanSet> = fc
  .record({
    plans: fc
      .integer({ min: 2, max: 4 })
      .chain((count) => fc.tuple(...["A", "B", "C", "D"].slice(0, count).map(planNamed))),
    teams,
  })
  .map(({ plans, teams: shared }) => ({
    plans,
    // A most per day is of no use to a team that does not make calls; the plans always have some.
    teams: shared,
  }));
