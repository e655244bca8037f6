import { describe, expect, it } from "vitest";
import { parsePlan, safeParsePlan } from "../../src/plan/parse.js";
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

describe("a plan that was read", () => {
  it("keeps the limits with which it was read: what they let pass is solved", () => {
    // It was read again with the default limits: "funnel.too-long: at most 200 stages".
    const plan = parsePlan(planOf(250, "2026-01"), { limits: { stages: 300 } });
    expect(solve(plan).status).toBe("feasible");
    expect(safeParsePlan(plan, { limits: "untrusted" }).success).toBe(false);
  });

  it("has numbers of so many digits, exponents written out", () => {
    // 400 digits of minutes took 2.7 s of processor time to find fixes for.
    const minutes = (value: unknown) => ({
      ...planOf(1, "2026-01"),
      funnel: [{ stage: "call", rate: "50%", minutes: value }],
    });
    for (const [value, isRead] of [
      ["9".repeat(60), true],
      ["9".repeat(61), false],
      ["1e50", true],
      ["1e300", false],
      [1e300, false],
      [1e-7, true],
      ["1/3e99", false],
      ["12345678901234567890/98765432109876543210", true],
    ] as const)
      expect([value, safeParsePlan(minutes(value), { limits: "untrusted" }).success]).toEqual([
        value,
        isRead,
      ]);
    expect(safeParsePlan(minutes("9".repeat(61))).success).toBe(true);
  });
});

describe("digits", () => {
  const named = (name: string) => ({ ...planOf(1, "2026-01"), name });

  it("are those of numbers: a text of dashes or of the letter e has none", () => {
    // A line of 70 dashes was refused as a number of more than 60 digits.
    for (const name of ["-".repeat(70), "e".repeat(70), "…", " - / - ".repeat(10)])
      expect([name, issuesOf(named(name))]).toEqual([name, []]);
    for (const name of ["-".repeat(70), "e".repeat(70)])
      expect([name, safeParsePlan(named(name), { limits: "untrusted" }).success]).toEqual([name, true]);
    // 1 and 69 dashes may be meant as a number.
    expect(safeParsePlan(named(`1${"-".repeat(69)}`), { limits: "untrusted" }).success).toBe(false);
  });

  it("have no limit unless one is set", () => {
    expect(issuesOf(named("9".repeat(1000)))).toEqual([]);
    expect(safeParsePlan(named("9".repeat(1000)), { limits: { digits: 999 } }).success).toBe(false);
    expect(safeParsePlan(named("9".repeat(1000)), { limits: { digits: 1000 } }).success).toBe(true);
  });
});

describe("limits of one's own", () => {
  const small = {
    goal: { metric: "customers", amount: 1, period: "2026-01" },
    funnel: [{ stage: "call", rate: "50%" }],
  };
  const codes = (plan: unknown, limits: Parameters<typeof safeParsePlan>[1]) =>
    (safeParsePlan(plan, limits).error?.issues ?? []).map(({ code, expected }) => `${code}: ${expected}`);

  it("hold for plans of strangers, each by its name, and one less of everything passes", () => {
    const people = (count: number) => ({
      sales: { people: Array.from({ length: count }, (_, at) => ({ name: `p${at}` })) },
    });
    const cases: readonly [string, (size: number) => unknown, number][] = [
      [
        "funnel.too-long: at most 40 stages, those of channels included",
        (size) => planOf(size, "2026-01"),
        40,
      ],
      // 7,600 stage-days are 190 days for 40 stages: 2026-01-01 to 2026-07-09 (181 days to the end of June).
      ["people.too-many: at most 100 people", (size) => ({ ...small, teams: people(size) }), 100],
      [
        "pipeline.too-long: at most 1000 units one by one",
        (size) => ({ ...small, pipeline: { call: Array.from({ length: size }, () => ({})) } }),
        1000,
      ],
      ["text.too-long: at most 500 characters", (size) => ({ ...small, name: "x".repeat(size) }), 500],
    ];
    for (const [said, make, most] of cases) {
      expect(codes(make(most), { limits: "untrusted" })).toEqual([]);
      expect(codes(make(most + 1), { limits: "untrusted" })).toEqual([said]);
    }
    expect(codes(planOf(40, "2026-01-01/2026-07-09"), { limits: "untrusted" })).toEqual([]);
    expect(codes(planOf(40, "2026-01-01/2026-07-10"), { limits: "untrusted" })[0]).toMatch(
      /^period\.too-long/,
    );
    expect(
      codes({ ...small, x: Array.from({ length: 10_001 }, () => 0) }, { limits: "untrusted" }),
    ).toContain("data.too-large: at most 10,000 values");
  });

  it("stand in place of the defaults, one by one", () => {
    expect(codes(planOf(3, "2026-01"), { limits: { stages: 2 } })).toEqual([
      "funnel.too-long: at most 2 stages, those of channels included",
    ]);
    expect(codes({ ...small, ["x".repeat(20)]: 1 }, { limits: { characters: 10 } })).toEqual([
      "text.too-long: at most 10 characters",
    ]);
  });

  it("that there are not throw, whatever the plan is", () => {
    for (const limits of ["safe", { rows: 1 }, { stages: 0 }, { stages: 1.5 }] as const)
      expect(() => safeParsePlan(small, { limits: limits as never })).toThrow(
        /^limits require "untrusted", or whole numbers from 1/,
      );
  });
});
