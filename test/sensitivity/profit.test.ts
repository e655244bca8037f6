import { describe, expect, it } from "vitest";
import { forecast } from "../../src/forecast/forecast.js";
import { parsePlan } from "../../src/plan/parse.js";
import { levers } from "../../src/sensitivity/levers.js";
import { solveFor } from "../../src/sensitivity/solve-for.js";
import { replan } from "../../src/track/replan.js";

// Deals of 1,000 with a margin of 60%, demos of 25 of which one in four wins: a win leaves 600 and costs 100. With 2,000 of fixed
// costs, 24 wins of 96 demos leave 14,400 − 2,400 − 2,000 = 10,000.
const plan = (period: unknown) =>
  parsePlan({
    goal: { metric: "profit", amount: 10_000, period },
    deal: { value: 1000, margin: "60%" },
    fixedCosts: 2000,
    funnel: [{ stage: "demo", rate: "25%", cost: 25 }],
    calendar: { workdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] },
  });

describe("what if, where the goal is a profit", () => {
  it("pays for today's work as it is: a lever that wins more of it costs nothing more", () => {
    // A tenth more of the rate: 26.4 wins of the same 96 demos, 1,440 more. It told 1,658, with fewer demos paid.
    const { now, levers: list } = levers(plan({ workingDays: 20 }));
    expect(now.outcome).toBe("10000");
    const rate = list.find(({ path }) => path.at(-1) === "rate");
    expect(rate?.steps[0]?.change.outcome).toBe("1440");
  });

  it("finds the value at which today's activity leaves the goal, its own costs paid", () => {
    // 5 demos a day are 100, and cost 2,500: 25 wins × 60% of the value − 2,500 − 2,000 = 10,000 at 966.67.
    const answer = solveFor(plan({ workingDays: 20 }), ["deal", "value"], { perDay: { demo: 5 } });
    expect(answer).toMatchObject({ status: "value", value: "2900/3" });
    // And the goal may be 25 × 600 − 4,500 = 10,500.
    const goal = solveFor(plan({ workingDays: 20 }), ["goal", "amount"], { perDay: { demo: 5 } });
    expect(goal).toMatchObject({ status: "value", value: "10500" });
  });
});

describe("looking ahead to a profit", () => {
  const thirty = plan({ start: "2026-06-01", end: "2026-06-30" });
  const half = { asOf: "2026-06-15", entered: { demo: 48 }, won: 12 };

  it("takes the costs of the planned work off, level over the days", () => {
    // As planned so far: the other half brings 12 wins more.
    const { atEnd, byDate } = forecast(thirty, half);
    expect(atEnd).toMatchObject({ wins: "24", amount: "10000" });
    // On the last day of the first half: 12 × 600 − (2,400 + 2,000) ÷ 2 = 5,000. Then each day adds 0.8 × 600 − 146.67.
    const [next] = byDate;
    expect(next).toMatchObject({ on: "2026-06-16", amount: "16000/3" });
  });

  it("plans the rest with what is left of the fixed costs", () => {
    const { changes } = replan(thirty, half);
    const to = (key: string) => changes.find(({ path }) => path[0] === key && path.length <= 2)?.to;
    expect(changes.find(({ path }) => path[1] === "amount")?.to).toBe("5000");
    expect(to("fixedCosts")).toBe("1000");
  });
});
