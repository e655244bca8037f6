import { align } from "../../src/align/align.js";
import type { PlanInput, TeamInput } from "../../src/plan/plan.js";
import { solve } from "../../src/solve/solve.js";

// How long people take: a thousand of them over a year of work, and fifty plans over twenty teams.
// Run it with `npx tsx test/bench/people.ts`; the targets are 1 and 2 seconds.

function median(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((one, other) => one - other);
  return times[2] ?? 0;
}

const people = Array.from({ length: 1000 }, (_, index) => ({
  name: `person ${index}`,
  ...(index % 3 === 0 && { starts: "2026-03-02", ramp: { months: ["25%", "50%", "75%"] as const } }),
  ...(index % 5 === 0 && { fte: "50%" as const }),
  ...(index % 7 === 0 && { absences: ["2026-07-06/2026-07-17"] }),
}));

const thousand: PlanInput = {
  goal: { metric: "customers", amount: 20_000, period: "2026" },
  deal: { owner: "sales" },
  funnel: [
    { stage: "lead", rate: "20%", owner: "sales", activities: [{ name: "call", perUnit: 3, minutes: 10 }] },
    { stage: "meeting", rate: "30%", owner: "sales", lag: 7, activities: [{ name: "hold", minutes: 45 }] },
  ],
  teams: { sales: { minutesPerDay: 360, people } },
};

const teams: Record<string, TeamInput> = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`team ${index}`, { headcount: 4, minutesPerDay: 360 }]),
);

const fifty = Array.from({ length: 50 }, (_, index): PlanInput => ({
  name: `plan ${index}`,
  goal: { metric: "customers", amount: 60 + index, period: "2026" },
  deal: { activities: [{ name: "onboarding", owner: `team ${(index + 7) % 20}`, minutes: 120 }] },
  funnel: [
    {
      stage: `lead ${index}`,
      rate: "20%",
      owner: `team ${index % 20}`,
      lag: 7,
      activities: [{ name: "call", minutes: 15 }],
    },
    {
      stage: `meeting ${index}`,
      rate: "25%",
      owner: `team ${(index + 3) % 20}`,
      lag: 14,
      activities: [{ name: "hold", minutes: 60 }],
    },
  ],
}));

const tight = Object.fromEntries(
  Object.entries(teams).map(([name, team]) => [name, { ...team, minutesPerDay: 135 }]),
);

for (const [name, work] of [
  ["1,000 people over 261 days, 1.4 million units dealt", () => solve(thousand)],
  ["50 plans over 20 teams and a year, no conflict", () => align(fifty, teams)],
  ["50 plans over 20 teams and a year, with conflicts and no mends", () => align(fifty, tight, { fixes: 0 })],
] as const)
  console.log(`${name}: ${median(work).toFixed(0)} ms`);
