import { planFormat } from "../../src/words/plan-format.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanInput } from "../../src/plan/plan.js";
import { left, right, sentence, table, type Report } from "../../src/report/report.js";
import { leversReport } from "../../src/report/sensitivity/levers-report.js";
import { solutionReport } from "../../src/report/solution-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { widthOf } from "../../src/format/width.js";
import { levers } from "../../src/sensitivity/levers.js";
import { solve } from "../../src/solve/solve.js";
import { parsePlan } from "../../src/plan/parse.js";

// Seven stages in a pipe, 80 cells wide: every date read `2026-1…` and every lever `the rat…`.

const STAGES: readonly (readonly [name: string, rate: string, lag: number])[] = [
  ["prospecting", "30%", 0],
  ["connected", "40%", 3],
  ["qualified", "60%", 3],
  ["appointment", "70%", 5],
  ["presentation", "70%", 5],
  ["proposal", "50%", 10],
  ["negotiation", "60%", 10],
];
const plan = parsePlan({
  goal: { metric: "new-mrr", amount: 20_000, period: "2026-Q4" },
  deal: { value: 1000 },
  funnel: STAGES.map(([stage, rate, lag]) => ({ stage, rate, ...(lag === 0 ? {} : { lag }) })),
});
const widest = (text: string) => Math.max(...text.split("\n").map(widthOf));

describe("seven stages with milestones and levers", () => {
  it.each([40, 60, 80, 120])("fit %d cells with every date and every name whole", (width) => {
    const answer = solve(plan);
    const text =
      toText(solutionReport(answer), { width }) + toText(leversReport(levers(plan)), { width, all: true });
    expect(text).not.toContain("…");
    expect(widest(text)).toBeLessThanOrEqual(width);
    for (const { window } of answer.targets?.path ?? [])
      if (window !== null) expect(text).toContain(planFormat(answer.plan).date(window.startBy));
    for (const [name] of STAGES) expect(text).toContain(`"${name}"`);
  });

  it("turn a table of figures that is too wide into two, each with its dates", () => {
    const text = toText(solutionReport(solve(plan)), { width: 80 });
    expect(text.match(/^ {2}Fri 16 Oct /gm)).toHaveLength(2);
    expect(text).toMatch(/^ {2}By +prospecting +connected/m);
  });
});

const report = (...blocks: Report["sections"][number]["blocks"]): Report => ({
  title: "Plan",
  sections: [{ title: "Section", blocks }],
});

describe("a table that is too wide", () => {
  const long = "the enterprise accounts that came back after the summer";
  const wide = table(
    [left("Stage"), left("Owner"), right("Total"), left("Start by")],
    [
      [long, "the team of the north and the south", "1,234,567,890", "2026-11-25"],
      ["", "somebody else", "7", "2026-12-01"],
    ],
  );

  it("wraps its names first", () => {
    expect(toText(report(wide), { width: 80 }).split("\n").slice(4)).toEqual([
      "  Stage                     Owner                              Total  Start by",
      "  the enterprise accounts   the team of the north and  1,234,567,890  2026-11-25",
      "  that came back after the  the south",
      "  summer",
      "                            somebody else                          7  2026-12-01",
      "",
    ]);
  });

  it("becomes a block for each row where that is not enough", () => {
    expect(toText(report(wide), { width: 40 }).split("\n").slice(4)).toEqual([
      "  the enterprise accounts that came back",
      "  after the summer",
      "    Owner: the team of the north and",
      "      the south",
      "    Total: 1,234,567,890",
      "    Start by: 2026-11-25",
      "    Owner: somebody else",
      "    Total: 7",
      "    Start by: 2026-12-01",
      "",
    ]);
  });
});

describe("any text", () => {
  it("keeps numbers and dates whole and fits otherwise, whatever stands in it", () => {
    const word = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 70 }),
      fc.constantFrom("2026-10-01", "1,234,567.89", "12.5%", "−3", "2026-10-01/2026-12-31"),
    );
    const cell = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));
    const drawn = fc.record({
      rows: fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }),
      text: cell,
      width: fc.integer({ min: 40, max: 130 }),
    });
    const property = fc.property(drawn, ({ rows, text, width }) => {
      const columns = [left("Name"), left("Another name"), left("Note")];
      const lines = toText(report(sentence(text), table(columns, rows)), { width });
      expect(widest(lines)).toBeLessThanOrEqual(width);
      for (const figure of ["2026-10-01/2026-12-31", "1,234,567.89"])
        if ([text, ...rows.flat()].some((one) => one.split(" ").includes(figure)))
          expect(lines).toContain(figure);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it("shows the first twenty of a list or a table, how many more, and all where that is asked for", () => {
    const items = Array.from({ length: 300 }, (_, index) => `item ${index + 1}`);
    const lists = report(
      { kind: "list", items },
      table(
        [left("Row")],
        items.map((item) => [item]),
      ),
    );
    const text = toText(lists, { hint: "--all shows them" });
    expect(text.split("\n").filter((line) => line.includes("item"))).toHaveLength(40);
    expect(text.match(/^ {2}… and 280 more \(--all shows them\)$/gm)).toHaveLength(2);
    expect(toText(lists, { all: true }).match(/item/g)).toHaveLength(600);
    expect(toText(report({ kind: "list", items: items.slice(0, 20) }))).not.toContain("more");
  });

  it("is written in time that grows with its length alone: a cell of a hundred thousand words", () => {
    const text = toText(report(table([left("Name")], [["word ".repeat(100_000)]])), { width: 80 });
    expect(text.length).toBeGreaterThan(500_000);
  });
});

it("takes a plan with names of every kind", () => {
  const named: PlanInput = { ...plan, name: "x".repeat(500) };
  expect(widest(toText(solutionReport(solve(named))))).toBeLessThanOrEqual(80);
});
