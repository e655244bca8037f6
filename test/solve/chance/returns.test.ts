import { describe, expect, it } from "vitest";
import { forecast } from "../../../src/forecast/forecast.js";
import { atLeastExactly } from "../../../src/chance/exactly.js";
import { nearestNumber } from "../../../src/number/nearest-number.js";
import { ratio } from "../../../src/number/ratio.js";
import type { GoalPlan } from "../../../src/plan/plan.js";
import type { Snapshot } from "../../../src/plan/snapshot.js";
import { solve } from "../../../src/solve/solve.js";
import { track } from "../../../src/track/track.js";
import { seededRandom } from "../../oracle/journey-simulator.js";

const goal = { metric: "customers", amount: 6, period: "2026-Q1" } as const;

/** Half of the no-shows book again: a booking is held in the end with 70% ÷ (1 − 30% · 50%) = 14/17. */
const NO_SHOWS: GoalPlan = {
  goal,
  funnel: [
    { stage: "call", rate: "20%" },
    { stage: "booked", rate: "70%", returns: { to: "booked", rate: "50%" } },
    { stage: "demo", rate: "50%" },
  ],
};

describe("the chance where units come back to a stage behind others", () => {
  it("is that of units that each leave the loop once at most, in exact fractions", () => {
    const { targets } = solve(NO_SHOWS);
    const calls = targets?.stages["call"]?.total ?? 0;
    // By hand: 1/5 · 14/17 · 1/2 = 7/85.
    const exact = nearestNumber(atLeastExactly([{ count: calls, chance: ratio(7, 85) }], 6));
    expect(targets?.chance?.reason).toBeNull();
    expect(targets?.chance?.reached).toBeCloseTo(exact, 12);
    expect(forecast(NO_SHOWS, { asOf: "2025-12-31" }).chance?.atEnd?.chance).toBeCloseTo(exact, 12);
  });

  it("counts what is open in a loop by where it is", () => {
    const loop: GoalPlan = {
      goal: { ...goal, amount: 2 },
      funnel: [
        { stage: "call", rate: "20%", available: 0 },
        { stage: "booked", rate: "80%" },
        { stage: "held", rate: "60%", returns: { to: "booked", rate: "50%" } },
      ],
      pipeline: { booked: 2, held: 3 },
    };
    // By hand: of 80% × 40% × 50% = 16% comes round. Booked: 48% ÷ 84% = 4/7. Held: 60% + 40% · 50% · 4/7 = 5/7.
    const exact = nearestNumber(
      atLeastExactly(
        [
          { count: 2, chance: ratio(4, 7) },
          { count: 3, chance: ratio(5, 7) },
        ],
        2,
      ),
    );
    const ahead = forecast(
      loop,
      { asOf: "2026-01-15", pipeline: { booked: 2, held: 3 } },
      { pace: { perDay: { call: 0 } } },
    );
    expect(ahead.chance?.atEnd?.chance).toBeCloseTo(exact, 12);
    expect(
      solve({ ...loop, funnel: loop.funnel.map((stage) => ({ ...stage, available: undefined })) }).targets
        ?.chance?.reached,
    ).toBeGreaterThanOrEqual(exact - 1e-12);
  });

  it("is not told where a rate of the loop is known from a sample, and says so", () => {
    const sampled: GoalPlan = {
      goal,
      funnel: [
        { stage: "call", rate: "20%" },
        { stage: "booked", rate: { won: 70, of: 100 }, returns: { to: "booked", rate: "50%" } },
      ],
    };
    const { chance } = solve(sampled).targets ?? {};
    expect(chance).toMatchObject({ reached: null, reason: { code: "comes-back" } });
    expect(chance?.reason?.text).toContain("write those rates as numbers");
    const back: GoalPlan = {
      goal,
      funnel: [
        { stage: "call", rate: { won: 20, of: 100 } },
        { stage: "booked", rate: "70%", returns: { to: "booked", rate: { won: 5, of: 10 } } },
      ],
    };
    expect(solve(back).targets?.chance?.reason?.code).toBe("comes-back");
    // Samples of other stages are fine.
    const before = {
      ...back,
      funnel: [{ stage: "call", rate: { won: 20, of: 100 } }, ...NO_SHOWS.funnel.slice(1)],
    };
    expect(solve(before).targets?.chance?.reached).toBeGreaterThan(0.3);
  });
});

