import { describe, expect, it } from "vitest";
import { inWorld } from "./world.js";

const OLD = `# The plan of January
goal: { metric: customers, amount: 10, period: 2026-01 }
rounding: 'handover'   # as agreed
"open": { demo: 3 }
teams:
  sales:
    size: 2            # without Ana
    busyMinutesPerDay: 60
needs:
  - { name: hire, minutes: 60, by: 2026-01-30 } # soon
funnel: [{ stage: demo, rate: 25%, owner: sales }]
`;

const NEW = `# The plan of January
goal: { metric: customers, amount: 10, period: 2026-01 }
rounding: 'cascade'   # as agreed
"pipeline": { demo: 3 }
teams:
  sales:
    headcount: 2            # without Ana
    overheadMinutesPerDay: 60
tasks:
  - { name: hire, minutes: 60, due: 2026-01-30 } # soon
funnel: [{ stage: demo, rate: 25%, owner: sales }]
`;

describe("migrate", () => {
  it("prints a plan in the words of today, its comments, quotes and layout as they were", async () => {
    const { code, out, err } = await inWorld(["migrate", "plan.yaml"], { files: { "plan.yaml": OLD } });
    expect([code, out]).toEqual([0, NEW]);
    expect(err).toContain("needs is tasks now\n");
    expect((await inWorld(["check", "-"], { input: out })).code).toBe(0);
  });

  it("replaces the file with --write, writes a new one with -o, and takes JSON and standard input", async () => {
    const files = { "plan.yaml": OLD };
    expect((await inWorld(["migrate", "plan.yaml", "--write"], { files })).files.get("plan.yaml")).toBe(NEW);
    const made = await inWorld(["migrate", "plan.yaml", "-o", "new.yaml"], { files });
    expect([made.files.get("plan.yaml"), made.files.get("new.yaml")]).toEqual([OLD, NEW]);
    const { out } = await inWorld(["migrate", "-"], { input: '{"through": "2026-01-14", "won": 3}' });
    expect(out).toBe('{"asOf": "2026-01-14", "won": 3}');
  });

  // A map is known by its keys: its pipeline is a name in the CRM, a plan's is its open work.
  it("renames in a map what a map calls otherwise, and nothing in its columns", async () => {
    const input = "# of the CRM\ncolumns: { pipeline: Board }\npipeline: [New business, Renewals] # both\n";
    const { code, out, err } = await inWorld(["migrate", "-"], { input });
    expect([code, err]).toEqual([0, "pipeline is crmPipeline now\n"]);
    expect(out).toBe(
      "# of the CRM\ncolumns: { pipeline: Board }\ncrmPipeline: [New business, Renewals] # both\n",
    );
    const open = await inWorld(["migrate", "-"], { input: "{ pipeline: { demo: 3 } }" });
    expect([open.out, open.err]).toEqual(["{ pipeline: { demo: 3 } }", ""]);
  });

  it("leaves a plan of today as it is, to the last character", async () => {
    const { out, err } = await inWorld(["migrate", "-"], { input: NEW });
    expect([out, err]).toEqual([NEW, ""]);
  });

  it("renames what an anchor holds once, where it is written", async () => {
    const input = "teams:\n  a: &team { size: 2 }\n  b: *team\n";
    const { code, out } = await inWorld(["migrate", "-"], { input });
    expect([code, out]).toEqual([0, "teams:\n  a: &team { headcount: 2 }\n  b: *team\n"]);
  });

  it.each([
    ["no file", ["migrate"], "", /migrate needs a plan/],
    ["text that is no YAML", ["migrate", "-"], "goal: [", /:1:/],
    ["--write of standard input", ["migrate", "-", "--write"], "a: 1", /--write needs a file/],
  ])("says what is wrong with %s", async (_, words, input, says) => {
    const { code, err, out } = await inWorld(words, { input });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
  });
});
