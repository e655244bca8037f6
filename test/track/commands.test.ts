import { describe, expect, test } from "vitest";
import { inWorld } from "../cli/world.js";

const plan = `goal: { metric: customers, amount: 20, period: { start: 2026-01-05, end: 2026-01-30 } }
funnel:
  - { stage: call, rate: 10% }
habits:
  - { name: dials, atLeast: 25, per: day }
`;
const files = {
  "plan.yaml": plan,
  "short.yaml": plan.replace("10%", "10%, available: 150"),
  "bad.yaml": plan.replace("10%", "25"),
  "now.yaml": "asOf: 2026-01-16\nentered: { call: 100 }\nwon: 10\n",
  "late.yaml": "asOf: 2026-01-30\nentered: { call: 100 }\nwon: 10\n",
  "scenarios.yaml": "- { name: better, changes: [{ path: [funnel, 0, rate], to: 20% }] }\n",
};

describe("the commands for staying on course", () => {
  test.each([
    ["track plan.yaml --snapshot now.yaml", 0, "10 now, of 10 planned by now."],
    ["track plan.yaml --snapshot late.yaml", 1, "out of reach"],
    ["replan plan.yaml --snapshot now.yaml", 0, "Of 20, 10 is achieved."],
    ["replan plan.yaml --snapshot now.yaml --rates blend:20", 0, "10"],
    ["scorecard plan.yaml --snapshot now.yaml", 0, "In short"],
    ["scorecard plan.yaml --snapshot now.yaml --markdown", 0, "## In short"],
    ["check plan.yaml", 0, "All is well: 2 checks."],
    ["check short.yaml", 1, "50 short. Fixes:"],
    ["check short.yaml --format github", 1, "::error file=short.yaml,line=3,"],
    ["check short.yaml --format junit", 1, '<failure type="available"'],
    ["check short.yaml --format markdown", 1, "## What to do"],
    ["check bad.yaml --format github", 2, "::error file=bad.yaml,line=3,col=26,"],
    ["check bad.yaml", 2, "write"],
    ["levers plan.yaml", 0, 'the rate of "call"'],
    ["solve-for plan.yaml funnel 0 rate --activity call=5", 0, "at least 0.2"],
    ["solve-for plan.yaml funnel 0 rate --activity call=0", 1, "No value"],
    ["compare plan.yaml scenarios.yaml", 0, "Side by side"],
  ])("%s exits with %i and says %j", async (line, code, said) => {
    const outcome = await inWorld(line.split(" "), { files });
    expect(outcome.out.replace(/\s+/g, " ")).toContain(said);
    expect([outcome.code, outcome.err]).toEqual([code, ""]);
  });

  test.each([
    ["track plan.yaml", "track needs what has happened"],
    ["replan plan.yaml --snapshot now.yaml --rates often", "there are no rates"],
    ["scorecard plan.yaml --snapshot now.yaml --week-start monday", "there is no weekday"],
    ["check plan.yaml --format xml", "there is no format"],
    ["check", "check needs a plan"],
    ["solve-for plan.yaml --activity call=5", "solve-for needs the path"],
    ["solve-for plan.yaml funnel 0 rate", "solve-for needs today's activity"],
    ["compare plan.yaml", "compare needs scenarios"],
    ["compare plan.yaml now.yaml", "scenarios are a list"],
  ])("%s exits with 2 and says that %j", async (line, said) => {
    const outcome = await inWorld(line.split(" "), { files });
    expect(outcome.err).toContain(said);
    expect([outcome.code, outcome.out]).toEqual([2, ""]);
  });

  test("check compares with the targets that solve printed, and goes red with what changed", async () => {
    const targets = (await inWorld(["solve", "plan.yaml", "--json"], { files })).out;
    const all = { ...files, "targets.json": targets, "moved.yaml": plan.replace("10%", "8%") };
    const same = await inWorld(["check", "plan.yaml", "--against", "targets.json"], { files: all });
    expect(same.code).toBe(0);
    const moved = await inWorld(["check", "moved.yaml", "--against", "targets.json", "--json"], {
      files: all,
    });
    expect(moved.code).toBe(1);
    expect(moved.out).toContain('the total of \\"call\\" was 200 and is 250');
  });
});
