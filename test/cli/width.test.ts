import { describe, expect, it } from "vitest";
import { widthOf } from "../../src/format/width.js";
import { inWorld, type Setting } from "./world.js";

const plan = `goal: { metric: new-mrr, amount: 20000, period: 2026-Q4 }
deal: { value: 1000 }
funnel:
  - { stage: prospecting, rate: 30% }
  - { stage: qualified, rate: 60%, lag: 3 }
  - { stage: negotiation, rate: 60%, lag: 10 }
`;

async function widest(words: readonly string[], setting: Setting = {}): Promise<number> {
  const { out } = await inWorld(["solve", "plan.yaml", "--no-color", ...words], {
    files: { "plan.yaml": plan },
    ...setting,
  });
  return Math.max(...out.split("\n").map(widthOf));
}

describe("the width of a text", () => {
  // Sentences fill their lines, so the widest line lies within one word of what there is.
  it("follows --width, else COLUMNS, else the terminal, else 80", async () => {
    const terminal = { isTerminal: true, columns: 130 };
    expect(await widest([])).toBeLessThanOrEqual(80);
    const wide = await widest([], terminal);
    expect(wide).toBeGreaterThan(80);
    expect(wide).toBeLessThanOrEqual(130);
    expect(await widest([], { ...terminal, env: { COLUMNS: "60" } })).toBeLessThanOrEqual(60);
    expect(await widest(["--width", "44"], { ...terminal, env: { COLUMNS: "60" } })).toBeLessThanOrEqual(44);
    expect(await widest([], { env: { COLUMNS: "130" } })).toBe(wide);
  });

  it("ignores a COLUMNS that says nothing, and is 40 at least", async () => {
    const usual = await widest([]);
    for (const said of ["", "0", "wide", "-3"])
      expect(await widest([], { env: { COLUMNS: said } })).toBe(usual);
    expect(await widest([], { env: { COLUMNS: "7" } })).toBeLessThanOrEqual(40);
  });

  it.each(["39", "1001", "wide", "80.5"])("is refused as %j", async (typed) => {
    const { code, err } = await inWorld(["solve", "plan.yaml", "--width", typed], {
      files: { "plan.yaml": plan },
    });
    expect([code, err.split("\n")[0]]).toEqual([
      2,
      `reverse-funnel: --width needs a whole number from 40 to 1000; got "${typed}"`,
    ]);
  });
});

describe("long lists", () => {
  const stages = Array.from({ length: 30 }, (_, index) => `  - { stage: s${index + 1}, rate: 99% }`);
  const long = plan.slice(0, plan.indexOf("  - ")) + stages.join("\n");

  it("show the first twenty lines and say how many more; --all shows all, --json has them all", async () => {
    const files = { "plan.yaml": long };
    const { out } = await inWorld(["solve", "plan.yaml"], { files });
    expect(out).toContain("… and 11 more (--all shows them, --json has them as data)");
    expect(out).not.toMatch(/^ {2}s30 /m);
    const all = await inWorld(["solve", "plan.yaml", "--all"], { files });
    expect(all.out).toMatch(/^ {2}s30 /m);
    const json = await inWorld(["solve", "plan.yaml", "--json"], { files });
    expect((JSON.parse(json.out) as { targets: { path: unknown[] } }).targets.path).toHaveLength(31);
  });

  it("of issues too", async () => {
    const files = { "plan.yaml": long.replaceAll("99%", "99") };
    const { code, err } = await inWorld(["solve", "plan.yaml"], { files });
    expect([code, err.trimEnd().split("\n").length, err.trimEnd().split("\n").at(-1)]).toEqual([
      2,
      21,
      "… and 10 more issues (--all shows them)",
    ]);
    const all = await inWorld(["solve", "plan.yaml", "--all"], { files });
    expect(all.err.trimEnd().split("\n")).toHaveLength(30);
  });

  it("do not shorten a calendar that was asked for", async () => {
    const { out } = await inWorld(["solve", "plan.yaml", "--calendar"], { files: { "plan.yaml": plan } });
    expect(out).not.toContain("more (--all");
  });
});
