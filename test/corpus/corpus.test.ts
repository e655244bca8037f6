import { describe, expect, test } from "vitest";

import { valueAt } from "../../src/plan/change.js";
import { solve } from "../../src/solve/solve.js";
import { solveOrThrow } from "../../src/solve/solve-or-throw.js";
import { bridgeOf } from "../oracle/bridge.js";
import { compare } from "../oracle/compare.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { ONE, whole } from "../oracle/rational.js";
import type { Rational } from "../oracle/rational.js";
import { readAmount, readNumber } from "../oracle/written.js";
import { planOf, readPages } from "./page.js";
import type { Figure, Page } from "./page.js";

// Published worked examples, each as a plan. The numbers on the right were worked by hand in exact ratios (each figure's
// `by` says how); the library and the oracle, which share no code, must both come to them.

const pages = readPages();

describe.each(pages)("$title ($file)", (page) => {
  const targets = solveOrThrow(planOf(page));

  test.each(page.figures)("$name: $by", (figure) => {
    const found = split(valueAt(targets, figure.at), figure);
    expect(String(found)).toBe(String(readNumber(figure.exact)));
    if (figure.answer !== undefined) expect(found.ceiling()).toBe(BigInt(figure.answer));
  });

  test("gives the numbers that unbounded ratios give", () => {
    expect(compare(plainPlan(page), (plan) => solve(plan as never)).differences).toEqual([]);
  });

  test.each(page.keeping)("keeping to $to brings $amount", ({ stage, units, wins, amount }) => {
    const won = readNumber(units).times(rateToWin(targets.path, stage));
    expect(String(won)).toBe(String(readNumber(wins)));
    expect(String(won.times(bridgeOf(plainPlan(page)).worth).minus(toCover(page)))).toBe(
      String(readNumber(amount)),
    );
    expect(readNumber(amount).compare(readNumber(targets.goal.amount))).toBeLessThan(0);
  });

  test.each(page.assumes)("says that it assumes: %s", (kind) => {
    expect(solve(planOf(page)).assumptions.map((assumption) => assumption.kind)).toContain(kind);
  });
});

describe("every page of the corpus", () => {
  test.each(pages)("$file says how where its numbers are not ours", ({ figures }) => {
    for (const { name, exact, answer, printed, differs } of figures) {
      const same = printed === undefined || printed === answer || String(printed) === exact;
      expect([name, differs !== undefined]).toEqual([name, !same]);
    }
  });

  test.each(pages)("$file is judged by what it prints", ({ verdict, figures, keeping }) => {
    const prints = figures.some(({ printed }) => printed !== undefined);
    expect(verdict === "not printed").toBe(!prints);
    const differs = figures.some((figure) => figure.differs !== undefined);
    expect(keeping.length > 0 ? verdict : "wrong").toBe("wrong");
    expect(verdict !== "wrong" || differs).toBe(true);
  });
});

function plainPlan({ plan }: Page): PlainPlan {
  return plan as unknown as PlainPlan;
}

function split(value: unknown, { over = 1 }: Figure): Rational {
  return readNumber(value as string | number).over(whole(over));
}

/** What must be won beside the goal's amount: fixed costs, above all. */
function toCover(page: Page): Rational {
  const { exactWins, worth } = bridgeOf(plainPlan(page));
  return exactWins.times(worth).minus(readAmount(plainPlan(page).goal.amount));
}

/** The share of the units entering a stage that become wins; stages stand in order, the win last. */
function rateToWin(path: readonly { readonly stage: string; readonly rate: string | null }[], stage: string) {
  const from = path.slice(path.findIndex((target) => target.stage === stage));
  return from.reduce((rate, target) => rate.times(readNumber(target.rate ?? "1")), ONE);
}
