import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { walkLoops, type LoopStage } from "../oracle/loop-walk.js";
import { runs } from "../laws/runs.js";
import { plans } from "../generators/plans.js";
import type { PlainPlan, PlainStage } from "../oracle/plain-plan.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { compilePlan, isDated } from "../../src/model/compile.js";
import { computeLevelEffort } from "../../src/model/started-units.js";
import { nearestNumber } from "../../src/number/nearest-number.js";
import { decodeExact } from "../../src/number/exact-string.js";
import { ratio } from "../../src/number/ratio.js";
import { plannedVolumes } from "../../src/schedule/planned-wins.js";
import { solve } from "../../src/solve/solve.js";
import { solveOrThrow } from "../../src/solve/solve-or-throw.js";
import type { Targets } from "../../src/solve/answer.js";

function pathOf(plan: PlanInput): readonly (readonly [string, number, number | null])[] {
  return solveOrThrow(plan).path.map(({ stage, total, new: first }) => [stage, total, first ?? null]);
}

describe("units that come back", () => {
  // By hand: 420 ÷ 70% = 600 slots; 30% × 50% = 15% of them come back, so 85% of 600 = 510 are new; 510 ÷ 10% = 5,100 calls.
  test("no-shows that book again: 420 held take 600 slots, of which 510 are new", () => {
    const booked = { stage: "booked", rate: "70%", returns: { to: "booked", rate: "50%" } } as const;
    const goal = { metric: "units", unit: "held", amount: 420, period: "2026-03" } as const;
    expect(pathOf({ goal, funnel: [booked] })).toEqual([
      ["booked", 600, 510],
      ["win", 420, null],
    ]);
    expect(pathOf({ goal, funnel: [{ stage: "call", rate: "10%" }, booked] })).toEqual([
      ["call", 5100, null],
      ["booked", 600, 510],
      ["win", 420, null],
    ]);
  });

  // By hand: 10 ÷ 30% = 33⅓ slots, rounded up 34; 85% of 33⅓ is 28⅓, so 29 are new, and 29 ÷ 10% = 290. From 34 it would be
  // 28.9 as well; from 33⅓ slots whose 5 rebookings were rounded down to 4 it would be 30.
  test("under cascade the new ones are rounded up once", () => {
    const path = pathOf({
      goal: { metric: "customers", amount: 10, period: "2026-03" },
      rounding: "cascade",
      funnel: [
        { stage: "call", rate: "10%" },
        { stage: "booked", rate: "30%", returns: { to: "booked", rate: "3/14" } },
      ],
    });
    expect(path).toEqual([
      ["call", 290, null],
      ["booked", 34, 29],
      ["win", 10, null],
    ]);
  });

  // By hand: 12 won ÷ 40% = 30 proposals ÷ 50% = 60 meetings. 60% × 25% of 30 = 4.5 are asked to another meeting: 55.5 are new.
  test("from a later stage to an earlier one", () => {
    expect(
      pathOf({
        goal: { metric: "customers", amount: 12, period: { workingDays: 20 } },
        funnel: [
          { stage: "call", rate: "10%" },
          { stage: "meeting", rate: "50%" },
          { stage: "proposal", rate: "40%", returns: { to: "meeting", rate: "25%" } },
        ],
      }),
    ).toEqual([
      ["call", 555, null],
      ["meeting", 60, 56],
      ["proposal", 30, null],
      ["win", 12, null],
    ]);
  });

  // By hand: slots are level over 22 working days of March. Those of the last week come back a week later, after the period:
  // 5 of 22 days' 15% do. 600 − 15% × 600 × 17 ÷ 22 = 530.45…
  test("at a source, those that come back after the last day of work fill no slot", () => {
    const goal = { metric: "customers", amount: 420, period: "2026-03" } as const;
    const booked = { stage: "booked", rate: "70%", returns: { to: "booked", rate: "50%", lag: 7 } } as const;
    const people = { headcount: 60, minutesPerDay: 480 };
    expect(pathOf({ goal, funnel: [{ ...booked, owner: "us" }], teams: { us: people } })[0]).toEqual([
      "booked",
      600,
      531,
    ]);
  });

  test("are work each time: in minutes, costs and days", () => {
    const { activities, economics, utilisation } = solveOrThrow({
      goal: { metric: "customers", amount: 420, period: "2026-03" },
      funnel: [
        { stage: "call", rate: "10%" },
        {
          ...{ stage: "booked", rate: "70%", owner: "us", minutes: 10, cost: 2 },
          returns: { to: "booked", rate: "50%" },
        },
      ],
      teams: { us: { headcount: 60, minutesPerDay: 480 } },
    });
    const all = utilisation.map(({ demand }) => nearestNumber(decodeExact(demand)));
    expect(activities.find(({ activity }) => activity === "booked")?.total).toBe(600);
    expect(economics.cost).toBe("1200");
    expect(all.reduce((sum, each) => sum + each, 0)).toBeCloseTo(6000, 6);
  });

  test("tell at a source the chance of the work, which is all entries", () => {
    const goal = { metric: "customers", amount: 14, period: { workingDays: 20 } } as const;
    const booked = { stage: "booked", rate: "70%" } as const;
    const back = { ...booked, returns: { to: "booked", rate: "50%" } } as const;
    const [plain, loop] = [booked, back].map(
      (stage) => solve({ goal, funnel: [stage] }).targets?.chance?.reached,
    );
    expect(loop).toBe(plain);
    expect(loop).toBeGreaterThan(0.5);
  });
});

