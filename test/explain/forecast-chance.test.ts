import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.js";
import { forecast } from "../../src/forecast/forecast.js";
import { chanceWords } from "../../src/words/chance.js";
import { planFormat } from "../../src/words/plan-format.js";

const plan = {
  goal: { metric: "customers", amount: 10, period: "2026-Q1" },
  funnel: [{ stage: "meeting", rate: { won: 20, of: 100 }, lag: 30 }],
} as const;
const outlook = forecast(
  plan,
  { asOf: "2026-01-31", pipeline: { meeting: 20 }, won: 2 },
  { pace: { perDay: { meeting: 1 } } },
);

describe("every number of a forecast's chance has an explanation that contains it and leads to the goal", () => {
  const { atEnd, byWeek } = outlook.chance ?? { atEnd: null, byWeek: [] };
  if (atEnd === null) throw new Error("a forecast of a few wins tells its chance");
  const days = [
    { day: ["atEnd"], on: atEnd },
    { day: ["byWeek", 0], on: byWeek[0] },
    { day: ["byWeek", byWeek.length - 1], on: byWeek.at(-1) },
  ];
  const format = planFormat(outlook.plan);

  it.each(days)("$day", ({ day, on }) => {
    if (on === undefined) throw new Error("a day with a chance");
    const shown = explain(outlook, ["chance", ...day, "chance"]);
    expect(shown.text).toContain(chanceWords(on.chance, format));
    for (const [figure, [low, high]] of [["wins", on.wins] as const, ["amount", on.amount] as const]) {
      const ends = [low, high].map((end, at) => ({ end, at }));
      for (const { end, at } of ends) {
        const why = explain(outlook, ["chance", ...day, figure, at]);
        expect(why.text).toContain(format.number(end));
        expect(why.text).toContain("80%");
        expect(why.supports.at(-1)?.path).toEqual(["plan", "goal", "amount"]);
      }
    }
  });

  it("and so have the level of the ranges and the error", () => {
    expect(explain(outlook, ["chance", "level"]).text).toMatch(/^Each range holds at least 80% of all cases/);
    expect(explain(outlook, ["chance", "atEnd", "error"]).text).toContain(String(atEnd.error));
    expect(() => explain(outlook, ["chance", "asked"])).toThrow(/the plan does not say enough for it/);
  });
});
