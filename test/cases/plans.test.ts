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
