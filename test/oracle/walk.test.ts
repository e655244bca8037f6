import { describe, expect, it } from "vitest";

import { workingDaysIn } from "./calendar.js";
import { dateText, dayOf } from "./dates.js";
import { fixedLag, readLag } from "./lag.js";
import type { Lag } from "./lag.js";
import { levelWork } from "./level-work.js";
import type { LevelWorkInput } from "./level-work.js";
import { whole } from "./rational.js";
import type { ByDay, WalkStage } from "./walk.js";
import { chancesOfOpen, countThrough, walk } from "./walk.js";
import { readNumber } from "./written.js";

// Expected numbers are worked by hand; weekdays are read off a wall calendar (2026-01-05 is a Monday).

const from = dayOf("2026-01-05");

const stage = (name: string, rate: string, lag: Lag | null, lossLag: Lag | null = null): WalkStage => ({
  stage: name,
  rate: readNumber(rate),
  lag,
  lossLag,
});

const listed = (units: ByDay): Record<string, string> =>
  Object.fromEntries([...units].map(([on, count]) => [dateText(on), String(count)]));

const halfAtOnce = readLag(
  [
    { days: 0, share: "50%" },
    { days: 3, share: "30%" },
    { days: 10, share: "20%" },
  ],
  {},
);

describe("a walk through lags", () => {
  it("puts a unit's chance on every day on which it can go on", () => {
    const stages = [stage("lead", "1/2", halfAtOnce), stage("demo", "20%", fixedLag(7))];
    const { entries, wins } = walk({
      stages,
      entries: [{ stage: "lead", on: from, count: whole(40) }],
      from,
    });
    expect(listed(entries.get("demo") ?? new Map())).toEqual({
      "2026-01-05": "10",
      "2026-01-08": "6",
      "2026-01-15": "4",
    });
    expect(listed(wins)).toEqual({ "2026-01-12": "2", "2026-01-15": "1.2", "2026-01-22": "0.8" });
    expect(String(countThrough(wins, dayOf("2026-01-15")))).toBe("3.2");
  });

  it("counts working days from the start, over weekends and holidays", () => {
    const lag = readLag("3 working days", { holidays: ["2026-01-07"] });
    const stages = [stage("lead", "1", lag)];
    const entries = ["2026-01-05", "2026-01-10"].map((on) => ({
      stage: "lead",
      on: dayOf(on),
      count: whole(1),
    }));
    // Monday: Tuesday, Thursday, Friday. Saturday: Monday, Tuesday, Wednesday.
    expect(listed(walk({ stages, entries, from }).wins)).toEqual({ "2026-01-09": "1", "2026-01-14": "1" });
  });

  it("takes an open unit's age into account: what could have gone on has not", () => {
    const lead = stage("lead", "1/2", halfAtOnce);
    // One day old: half of the half that goes on has gone, 3/4 are still there; 15% and 10% of all are to go on.
    const chances = chancesOfOpen(lead, from - 1, from) ?? [];
    expect(chances.map(({ days, share }) => [days, String(share)])).toEqual([
      [2, "0.2"],
      // 1/3 by then, in twelve digits rounded down, less the 1/5 of before.
      [9, "0.133333333333"],
    ]);
  });

  it("knows that losers leave too", () => {
    const lead = stage("lead", "1/2", halfAtOnce, fixedLag(2));
    // Three days old: 1/4 of all has gone on, the half that is lost has gone; 1/4 is still there and all of it goes on.
    const chances = chancesOfOpen(lead, from - 3, from) ?? [];
    expect(chances.map(({ days, share }) => [days, String(share)])).toEqual([
      [0, "0.6"],
      [7, "0.4"],
    ]);
  });

  it("lists what should have gone on long ago as overdue, and counts nothing of it", () => {
    const stages = [stage("lead", "1/2", fixedLag(7))];
    const open = [8, 7].map((age) => ({ stage: "lead", entered: from - age, count: whole(4) }));
    const { wins, overdue } = walk({ stages, open, from });
    expect(overdue).toEqual([open[0]]);
    expect(listed(wins)).toEqual({ "2026-01-05": "2" });
  });

  it("counts unknown age, and any age where no lag is written, as fresh", () => {
    const stages = [stage("lead", "1/2", fixedLag(7)), stage("demo", "1/4", null)];
    const open = [
      { stage: "lead", entered: null, count: whole(8) },
      { stage: "demo", entered: from - 90, count: whole(8) },
    ];
    const { wins, overdue } = walk({ stages, open, from });
    expect(overdue).toEqual([]);
    expect(listed(wins)).toEqual({ "2026-01-12": "1", "2026-01-05": "2" });
  });
});

describe("level work", () => {
  const period = { start: dayOf("2026-01-05"), end: dayOf("2026-02-01") };
  const input = (lag: Lag, units: string, workFrom = period.start): LevelWorkInput => ({
    stages: [stage("lead", "1/2", lag)],
    period,
    days: workingDaysIn({}, { start: workFrom, end: period.end }),
    units: readNumber(units),
    workdaysInWeek: whole(5),
  });

  it("ends when the last unit can still land, and begins when the first one does", () => {
    // Ten days: the last useful day is Thursday 22 January, 14 working days from the 5th.
    const work = levelWork(input(fixedLag(10), "20"));
    expect(work).toMatchObject({ workingDays: whole(14), total: 20n, perDay: 2n, perWeek: 8n });
    expect(dateText(work?.startBy ?? 0)).toBe("2026-01-22");
    const early = levelWork(input(fixedLag(10), "20", dayOf("2025-12-22")));
    expect(dateText(early?.from ?? 0)).toBe("2025-12-26");
  });

  it("grows the total until enough of whole units lands", () => {
    const work = levelWork(input(halfAtOnce, "20"));
    // Monday 5 to Thursday 22 January land whole (14 days), Friday 23 to Thursday 29 at 4/5 (5 days),
    // Friday 30 at 1/2: 18 1/2 of 20 days' work lands, so that 20 units take 21 23/37 units of work, at least 22.
    expect(work).toMatchObject({ workingDays: whole(20), total: 22n, perDay: 2n, perWeek: 6n });
    expect(dateText(work?.lastUseful ?? 0)).toBe("2026-01-30");
  });

  it("finds no time where nothing lands", () => {
    expect(levelWork(input(fixedLag(28), "20"))).toBeNull();
  });
});
