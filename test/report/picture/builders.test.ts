import { applyChange } from "../../../src/plan/change.js";
import { describe, expect, test } from "vitest";
import { align } from "../../../src/align/align.js";
import type { PlanInput } from "../../../src/plan/plan.js";
import { calendarPicture } from "../../../src/charts/calendar/data.js";
import { channelsPicture } from "../../../src/charts/channels/data.js";
import { funnelPicture } from "../../../src/charts/funnel/data.js";
import { progressPicture } from "../../../src/charts/progress/data.js";
import { tornadoPicture } from "../../../src/charts/tornado/data.js";
import { utilisationPicture } from "../../../src/charts/utilisation/data.js";
import { waterfallPicture } from "../../../src/charts/waterfall/data.js";
import { forecast } from "../../../src/forecast/forecast.js";
import { solve } from "../../../src/solve/solve.js";
import { track } from "../../../src/track/track.js";
import { levers } from "../../../src/sensitivity/levers.js";
import { drive, infeasible, sixChannels, story, year, zeroRate } from "../svg/cases.js";

const undated: PlanInput = {
  goal: { metric: "customers", amount: 10, period: { workingDays: 20 } },
  funnel: [{ stage: "demo", rate: "25%" }],
};

describe("the funnel", () => {
  test("is a tree from the last stage back to the sources, channels as branches at any depth", () => {
    const { last } = funnelPicture(solve(sixChannels));
    expect(last.from.map(({ channel, stage }) => [channel, stage])).toEqual([
      ["partners", "introduction"],
      ["search", "visit"],
      ["events", "contact"],
      ["mail", "reply"],
      ["calls", "call"],
      ["community", "post"],
    ]);
    expect(last.from[0]?.from.map(({ channel }) => channel)).toEqual(["resellers", "consultants"]);
    expect(last.isWork).toBe(false);
    expect(last.from[1]?.isWork).toBe(true);
  });

  test("marks the stages that are blocked, and says why", () => {
    const picture = funnelPicture(solve(infeasible));
    expect(picture.reachable).toBe(false);
    expect(picture.last.blocked).toEqual([]);
    expect(picture.last.from[0]?.blocked).toEqual(["too few to be had", "too late to start"]);
    expect(picture.reasons).toHaveLength(2);
  });

  // Origin: P(B(30, ½) ≥ 15) = 57.2%, P(B(34, ½) ≥ 15) = 80.4%, P(B(33, ½) ≥ 15) = 75.7%, from Pascal's triangle.
  test("says how sure the goal is with its wins, and how sure it is to be", () => {
    const { chance, description } = funnelPicture(solve(story));
    expect(chance).toMatchObject({ reached: { path: ["chance", "reached"] }, asked: null });
    expect(Number(chance?.reached.value)).toBeCloseTo(614_429_672 / 2 ** 30, 12);
    expect(description).toContain("That takes 15 wins. 57% sure, if the work is done as planned.");
    const surer = (asked: "80%" | "78%") =>
      funnelPicture(solve(applyChange(story, { path: ["goal", "chance"], to: asked })));
    expect(surer("80%").chance?.asked).toEqual({ value: "0.8", path: ["chance", "asked"] });
    expect(surer("80%").description).toContain("80% sure, as asked, if the work is done as planned.");
    // Whole units reach a little more than was asked for.
    expect(surer("78%").description).toContain("80% sure (78% asked for), if the work is done as planned.");
  });

  test("says no chance of work that cannot be done", () => {
    expect(funnelPicture(solve(infeasible)).chance).toBeNull();
  });

  test("stands without numbers where no number would do", () => {
    const { last, wins } = funnelPicture(solve(zeroRate));
    expect(wins).toBeNull();
    expect(last.from[0]).toMatchObject({
      stage: "call",
      total: null,
      blocked: ["nothing goes on from here"],
    });
    // The plan's own rate, since no answer holds one.
    expect(last.from[0]?.rate).toEqual({ value: "0", path: ["plan", "funnel", 0, "rate"] });
  });

  test("says of a period without dates how long it is, whether or not there is an answer", () => {
    const blocked: PlanInput = { ...undated, funnel: [{ stage: "demo", rate: "0%" }] };
    for (const plan of [undated, blocked])
      expect(funnelPicture(solve(plan)).description).toContain(
        "The goal is 10 customers in 20 working days.",
      );
    const day: PlanInput = { ...undated, goal: { ...undated.goal, period: { workingDays: 1 } } };
    expect(funnelPicture(solve(day)).description).toContain("in 1 working day.");
  });

  test("marks where a team is asked for too much, and leaves other stages alone", () => {
    expect(funnelPicture(solve(year)).last.blocked).toEqual(["too much for the team"]);
  });
});