describe("what is asked of it", () => {
  // By hand: 60% ÷ (1 − 40% · 50%) = 75%.
  const loop = { stage: "booked", rate: "60%", returns: { to: "booked", rate: "50%" } } as const;
  const plain = { stage: "booked", rate: "75%" } as const;
  const call = { stage: "call", rate: { won: 40, of: 200 } } as const;

  it.each(["50%", "80%", "95%"] as const)(
    "takes the same work as a plain stage of the same odds: %s",
    (chance) => {
      const plans = [loop, plain].map((stage): GoalPlan => ({
        goal: { ...goal, chance },
        funnel: [call, stage],
      }));
      const [asked, same] = plans.map((plan) => solve(plan).targets);
      expect(asked?.stages["call"]?.total).toBe(same?.stages["call"]?.total);
      expect(asked?.chance?.reached).toBeCloseTo(same?.chance?.reached ?? -1, 12);
      expect(asked?.bridge.at(-1)).toEqual(same?.bridge.at(-1));
    },
  );

  it("is the same of what wins pay within the period", () => {
    const earned = { metric: "revenue-earned", amount: 500, period: "2026-Q1" } as const;
    const [told, same] = [loop, plain].map(
      (stage) => solve({ goal: earned, deal: { value: 10 }, funnel: [call, stage] }).targets?.chance,
    );
    expect(told?.reached).toBeGreaterThan(0.3);
    expect(told?.reached).toBeCloseTo(same?.reached ?? -1, 10);
  });

  it("is the least work in time: with one unit less it would not be reached", () => {
    const { targets } = solve({ ...DATED, goal: { ...DATED.goal, chance: "80%" } });
    const total = targets?.stages["call"]?.total ?? 0;
    expect(targets?.chance?.reached).toBeGreaterThanOrEqual(0.8);
    const days = targets?.stages["call"]?.days ?? [];
    expect(days.reduce((all, { count }) => all + count, 0)).toBe(total);
    // Level work of fewer calls: no printed plan of fewer calls is as sure.
    for (let fewer = 1; fewer <= 3; fewer += 1) {
      const less = solve({
        ...DATED,
        goal: { ...DATED.goal, chance: "80%" },
        funnel: DATED.funnel.map((stage, place) =>
          place === 0 ? { ...stage, available: total - fewer } : stage,
        ),
      });
      expect(less.status).toBe("infeasible");
    }
  });
});

/** The same with days: a loop over two stages, whose rounds take time. */
const DATED = {
  goal: { ...goal, amount: 5 },
  funnel: [
    {
      stage: "call",
      rate: "40%",
      lag: [
        { days: 2, share: "50%" },
        { days: 9, share: "50%" },
      ],
    },
    {
      stage: "booked",
      rate: "80%",
      lag: [
        { days: 5, share: "60%" },
        { days: 12, share: "40%" },
      ],
    },
    {
      stage: "held",
      rate: "50%",
      lag: [
        { days: 3, share: "50%" },
        { days: 20, share: "50%" },
      ],
      lossLag: 4,
      returns: { to: "booked", rate: "60%", lag: 10 },
    },
    { stage: "offer", rate: "50%", lag: 14 },
  ],
} satisfies GoalPlan;

const DAY = 86_400_000;
const dayOf = (on: string): number => Date.parse(on) / DAY;
const END = dayOf("2026-03-31");

function weekdays(first: number): number[] {
  return Array.from({ length: END - first + 1 }, (_, later) => first + later).filter(
    (day) => ![0, 6].includes(new Date(day * DAY).getUTCDay()),
  );
}

/** Lives through the way of one unit, stage by stage; the day of its win, or none. */
function walker(random: () => number) {
  const later = (rows: readonly (readonly [days: number, upTo: number])[]): number => {
    const draw = random();
    return rows.find(([, upTo]) => draw < upTo)?.[0] ?? 0;
  };
  const offer = (day: number): number | undefined => (random() < 0.5 ? day + 14 : undefined);
  const held = (day: number): number | undefined => {
    if (random() < 0.5)
      return offer(
        day +
          later([
            [3, 0.5],
            [20, 1],
          ]),
      );
    return random() < 0.6 ? booked(day + 10) : undefined;
  };
  const booked = (day: number): number | undefined =>
    random() < 0.8
      ? held(
          day +
            later([
              [5, 0.6],
              [12, 1],
            ]),
        )
      : undefined;
  const call = (day: number): number | undefined =>
    random() < 0.4
      ? booked(
          day +
            later([
              [2, 0.5],
              [9, 1],
            ]),
        )
      : undefined;
  /** One that is open on the morning of a day: its first step is drawn again until it has not been taken before. */
  const openHeld = (entered: number, morning: number): number | undefined => {
    for (;;) {
      if (random() < 0.5) {
        const on =
          entered +
          later([
            [3, 0.5],
            [20, 1],
          ]);
        if (on >= morning) return offer(on);
      } else if (entered + 4 >= morning) {
        // What comes back and should have been back before comes at once.
        return random() < 0.6 ? booked(Math.max(morning, entered + 10)) : undefined;
      }
    }
  };
  const openBooked = (entered: number, morning: number): number | undefined => {
    for (;;) {
      if (random() >= 0.8) return undefined;
      const on =
        entered +
        later([
          [5, 0.6],
          [12, 1],
        ]);
      if (on >= morning) return held(on);
    }
  };
  return { call, openHeld, openBooked };
}

