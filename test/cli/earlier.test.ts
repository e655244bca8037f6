import { describe, expect, it } from "vitest";

import { inWorld } from "./world.js";

const files = {
  "plan.yaml":
    "goal: { metric: customers, amount: 4, period: 2026-01 }\nfunnel: [{ stage: call, rate: 10% }]\n",
  "calls.csv": [
    "date,activity,count,person",
    "2025-01-07,call,20,Ana",
    "2025-01-20,call,50,Ana",
    "2026-01-05,call,12,Ana",
    "2026-01-15,call,18,Ana",
    "",
  ].join("\n"),
  "now.yaml": "asOf: 2026-01-15\nentered: { call: 30 }\nwon: 1\n",
  "then.yaml": "asOf: 2025-01-15\nentered: { call: 20 }\nwon: 2\n",
};
const run = (...words: string[]) => inWorld(words, { files, today: "2026-01-16" });

describe("the same days of an earlier period", () => {
  it("are counted from the log, as many from its first day on", async () => {
    // By hand: from 1 to 15 January 20 calls then (the 50 came later), 30 now.
    const { out } = await run("track", "plan.yaml", "--log", "calls.csv", "--earlier-from", "2025-01-01");
    expect(out).toMatch(/The same days of an earlier period[^]*call +20 +30 +150%/);
  });

  it("come from a snapshot of them, a year before unless another day is named, in the report too", async () => {
    const words = ["plan.yaml", "--snapshot", "now.yaml", "--earlier", "then.yaml"];
    const { out } = await run("report", ...words, "--format", "md");
    expect(out).toContain("| call | 20 | 30 | 150% |");
    expect(out).toContain("| wins | 2 | 1 | 50% |");
    const { out: data } = await run("track", ...words, "--json");
    expect(JSON.parse(data)).toMatchObject({ earlier: { before: { from: "2025-01-01", to: "2025-01-15" } } });
  });

  it("need something to be counted from, and a day", async () => {
    const wrong = await run("track", "plan.yaml", "--snapshot", "now.yaml", "--earlier-from", "2025-01-01");
    expect([wrong.code, wrong.err]).toEqual([
      2,
      expect.stringContaining("a snapshot needs --earlier <file>"),
    ]);
    const none = await run("track", "plan.yaml", "--log", "calls.csv", "--earlier-from", "soon");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('there is no day "soon"')]);
  });
});