/** Everything of an answer but the plan itself and what only says that units come back. */
function numbers(plan: unknown): Targets | null {
  const { targets } = solve(parsePlan(plan));
  const stripped = JSON.stringify(targets, (key, value: unknown) => (key === "new" ? undefined : value));
  return JSON.parse(stripped) as Targets | null;
}

function without<Thing extends object, Key extends keyof Thing>(
  thing: Thing,
  ...keys: Key[]
): Omit<Thing, Key> {
  const rest = Object.entries(thing).filter(([key]) => !keys.some((each) => each === key));
  return Object.fromEntries(rest) as Omit<Thing, Key>;
}

function each(funnel: readonly PlainStage[], change: (stage: PlainStage) => PlainStage): PlainStage[] {
  return funnel.map((stage) => {
    const sources = stage.sources?.map((source) => ({ ...source, funnel: each(source.funnel, change) }));
    return change(sources === undefined ? stage : { ...stage, sources });
  });
}

const LOOPS = { returns: true, entries: true, period: "undated" } as const;

describe("laws of units that come back", () => {
  it("a rate of 0 is the plan without them", () => {
    fc.assert(
      fc.property(plans(LOOPS), (plan) => {
        const none = each(plan.funnel, (stage) =>
          stage.returns === undefined ? stage : { ...stage, returns: { ...stage.returns, rate: 0 } },
        );
        const plainFunnel = each(plan.funnel, (stage) => without(stage, "returns"));
        const [kept, plain] = [none, plainFunnel].map((funnel) => numbers({ ...plan, funnel }));
        // Where units could come back, no chance is told.
        expect({ ...kept, chance: null }).toEqual({ ...plain, chance: null });
      }),
      runs(0.3),
    );
  });

  it("a loop unrolled a hundred times approaches the closed form", () => {
    const percent = fc.integer({ min: 5, max: 95 });
    fc.assert(
      fc.property(percent, percent, fc.integer({ min: 1, max: 500 }), (rate, back, wins) => {
        const goal = { metric: "customers", amount: wins, period: { workingDays: 20 } } as const;
        const stage = {
          stage: "booked",
          rate: `${rate}%`,
          returns: { to: "booked", rate: `${back}%` },
        } as const;
        const { stages } = solveOrThrow({ goal, funnel: [{ stage: "call", rate: "100%" }, stage] });
        // One new booking: rate is won, (1 − rate) · back of it enters again, a hundred times.
        let [entering, entries, won] = [1, 0, 0];
        for (let round = 0; round < 100; round += 1) {
          entries += entering;
          won += (entering * rate) / 100;
          entering *= (1 - rate / 100) * (back / 100);
        }
        expect(nearestNumber(decodeExact(stages.booked.exact))).toBeCloseTo((wins * entries) / won, 0);
        expect(nearestNumber(decodeExact(stages.call.exact)) / (wins / won)).toBeCloseTo(1, 1);
        expect(stages.booked.new).toBe(stages.call.total);
      }),
      runs(1),
    );
  });

  const days = fc.integer({ min: 0, max: 9 });
  const lag = fc.oneof(
    days.map((one) => [{ days: one, share: 1 }]),
    fc.tuple(days, days).map(([one, more]) => [
      { days: one, share: 0.25 },
      { days: one + more + 1, share: 0.75 },
    ]),
  );
  const rate = fc.integer({ min: 2, max: 19 }).map((part) => part / 20);
  const stage = fc.record({ rate, lag });
  const loops = fc
    .tuple(fc.array(stage, { minLength: 2, maxLength: 4 }), fc.nat(9), fc.nat(9), rate, lag)
    .map(([stages, one, other, back, backLag]): LoopStage[] => {
      const from = 1 + (one % (stages.length - 1));
      const to = 1 + (other % from);
      return stages.map((each, place) =>
        place === from ? { ...each, back: { to, rate: back, lag: backLag } } : each,
      );
    });

  it("units walked day by day and round by round come to the wins, milestones and entries of the answer", () => {
    fc.assert(
      fc.property(loops, fc.boolean(), (stages, isOpen) => {
        const plan = parsePlan({
          goal: { metric: "customers", amount: 40, period: "2026-Q2" },
          workFrom: "2026-03-02",
          funnel: stages.map(({ rate: goOn, lag: rows, back }, place) => ({
            ...{ stage: `s${place}`, rate: goOn, lag: written(rows) },
            ...(back === undefined
              ? {}
              : { returns: { to: `s${back.to}`, rate: back.rate, lag: written(back.lag) } }),
          })),
          ...(isOpen
            ? { pipeline: stages.length === 2 ? { s1: 10 } : { s1: 7, [`s${stages.length - 1}`]: 3 } }
            : {}),
        });
        const answer = solve(plan, { chance: false });
        const compiled = compilePlan(plan, ratio(1, 2));
        if (!isDated(compiled) || compiled.time === undefined) throw new Error("the plan has dates and lags");
        const { first, last } = compiled.time.mover.axis;
        const started = stages.map(() => new Float64Array(last - first + 1));
        const volumes = plannedVolumes(compiled);
        const { window } = compiled.flow[0] ?? { window: compiled.winWindow };
        const effort = nearestNumber(computeLevelEffort(volumes.stages[0]?.exact ?? ratio(0), window));
        for (const day of window.days) put(started[0], day - first, effort / window.days.length);
        const open = stages.map(() => new Float64Array(last - first + 1));
        if (isOpen) {
          put(open[1], 0, 7);
          put(open[stages.length - 1], 0, 3);
        }
        const [work, waiting] = [started, open].map((from) => walkLoops(stages, from, last - first + 1));
        const inPeriod = (wins: Float64Array | undefined) =>
          (wins ?? new Float64Array())
            .slice(compiled.period.first - first)
            .reduce((sum, each) => sum + each, 0);
        expect(nearestNumber(compiled.pipelineWins.wins)).toBeCloseTo(inPeriod(waiting?.wins), 6);
        if (window.days.length > 0)
          expect(inPeriod(work?.wins)).toBeCloseTo(nearestNumber(volumes.newWins), 6);
        for (const [place, { milestones, kind }] of (answer.targets?.path ?? []).entries()) {
          if (kind !== "milestone") continue;
          for (const { on, total } of milestones) {
            const through = dayNumber(on) - first + 1;
            const entered = (work?.entries[place] ?? new Float64Array())
              .slice(0, through)
              .reduce((sum, each) => sum + each, 0);
            expect(total).toBeGreaterThan(entered - 1e-6);
            expect(total).toBeLessThan(entered + 1 + 1e-6);
          }
        }
      }),
      runs(0.5),
    );
  });

  function written(rows: LoopStage["lag"]): unknown {
    return rows.length === 1 ? rows[0]?.days : rows;
  }
});

