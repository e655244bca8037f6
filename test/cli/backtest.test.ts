import { describe, expect, it } from "vitest";
import { inWorld } from "./world.js";

// Each day of half a year four deals come and one of them is won, all on the day on which they come: by hand, a month brings
// as many wins as it has days. January and February only teach.
const rows = Array.from({ length: 181 * 4 }, (_, id) => {
  const on = new Date(Date.UTC(2026, 0, 1 + (id >> 2))).toISOString().slice(0, 10);
  return `${id},${id % 4 === 0 ? "won" : "lost"},${on},${on}`;
});
const files = {
  "plan.yaml":
    "goal: { metric: customers, amount: 30, period: 2026-07 }\nfunnel:\n  - { stage: demo, rate: 25% }\n",
  "deals.csv": ["id,stage,created,closed", ...rows, ""].join("\n"),
  "map.yaml":
    "crm: csv\ncolumns: { id: id, stage: stage, created: created, closed: closed }\ncreatedIn: demo\n",
};
const run = (...words: string[]) => inWorld(words, { files, today: "2026-12-31" });
const words = ["backtest", "plan.yaml", "deals.csv", "--map", "map.yaml"];

describe("backtest", () => {
  it("says how often the ranges held, and each month", async () => {
    const { code, out, err } = await run(...words);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toContain("4 of 4 months (100%");
    expect(out).toMatch(/March 2026 +31\.1 +\d+ +\d+ +31 /);
    expect(out).toContain("Nothing failed beyond luck.");
  });

  it("draws the picture into a new file", async () => {
    const { files: after } = await run(...words, "--svg", "b.svg");
    expect(after.get("b.svg")).toMatch(/^<svg[\s\S]*4 ended within the 80% range/);
  });

  it("prints the answer as data", async () => {
    const { out } = await run(...words, "--json", "--per", "week", "--level", "90%");
    const { per, level, periods } = JSON.parse(out) as { per: string; level: string; periods: unknown[] };
    expect({ per, level, weeks: periods.length }).toEqual({ per: "week", level: "0.9", weeks: 23 });
  });

  it("exits with 1 where history is too short, and with 2 for what it cannot use", async () => {
    const short = await run(...words, "--as-of", "2026-02-28");
    expect(short.code).toBe(1);
    expect(short.out).toContain("No month can be forecast: it takes two whole months on record before it.");
    for (const wrong of [
      ["--per", "year"],
      ["--level", "180%"],
      ["--chance", "0%"],
      ["--as-of", "soon"],
    ])
      expect((await run(...words, ...wrong)).code).toBe(2);
    expect((await run("backtest", "plan.yaml")).err).toContain("backtest needs an export");
  });

  it("is a line of check, where an export is handed in", async () => {
    const { code, out } = await run("check", "plan.yaml", "deals.csv", "--map", "map.yaml");
    expect(code).toBe(0);
    expect(out).toMatch(/forecasts of the past held +passed/);
  });
});
