import { describe, expect, it } from "vitest";
import { inCase, jsonOfCase } from "./case.js";

describe("a second person from July", () => {
  it("takes half of what comes from then on: 664 and 336 overloaded one of two alike", async () => {
    // By hand: half a year at 10% brings 46.6 visits, all the first one's; 953.4 come later, half each.
    for (const plan of ["plan", "plan-off"]) {
      const { out } = await inCase("second-person-from-july", `solve ${plan}.yaml`);
      const totals = [...out.matchAll(/^ {2}(?:Old|New|Ana|Ben) +visit +(\d+)/gm)].map((row) =>
        Number(row[1]),
      );
      expect(totals).toHaveLength(2);
      expect(totals.reduce((sum, total) => sum + total, 0)).toBe(1000);
      expect(Math.abs((totals[0] ?? 0) - 523)).toBeLessThanOrEqual(1);
    }
  });
});

describe("absences that are over", () => {
  it("change nothing: every verb with a snapshot stopped with bad input", async () => {
    for (const verb of ["track", "replan", "scorecard", "check", "report", "forecast"]) {
      const { code, err } = await inCase("time-off-that-is-over", `${verb} plan.yaml --snapshot now.yaml`);
      expect([verb, code, err]).toEqual([verb, 0, ""]);
    }
  });
});

describe("seven of at most five churned", () => {
  it("is a miss of the team that holds them, and red", async () => {
    const scorecard = await inCase("seven-churned-of-five", "scorecard plan.yaml --snapshot now.yaml");
    expect(scorecard.out).toContain("churned customers (success): 7 of 3");
    expect(scorecard.out).toContain("success 0 of 1");
    const check = await inCase("seven-churned-of-five", "check plan.yaml --snapshot now.yaml");
    expect(check.code).toBe(1);
    expect(check.out).toContain("no more churned customers than 5");
  });
});

describe("seven stages at 80 columns", () => {
  it("cut every date and every lever; now nothing is cut and no line is too long", async () => {
    for (const verb of ["solve", "levers"]) {
      const { out } = await inCase("seven-stages-at-80-columns", `${verb} plan.yaml --width 80 --all`);
      expect(out).not.toMatch(/\S…/);
      for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    }
    const { out } = await inCase("seven-stages-at-80-columns", "levers plan.yaml --width 80");
    expect(out).toContain('the rate of "presentation"');
  });
});

describe("churn a year, and churn a month", () => {
  const lost = async (plan: string) => {
    const answer = (await jsonOfCase("churn-per-year", `solve ${plan}.yaml`)) as {
      targets: { bridge: readonly { item: string; amount: string }[] };
    };
    return Number(answer.targets.bridge.find(({ item }) => item === "churn")?.amount);
  };

  it("compound by one convention both ways", async () => {
    // 10,000 MRR. 1 − 0.97^12 = 30.62%; 1 − 0.76^(1/12) = 2.261% a month; 1 − 0.76^(1/4) = 6.631% a quarter
    // (5.92% before); two months from the 15th on: 1 − 0.97² = 5.91%.
    expect(await lost("plan-a")).toBeCloseTo(3061.58, 2);
    expect(await lost("plan-b")).toBeCloseTo(226.1, 1);
    expect(await lost("plan-c")).toBeCloseTo(663.1, 1);
    expect(await lost("plan-d")).toBeCloseTo(591, 6);
  });
});

describe("two quotas of one person", () => {
  it("stay right: both can be met, 388 of 540 minutes in the fullest week", async () => {
    const { code, out } = await inCase("two-quotas", "align new.yaml existing.yaml");
    expect(code).toBe(0);
    expect(out).toContain("They can all be met together.");
    expect(out).toMatch(/ae +minutes +Mon 30 Mar +388 +540 +72%/);
  });
});

describe("half days", () => {
  // By hand: August 2026 has 21 days from Monday to Friday and 5 Saturdays; 94 visits ÷ 23.5 days are 4 a day, 2 on Saturdays.
  it("count half: the whole Saturdays gave 26 days, and half ones could not be said", async () => {
    const { out } = await inCase("half-days", "solve plan-a.yaml");
    expect(out).toContain("(23.5 working days)");
    expect(out).toMatch(/^ {2}visit +50% +94 +22 +4$/m);
    const answer = (await jsonOfCase("half-days", "solve plan-a.yaml")) as {
      targets: { path: readonly { days: readonly { on: string; count: number }[] }[] };
    };
    const days = answer.targets.path[0]?.days ?? [];
    expect(days.slice(0, 7).map(({ count }) => count)).toEqual([2, 4, 4, 4, 4, 4, 2]);
    const whole = await inCase("half-days", "solve plan-b.yaml");
    expect(whole.out).toContain("(26 working days)");
  });

  it("may be half a holiday: December 2026 has 23 weekdays, less Christmas and half of its eve", async () => {
    const { out } = await inCase("half-days", "solve plan-c.yaml");
    expect(out).toContain("(21.5 working days)");
  });
});

describe("weeks from Sunday to Thursday, and a fiscal year from February", () => {
  it("end on Thursdays, as the workdays do: they were cut between Saturday and Monday", async () => {
    const { out } = await inCase("sunday-weeks", "solve sun-thu.yaml");
    // Read off a calendar: 1 March 2026 is a Sunday.
    expect(out.match(/^ {2}Thu (?:5|12|19|26) Mar/gm)).toHaveLength(4);
    expect(out).toContain("Sun 1 Mar");
  });

  it("has the dates of FY2026-Q1: 1 February to 30 April 2025, 63 weekdays", async () => {
    const { out } = await inCase("sunday-weeks", "solve fiscal.yaml");
    expect(out).toContain("in FY2026-Q1, from 1 February to 30 April 2025 (63 working days).");
    expect(out).toContain("The fiscal year 2026 is the one that ends in 2026");
  });
});

describe("revenue earned in the year", () => {
  interface Solved {
    readonly targets: { readonly wins: number; readonly exactWins: string };
  }
  const solvedCase = async (plan: string): Promise<Solved["targets"]> =>
    ((await jsonOfCase("revenue-earned-in-the-year", `solve ${plan}.yaml`)) as Solved).targets;

  it("is 780 of one customer a month at 10: 12 wins where each month has the same, 7 by whole contracts", async () => {
    // By hand: 10 · (12 + 11 + … + 1) = 780.
    expect(await solvedCase("even")).toMatchObject({ wins: 12, exactWins: "12" });
  });

  it("takes 12.07 wins, so 13, where they come level by working day", async () => {
    // By hand: 22, 20, 22, 22, 21, 22, 23, 21, 22, 22, 21 and 23 working days pay 12, 11, … 1 months: 1,686 of 261 days, so
    // 6.4598 months a win; 78 ÷ 6.4598 = 78 · 261 ÷ 1,686 = 3,393 ÷ 281.
    expect(await solvedCase("level")).toMatchObject({ wins: 13, exactWins: "3393/281" });
  });

  it("counts wins with all that they pay until the end, in progress and in the plan for the rest", async () => {
    // By hand: wins of January, February and March pay 12 + 11 + 10 months of 10; 780 − 330 are left.
    const { out } = await inCase("revenue-earned-in-the-year", "track level.yaml --snapshot now.yaml");
    expect(out).toContain("330 now");
    const rest = await inCase("revenue-earned-in-the-year", "replan level.yaml --snapshot now.yaml");
    expect(rest.out).toContain("Of 780, 330 is achieved.");
    expect(rest.out).toContain("450 of revenue earned from 1 April to 31 December 2026");
  });
});