// Origin: the calendar of January 2026; 30 demo requests on its 22 days from Monday to Friday.
describe("the calendar", () => {
  test("has every day of the month, and a number on each that has work", () => {
    const [stage] = calendarPicture(solve(story))?.stages ?? [];
    const days = stage?.months[0]?.days ?? [];
    expect(days).toHaveLength(31);
    expect(days.filter(({ isWorking }) => isWorking)).toHaveLength(22);
    expect(days.reduce((sum, { count }) => sum + Number(count?.value ?? 0), 0)).toBe(30);
    expect(days[2]).toEqual({ on: "2026-01-03", isWorking: false, count: null });
  });

  test("shows the stages that are asked for", () => {
    const answer = solve(sixChannels);
    const shown = (stages?: string[]) =>
      calendarPicture(answer, { stages })?.stages.map(({ stage }) => stage);
    expect(shown()).toEqual(["reseller lead", "tip", "visit", "contact", "reply", "call", "post"]);
    expect(shown(["call", "tip"])).toEqual(["tip", "call"]);
    expect(shown(["demo"])).toBeUndefined();
  });

  test("shows a year at the most, and says how much is left out", () => {
    const goal = { metric: "customers", amount: 600, period: "2026-01-01/2027-06-30" } as const;
    const [stage] = calendarPicture(solve({ ...undated, goal }))?.stages ?? [];
    expect(stage?.months).toHaveLength(12);
    expect(stage?.monthsLeftOut).toBe(6);
  });

  test("is nothing without dates", () => {
    expect(calendarPicture(solve(undated))).toBeNull();
  });
});

describe("progress", () => {
  const answer = track(drive.plan, drive.snapshot);

  // Origin: the wins of the snapshot, added up by hand.
  test("climbs with each win whose value is known, and ends where the outcome is", () => {
    const picture = progressPicture(answer, drive.snapshot);
    expect(picture?.actual).toEqual([
      { on: "2025-12-31", amount: "0" },
      { on: "2026-02-03", amount: "900" },
      { on: "2026-02-11", amount: "2100" },
      { on: "2026-02-19", amount: "2900" },
      { on: "2026-02-20", amount: "2900" },
    ]);
    expect(picture?.steps).toBe(true);
  });

  test("shows how far the end may be from what is expected, as the forecast says it", () => {
    const ahead = forecast(drive.plan, drive.snapshot);
    const chance = progressPicture(answer, drive.snapshot, ahead)?.chance ?? null;
    const ranges = chance?.ranges ?? [];
    const end = ahead.chance?.atEnd ?? null;
    // The band begins where the outcome is, and ends with the period.
    expect(ranges[0]).toEqual({ on: "2026-02-20", low: "2900", high: "2900" });
    expect(ranges.at(-1)).toEqual({ on: "2026-03-31", low: end?.amount[0], high: end?.amount[1] });
    expect(ranges.slice(1).every(({ on }, index) => on > (ranges[index]?.on ?? ""))).toBe(true);
    expect(chance).toMatchObject({ level: "0.8", pace: "planned" });
    expect(Number(chance?.reached)).toBeCloseTo(end?.chance ?? NaN, 6);
  });

  test("has no band without a forecast, without its chance, and once the period is over", () => {
    expect(progressPicture(answer, drive.snapshot)?.chance).toBeNull();
    const untold = forecast(drive.plan, drive.snapshot, { chance: false });
    expect(progressPicture(answer, drive.snapshot, untold)?.chance).toBeNull();
    const over = { asOf: "2026-03-31", won: 3 };
    const ended = progressPicture(track(drive.plan, over), over, forecast(drive.plan, over));
    expect(ended?.chance).toBeNull();
  });

  test("says at which pace the end is so sure", () => {
    const pace = { recent: 10 } as const;
    const slower = forecast(drive.plan, drive.snapshot, { pace });
    const picture = progressPicture(track(drive.plan, drive.snapshot, { pace }), drive.snapshot, slower);
    expect(picture?.chance?.pace).toBe("other");
    expect(picture?.description).toContain(" sure, if work goes on at this pace.");
  });

  test("goes through readings of the metric", () => {
    const snapshot = {
      ...drive.snapshot,
      outcome: [
        { on: "2026-01-31", value: 500 },
        { on: "2026-02-20", value: 2500 },
      ],
    };
    const picture = progressPicture(track(drive.plan, snapshot), snapshot);
    expect(picture?.actual).toEqual([
      { on: "2026-01-31", amount: "500" },
      { on: "2026-02-20", amount: "2500" },
    ]);
    expect(picture?.steps).toBe(false);
  });

  test("knows only where it stands when nothing says how it came there", () => {
    const snapshot = { asOf: "2026-02-20", won: 3 };
    expect(progressPicture(track(drive.plan, snapshot), snapshot)?.actual).toEqual([
      { on: "2026-02-20", amount: "3000" },
    ]);
  });
});

