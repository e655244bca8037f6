import { formatDay, parseDay } from "../../src/calendar/day.js";
import { forecast } from "../../src/forecast/forecast.js";
import { decodeExact, toNumber } from "../../src/number/exact-string.js";
import { compare } from "../../src/number/ratio.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { seededRandom } from "../oracle/journey-simulator.js";

/** How often a habit was said to be worth raising, and how often the next week then missed the raised count. Shares of 1. */
export interface RaisedHabits {
  readonly raised: number;
  readonly missed: number;
}

/** Somebody who makes `mean` calls a week on average, by luck more or fewer, where `asked` are asked for: four weeks are seen. */
export function raisedHabits(asked: number, mean: number, cases: number, seed: number): RaisedHabits {
  const plan = {
    goal: { metric: "customers", amount: 10, period: "2026-Q4" },
    funnel: [{ stage: "meeting", rate: "30%", owner: "sales" }],
    habits: [{ name: "calls", owner: "sales", per: "week", atLeast: asked, serves: "meeting" }],
  } as const;
  const monday = parseDay("2026-10-05") ?? 0;
  let [raised, missed] = [0, 0];
  for (let index = 0; index < cases; index += 1) {
    const random = seededRandom(seed + index);
    const calls = Array.from({ length: 4 }, (_, week) => ({
      on: formatDay(monday + 7 * week),
      count: poisson(random, mean),
    }));
    const { change } = scorecard(plan, { asOf: formatDay(monday + 27), activities: { calls } });
    const advice = change.find(({ code }) => code === "raise");
    if (advice?.code !== "raise") continue;
    raised += 1;
    if (poisson(random, mean) < toNumber(advice.instead.count)) missed += 1;
  }
  return { raised: raised / cases, missed: missed / raised };
}

/** How often open work was said to carry the goal, and how often it then did, and did where it was not said. Shares of 1. */
export interface CarriedGoals {
  readonly carried: number;
  readonly reachedIfCarried: number;
  readonly reachedIfNot: number;
}

/** Pipelines of 10 to 60 open deals of which a rate of 10% to 60% is won in time, beside a goal about as large as what they bring. */
export function carriedGoals(cases: number, seed: number): CarriedGoals {
  const reached = { carried: [0, 0], not: [0, 0] } satisfies Record<string, [number, number]>;
  for (let index = 0; index < cases; index += 1) {
    const random = seededRandom(seed + index);
    const open = 10 + Math.floor(random() * 51);
    const rate = 10 + Math.floor(random() * 51);
    const goal = Math.max(1, Math.round((open * rate * (0.7 + 0.6 * random())) / 100));
    const { pipelineHealth } = forecast(
      {
        goal: { metric: "customers", amount: goal, period: "2026-Q4" },
        funnel: [{ stage: "proposal", rate: `${rate}%`, lag: 20 }],
      },
      {
        ...{ asOf: "2026-10-30", won: 0 },
        pipeline: { proposal: Array.from({ length: open }, () => ({ entered: "2026-10-20" })) },
      },
    );
    const { coverage, neededCoverage } = pipelineHealth;
    if (coverage === null || neededCoverage === null) continue;
    const said = compare(decodeExact(coverage), decodeExact(neededCoverage)) >= 0 ? "carried" : "not";
    const wins = Array.from({ length: open }, () => random() * 100 < rate).filter(Boolean).length;
    reached[said][wins >= goal ? 1 : 0] += 1;
  }
  const share = ([missed, kept]: readonly [number, number]) => kept / (missed + kept);
  const told = reached.carried[0] + reached.carried[1];
  return {
    carried: told / cases,
    reachedIfCarried: share(reached.carried),
    reachedIfNot: share(reached.not),
  };
}

/** A count by luck around a mean: how many of the arrivals of a steady stream fall into one week. */
function poisson(random: () => number, mean: number): number {
  let count = -1;
  for (let left = mean; left > 0; count += 1) left += Math.log(1 - random());
  return Math.max(0, count);
}