function put(series: Float64Array | undefined, day: number, units: number): void {
  if (series !== undefined) series[day] = (series[day] ?? 0) + units;
}

function dayNumber(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / 86_400_000;
}

describe("entry in the middle", () => {
  const goal = { metric: "customers", amount: 30, period: "2026-Q1" } as const;
  const before = [
    { stage: "call", rate: "20%" },
    { stage: "meeting", rate: "50%" },
  ] as const;

  // By hand: 30 ÷ 60% = 50 proposals; 5% of them, 2.5, are there without a meeting; 47.5 ÷ 50% = 95, ÷ 20% = 475.
  test("5% of proposals come back without a meeting: 2.5, and 47.5 through 95 meetings and 475 calls", () => {
    const { path } = solveOrThrow({
      goal,
      funnel: [
        ...before,
        { stage: "proposal", rate: "60%", sources: [{ channel: "returning", share: "5%", funnel: [] }] },
      ],
    });
    expect(path.map(({ stage, kind, exact, total }) => [stage, kind, exact, total])).toEqual([
      ["call", "work", "475", 475],
      ["meeting", "milestone", "95", 95],
      ["returning", "milestone", "2.5", 3],
      ["proposal", "milestone", "50", 50],
      ["win", "win", "30", 30],
    ]);
  });

  // By hand: of 50 proposals 10 are brought; 40 ÷ 50% = 80 meetings, ÷ 20% = 400 calls.
  test("10 proposals that come whatever the goal leave 40 to the stages before", () => {
    const { stages } = solveOrThrow({
      goal,
      funnel: [
        ...before,
        { stage: "proposal", rate: "60%", sources: [{ channel: "returning", units: 10, funnel: [] }] },
      ],
    });
    expect([stages.call.total, stages.meeting.total, stages.proposal.total]).toEqual([400, 80, 50]);
  });

  it("what comes from outside takes nobody's time and no activity", () => {
    const { activities, path } = solveOrThrow({
      goal,
      funnel: [
        ...before,
        { stage: "proposal", rate: "60%", sources: [{ channel: "returning", share: "5%", funnel: [] }] },
      ],
    });
    expect(activities.map(({ activity }) => activity)).toEqual(["call", "meeting", "proposal"]);
    expect(path.find(({ stage }) => stage === "returning")?.days).toEqual([]);
  });

  it("an empty funnel has the numbers of one stage of 100%, but for its work", () => {
    fc.assert(
      fc.property(plans({ entries: true, short: true, stages: 3, activities: false }), (plan) => {
        const dummy = each(plan.funnel, (stage) =>
          stage.sources === undefined
            ? stage
            : {
                ...stage,
                sources: stage.sources.map((source) =>
                  source.funnel.length > 0
                    ? source
                    : { ...source, funnel: [{ stage: source.channel, rate: "100%" }] },
                ),
              },
        );
        expect(core({ ...plan, funnel: dummy })).toEqual(core(plan));
      }),
      runs(0.5),
    );
  });

  it("a share of 0 is the plan without the channel", () => {
    fc.assert(
      fc.property(plans({ period: "undated", depth: 0, stages: 4 }), fc.nat(9), (plan, place) => {
        const at = 1 + (place % Math.max(1, plan.funnel.length - 1));
        const funnel = plan.funnel.map((stage, index) =>
          index === at ? { ...stage, sources: [{ channel: "outside", share: 0, funnel: [] }] } : stage,
        );
        const plain = core(plan).filter(({ stage }) => stage !== "outside");
        expect(core({ ...plan, funnel }).filter(({ stage }) => stage !== "outside")).toEqual(plain);
      }),
      runs(1),
    );
  });

  /** The numbers of each row of the path, whatever its kind. */
  function core(plan: PlainPlan) {
    const path = solve(parsePlan(plan), { chance: false }).targets?.path ?? [];
    return path.map((target) => without(target, "kind", "days"));
  }
});
