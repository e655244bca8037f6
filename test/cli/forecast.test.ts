import { describe, expect, it } from "vitest";

import { inWorld } from "./world.js";

const files = {
  "plan.yaml": `goal: { metric: customers, amount: 10, period: 2026-Q1 }
funnel:
  - { stage: call, rate: 10%, lag: 7 }
  - { stage: meeting, rate: 50%, lag: 14 }
`,
  "now.yaml": `asOf: 2026-01-30
pipeline: { meeting: 4 }
won: 2
`,
  "late.yaml": `asOf: 2026-01-30
entered:
  call: [{ on: 2026-02-01, count: 3 }]
`,
};

describe("forecast", () => {
  it("runs the plan itself forward where nothing has happened yet", async () => {
    const { code, out } = await inWorld(["forecast", "plan.yaml"], { files });
    expect(code).toBe(0);
    expect(out).toContain("Expected: 10 customers from 10 wins, 100% of the goal.");
  });

  it("looks ahead from a snapshot, at a pace, up to a day", async () => {
    const words = [
      "forecast",
      "plan.yaml",
      "--snapshot",
      "now.yaml",
      "--pace",
      "call=2",
      "--horizon",
      "2026-04-30",
    ];
    const { code, out } = await inWorld([...words, "--json"], { files });
    expect(code).toBe(0);
    // 27 working days from 2 February to 10 March, the last from which a call can be won in time.
    expect(JSON.parse(out)).toMatchObject({
      horizon: "2026-04-30",
      atEnd: { wins: "6.7", from: { won: "2", pipeline: "2", pace: "2.7" } },
    });
  });

  it.each([
    [["--pace", "fast"], "there is no pace"],
    [["--pace", "meeting=2"], 'give the pace of "call"'],
    [["--horizon", "2026-01-01"], "--horizon: expected a day after the snapshot"],
    [["--snapshot", "none.yaml"], "cannot read none.yaml"],
    [["--snapshot", "late.yaml"], "late.yaml:3:16 entered.call[0].on: expected a day up to 2026-01-30"],
  ])("says what is wrong with %j", async (options, message) => {
    const words = ["forecast", "plan.yaml", "--snapshot", "now.yaml", ...options];
    const { code, out, err } = await inWorld(words, { files });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});

describe("solve --calendar", () => {
  it("shows what to do on each day, month by month", async () => {
    const { out } = await inWorld(["solve", "plan.yaml", "--calendar"], { files });
    expect(out).toContain("call, January 2026\n");
    expect(out).toMatch(/ 5: [45] {2} 6: [45]/);
    expect(out).toContain("call, March 2026\n");
  });

  it("shows none unless asked", async () => {
    const { out } = await inWorld(["solve", "plan.yaml"], { files });
    expect(out).not.toContain("call, 2026-01");
  });
});
