import { describe, expect, test } from "vitest";
import { chanceAhead } from "../../../src/forecast/chance/chance-ahead.js";
import { readAhead } from "../../../src/forecast/chance/ahead.js";
import { NONE_DECIDED } from "../../../src/forecast/chance/decided.js";
import { amountsOn, questionOn } from "../../../src/forecast/chance/day-question.js";
import { stepsOf } from "../../../src/forecast/chance/sums.js";
import { lookAhead, type Outlook } from "../../../src/forecast/outlook.js";
import { compilePlan, isDated } from "../../../src/model/compile.js";
import { compileSnapshot } from "../../../src/model/compile-snapshot.js";
import { ratio, ZERO } from "../../../src/number/ratio.js";
import { parsePlan } from "../../../src/plan/parse.js";
import { parseSnapshot } from "../../../src/plan/parse-snapshot.js";
import type { PlanInput } from "../../../src/plan/plan.js";
import { dateText, dayOf } from "../../oracle/dates.js";

const names = ["lead", "call", "demo", "offer"];
const asOf = "2026-01-31";

/** An ordinary forecast: so many open deals over four stages with lags, and new work for a quarter. */
function ordinary(deals: number, { isSampled = false, isValued = false, weeks = 8 } = {}): Outlook {
  const plan = {
    goal: { metric: "new-mrr", amount: 60_000, period: "2026-Q1" },
    deal: { value: 1_000 },
    funnel: names.map((stage, index) => ({
      stage,
      rate: isSampled ? { won: 30 + 10 * index, of: 100 } : `${30 + 10 * index}%`,
      lag: { median: 10, p90: 30 },
    })),
  } as unknown as PlanInput;
  const compiled = compilePlan(parsePlan(plan), ratio(1, 2));
  if (!isDated(compiled)) throw new Error("a quarter has dates");
  const pipeline = Object.fromEntries(
    names.map((stage) => [
      stage,
      Array.from({ length: deals / names.length }, (_, index) => ({
        entered: dateText(dayOf(asOf) - ((7 * index) % 40)),
        ...(isValued ? { value: 337 + 100 * ((13 * index) % 30) } : {}),
      })),
    ]),
  );
  const snapshot = compileSnapshot(parseSnapshot({ asOf, won: 20, pipeline }, compiled.plan));
  const horizon = dayOf(asOf) + 7 * weeks;
  return lookAhead({ compiled, snapshot, pace: "targets", givenPace: "targets", horizon });
}

/** Steps of arithmetic for the end, with the places that uncertain rates begin with. */
function stepsAtEnd(outlook: Outlook): { wins: number; amounts: number } {
  const ahead = readAhead(outlook, NONE_DECIDED);
  const limits = { need: ratio(40_000), most: 1e9, soft: 25_000_000 };
  const question = questionOn(ahead, outlook.compiled.period.last, limits);
  const valued = question.isPlain ? undefined : amountsOn(ahead, question, limits);
  return { wins: stepsOf(question.wins, 1), amounts: valued === undefined ? 0 : stepsOf(valued.amounts, 1) };
}

// Steps are counted, not seconds: the same on every machine.
describe("what a chance costs", () => {
  test("300 open deals at known rates take less than a million steps, with their values less than 10", () => {
    expect(stepsAtEnd(ordinary(300)).wins).toBeLessThan(1_000_000);
    expect(stepsAtEnd(ordinary(300, { isValued: true })).amounts).toBeLessThan(10_000_000);
  });

  test("with four uncertain rates less than 30 million", () => {
    expect(stepsAtEnd(ordinary(300, { isSampled: true })).wins).toBeLessThan(30_000_000);
  });

  test("twice the deals take at most three times the steps", () => {
    for (const isSampled of [false, true]) {
      const [some, twice] = [400, 800].map((deals) => stepsAtEnd(ordinary(deals, { isSampled })).wins);
      expect((twice ?? NaN) / (some ?? NaN)).toBeLessThan(3);
    }
  });

  test("no picture has more than 60 weeks, however far one looks", () => {
    const { byWeek } = chanceAhead(ordinary(8, { weeks: 200 }), { level: 0.8, measured: ZERO });
    expect(byWeek.length).toBeLessThanOrEqual(60);
    expect(byWeek.at(-1)?.on).toBe(dateText(dayOf(asOf) + 7 * 200));
  });
});
