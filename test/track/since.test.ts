import { describe, expect, it } from "vitest";

import type { PlanInput } from "../../src/plan/plan.js";
import { changesSince } from "../../src/track/since.js";
import { track } from "../../src/track/track.js";

const plan: PlanInput = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "25%" }],
};
const before = track(plan, { asOf: "2026-01-09", entered: { demo: 13 }, won: 3 });
const now = track(plan, { asOf: "2026-01-16", entered: { demo: 15 }, won: 4 });

describe("what has changed since an earlier look", () => {
  it("is told in numbers and causes, from an answer or from a file of it", () => {
    const since = changesSince(now, before);
    expect(since).toEqual(changesSince(now, JSON.parse(JSON.stringify(before))));
    expect(since).toMatchObject({
      asOf: "2026-01-09",
      status: { was: before.status, is: now.status },
      chance: { was: before.chance?.asPlanned, is: now.chance?.asPlanned },
      wins: { was: "3", is: "4" },
      goal: { was: "10", is: "10" },
    });
    // By hand: by the 16th 240/11 demos were planned and 15 started: 75/11 fewer, a quarter of them wins.
    const work = since?.causes.find(({ cause }) => cause === "work");
    expect(work?.is).toBe(now.causes.find(({ cause }) => cause === "work")?.amount);
  });

  it("says 0 of a cause that is in one of the two alone", () => {
    const even = track(plan, { asOf: "2026-01-09", entered: { demo: "140/11" }, won: "35/11" });
    expect(even.causes).toEqual([]);
    expect(changesSince(now, even)?.causes.map(({ was }) => was)).toEqual(now.causes.map(() => "0"));
  });

  it("is nothing where there is no earlier answer of track", () => {
    for (const other of [
      null,
      3,
      [],
      {},
      { outcome: {} },
      { asOf: "2026-01-09", outcome: { projected: "x" } },
      now,
    ])
      expect(changesSince(now, other)).toBeUndefined();
  });
});
