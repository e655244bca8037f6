import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PlanInput } from "../../../src/plan/plan.js";
import { solveOrThrow } from "../../../src/solve/solve-or-throw.js";

// The table "what it takes at a rate of 20%" of docs/why/chance.md: every figure of it is what the library answers.

const page = readFileSync(new URL("../../../docs/why/chance.md", import.meta.url), "utf8");
const [head = [], , ...rows] = page
  .split("\n")
  .slice(page.slice(0, page.indexOf("| wins | plan")).split("\n").length - 1)
  .filter((line, at, lines) => lines.slice(0, at + 1).every((each) => each.startsWith("|")) && line !== "")
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function answerFor(wins: number, more: { readonly chance?: `${number}%`; readonly buffer?: `${number}%` }) {
  const { chance, buffer } = more;
  const plan: PlanInput = {
    goal: { metric: "customers", amount: wins, period: { workingDays: 20 }, ...(chance && { chance }) },
    ...(buffer && { buffer }),
    funnel: [{ stage: "demo", rate: "20%" }],
  };
  const { path, chance: told } = solveOrThrow(plan);
  return { total: path[0]?.total ?? NaN, reached: percent(told?.reached ?? NaN) };
}

/** What a row of the page must say. */
function rowFor(wins: number): string[] {
  const plain = answerFor(wins, {});
  const sure = (["80%", "90%", "95%"] as const).map((chance) => {
    const { total } = answerFor(wins, { chance });
    return `${total.toLocaleString("en")} (+${percent(total / plain.total - 1)})`;
  });
  const buffered = (["10%", "20%"] as const).map((buffer) => answerFor(wins, { buffer }).reached);
  return [String(wins), plain.total.toLocaleString("en"), plain.reached, ...sure, ...buffered];
}

describe("what it costs to be sure, as docs/why/chance.md says", () => {
  it("has the columns that are worked out here", () => {
    expect(head.join(", ")).toBe("wins, plan, it is sure by, 80%, 90%, 95%, a buffer of 10% gives, of 20%");
    expect(rows.length).toBe(6);
  });

  it.each(rows)("for %s wins", (...row) => {
    expect(row).toEqual(rowFor(Number(row[0])));
  });
});
