import { describe, expect, it } from "vitest";
import { safeParsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";

const funnelOf = (size: number) =>
  Array.from({ length: size }, (_, index) => ({ stage: `s${index}`, rate: "99%" as const }));
const planOf = (size: number, period: string, more = {}) => ({
  goal: { metric: "customers" as const, amount: 10, period },
  funnel: funnelOf(size),
  ...more,
});
const issuesOf = (plan: unknown) =>
  (safeParsePlan(plan).error?.issues ?? []).map(({ code, path, message }) => ({ code, path, message }));

describe("a plan of a few bytes that asks for an answer without end", () => {
  // 25 kB of 1,000 stages over 100 years took 13 seconds and 1.2 GB.
  it("is refused by name when it has more than 200 stages", () => {
    expect(issuesOf(planOf(201, "2026-01"))).toEqual([
      {
        code: "funnel.too-long",
        path: ["funnel"],
        message: expect.stringContaining("at most 200 stages") as string,
      },
    ]);
    expect(issuesOf(planOf(200, "2026-01"))).toEqual([]);
  });

  it("is refused by name when its stages times its days are more than a million", () => {
    // 2026 to 2080 are 55 years with 14 leap days: 20,089 days, 1,004,450 for 50 stages; a year less is 19,723 or 986,150.
    const [issue] = issuesOf(planOf(50, "2026-01-01/2080-12-31"));
    expect(issue).toMatchObject({ code: "period.too-long", path: ["goal", "period"] });
    expect(issue?.message).toContain("at most 20000 days of work and period for 50 stages");
    expect(issuesOf(planOf(50, "2026-01-01/2079-12-31"))).toEqual([]);
    // Days of work before the period count as well.
    expect(issuesOf(planOf(50, "2079-01-01/2080-12-31", { workFrom: "2026-01-01" }))).toHaveLength(1);
  });

  it("is no trouble below that: what must enter the first of 200 stages is 10 ÷ 0.99^200, rounded up", () => {
    // 10 ÷ 0.99^200 = 74.64 (0.99^200 = 0.13398).
    expect(solve(planOf(200, "2026-01")).targets?.stages["s0"]?.total).toBe(75);
  });
});