function share(runs: number, once: () => boolean): { share: number; deviation: number } {
  let reached = 0;
  for (let run = 0; run < runs; run += 1) if (once()) reached += 1;
  const part = reached / runs;
  return { share: part, deviation: Math.sqrt((part * (1 - part)) / runs) };
}

const isWon = (on: number | undefined): boolean => on !== undefined && on <= END;

describe("in time, against simulated rests of a quarter", { timeout: 60_000 }, () => {
  it("before work begins", () => {
    const { targets } = solve(DATED);
    const told = targets?.chance?.reached ?? -1;
    expect(forecast(DATED, { asOf: "2025-12-31" }).chance?.atEnd?.chance).toBeCloseTo(told, 9);
    // The calls as they are printed.
    const days = targets?.stages["call"]?.days ?? [];
    const starts = days.flatMap(({ on, count }) => Array.from({ length: count }, () => dayOf(on)));
    expect(starts).toHaveLength(targets?.stages["call"]?.total ?? 0);
    const { call } = walker(seededRandom(41));
    const found = share(40_000, () => starts.filter((day) => isWon(call(day))).length >= 5);
    expect(Math.abs(told - found.share)).toBeLessThan(4 * found.deviation);
  });

  it("is the same in plan and forecast with units open in the loop when work begins", () => {
    const pipeline = {
      booked: [{ entered: "2025-12-29" }, { entered: "2025-12-20" }],
      held: [{ entered: "2025-12-30" }],
    };
    const plan = { ...DATED, workFrom: "2026-01-01", pipeline };
    const told = solve(plan).targets?.chance?.reached ?? -1;
    expect(forecast(plan, { asOf: "2025-12-31" }).chance?.atEnd?.chance).toBeCloseTo(told, 9);
    expect(forecast(plan, { asOf: "2025-12-31", pipeline }).chance?.atEnd?.chance).toBeCloseTo(told, 9);
  });

  it("with units open at each stage of the loop, by their ages", () => {
    const snapshot: Snapshot = {
      asOf: "2026-02-10",
      won: 1,
      entered: { call: 60 },
      pipeline: {
        booked: [{ entered: "2026-02-02" }, { entered: "2026-02-05" }, { entered: "2026-02-09" }],
        held: [
          { entered: "2026-01-30" },
          { entered: "2026-02-07" },
          { entered: "2026-02-08" },
          { entered: "2026-02-10" },
        ],
      },
    };
    const ahead = forecast(DATED, snapshot, { pace: { perDay: { call: 1 } } });
    const told = ahead.chance?.atEnd?.chance ?? -1;
    const { call, openHeld, openBooked } = walker(seededRandom(43));
    const morning = dayOf("2026-02-11");
    const starts = weekdays(morning);
    const open = snapshot.pipeline as Record<"booked" | "held", { entered: string }[]>;
    const runs = 40_000;
    let wins = 0;
    const found = share(runs, () => {
      const won = [
        ...open.booked.map(({ entered }) => openBooked(dayOf(entered), morning)),
        ...open.held.map(({ entered }) => openHeld(dayOf(entered), morning)),
        ...starts.map((day) => call(day)),
      ].filter(isWon).length;
      wins += won;
      return 1 + won >= 5;
    });
    expect(Math.abs(told - found.share)).toBeLessThan(4 * found.deviation + 1e-6);
    // The mean of the simulation is what the forecast expects, so it lives through the same plan.
    expect(Math.abs(wins / runs + 1 - nearestNumber(ratioOf(ahead.atEnd.wins)))).toBeLessThan(0.05);
    expect(track(DATED, snapshot).chance?.reason).toBeNull();
  });
});

function ratioOf(text: string) {
  const [num = "0", den = "1"] = text.split("/");
  const value = Number(num) / Number(den);
  return ratio(Math.round(value * 1e6), 1e6);
}