describe("the waterfall", () => {
  test("is nothing where all is as planned", () => {
    const snapshot = { asOf: "2026-01-01" };
    expect(waterfallPicture(track(drive.plan, snapshot))).toBeNull();
  });

  test("leads from the plan to what is, part by part", () => {
    const picture = waterfallPicture(track(drive.plan, drive.snapshot));
    const bars = picture?.bars ?? [];
    expect(bars[0]?.from).toBe(picture?.planned.value);
    expect(bars.at(-1)?.to).toBe(picture?.actual.value);
    expect(bars.slice(1).map(({ from }) => from)).toEqual(bars.slice(0, -1).map(({ to }) => to));
  });
});

describe("utilisation", () => {
  // Origin: 1,200 calls of 20 minutes over the 229 working days before the last start; 100 minutes a day.
  test("marks the weeks in which more is asked than can be done", () => {
    const rows = utilisationPicture(solve(year))?.rows ?? [];
    expect(rows.map(({ team }) => team)).toEqual(["sales", "onboarding"]);
    expect(rows[0]?.weeks[3]).toMatchObject({ week: "2026-01-19", isOver: true });
    expect(rows[1]?.weeks[3]).toMatchObject({ isOver: false });
  });

  test("of several plans together is what all of them ask", () => {
    const plan: PlanInput = {
      ...drive.plan,
      funnel: [{ stage: "call", rate: "50%", owner: "sales", minutes: 60 }],
    };
    const picture = utilisationPicture(align([plan], { sales: { headcount: 1, minutesPerDay: 300 } }));
    expect(picture?.rows[0]?.weeks[1]?.demand.path).toEqual(["use", 1, "demand"]);
  });

  test("is nothing where no capacity is known", () => {
    expect(utilisationPicture(solve(story))).toBeNull();
  });
});

describe("the tornado", () => {
  test("compares minutes where the plan knows them, else units", () => {
    expect(tornadoPicture(levers(year))?.measure).toBe("minutes a day");
    expect(tornadoPicture(levers(undated))?.measure).toBe("units a day");
  });

  // Origin: 40 demos in 20 days are 2 a day; at 27.5% they are 2 ÷ 1.1, which is 2/11 less.
  test("shows what the first step changes", () => {
    expect(tornadoPicture(levers(undated))?.bars).toEqual([
      {
        what: 'the rate of "demo"',
        by: "+10%",
        more: "helps",
        change: { value: "-2/11", path: ["levers", 0, "steps", 0, "change", "unitsPerDay"] },
      },
    ]);
  });

  test("is nothing where no lever moves anything", () => {
    expect(tornadoPicture(levers({ ...undated, funnel: [{ stage: "demo", rate: "100%" }] }))).toBeNull();
  });
});

describe("channels", () => {
  // Origin: as they are written in the plan.
  test("have shares that add up to all, at every stage where channels meet", () => {
    const groups = channelsPicture(solve(sixChannels))?.groups ?? [];
    expect(groups.map(({ stage }) => stage)).toEqual(["demo", "introduction"]);
    expect(groups[1]?.channels.map(({ share }) => share.value)).toEqual(["0.6", "0.4"]);
  });

  // Origin: by hand, 212 tips at 5 are 1,060; no cost is written for resellers.
  test("cost what is done in them, in channels inside them too", () => {
    const [first, second] = channelsPicture(solve(sixChannels))?.groups ?? [];
    expect(second?.channels.map(({ cost }) => cost?.value ?? null)).toEqual([null, "1060"]);
    // 53 introductions at 30, and the tips.
    expect(first?.channels[0]?.cost?.value).toBe("2650");
  });

  test("are nothing where none meet", () => {
    expect(channelsPicture(solve(story))).toBeNull();
  });
});
